/**
 * An error whose message is all that a user needs: what is wrong, where, and what to do. A command prints it without a
 * stack and exits with its exit code.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly exitCode: 1 | 2;

  /**
   * @param message One line, or one line per problem.
   * @param exitCode 1: failed. 2: could not run.
   */
  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** Returns the code of a system error (`ENOENT`, `EADDRINUSE`), or undefined for any other value. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
