import { UserError } from "./user-error.ts";

/** The port is in use by another program. */
export class PortInUseError extends UserError {
  readonly port: number;

  /** @param another How the message names the alternative: `another port`. */
  constructor(port: number, cause: unknown, another = "another") {
    super(`Port ${port} is in use. Stop what listens there, or choose ${another} (0: any free one).`, 2, { cause });
    this.port = port;
  }
}

/** For `catch`: adds the flag that sets another port to the message. */
export function namePortFlag(flag: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof PortInUseError)) throw error;
    throw new PortInUseError(error.port, error, `another with ${flag}`);
  };
}
