/**
 * An error whose message is all that a person needs: what is wrong, where, and what to do.
 * A command prints it without a stack and ends with its exit code.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly exitCode: 1 | 2;

  /**
   * @param message One line, or one line a fault.
   * @param exitCode 1: what was checked does not hold. 2: the command could not run.
   */
  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** The code of a system error (`ENOENT`, `EADDRINUSE`), or undefined for any other value. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
