import { UserError } from "./user-error.ts";

/** Another program listens on the port. */
export class PortInUseError extends UserError {
  readonly port: number;

  /** @param another How to name what is picked in its place. */
  constructor(port: number, cause: unknown, another = "another") {
    super(`Port ${port} is in use: end what listens there, or pick ${another} (0: any free one).`, 2, { cause });
    this.port = port;
  }
}

/** For `catch`: names the flag that picks another port. */
export function namePortFlag(flag: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof PortInUseError)) throw error;
    throw new PortInUseError(error.port, error, `another with ${flag}`);
  };
}
