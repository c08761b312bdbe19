import { ExplainedError } from "./explained-error.ts";

/** Another program listens on the port. */
export class PortInUseError extends ExplainedError {
  readonly port: number;

  constructor(port: number, cause: unknown) {
    super(`Port ${port} is in use: end what listens there, or pick another (0: any free one).`, 2, { cause });
    this.port = port;
  }
}

/** For `catch`: names the flag that picks another port. */
export function namePortFlag(flag: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof PortInUseError)) throw error;
    const message = `Port ${error.port} is in use: end what listens there, or pick another with ${flag} (0: any free one).`;
    throw new ExplainedError(message, 2, { cause: error });
  };
}
