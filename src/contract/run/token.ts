import { UserError } from "../../internal/user-error.ts";
import type { Token } from "../model/security.ts";

/**
 * Reads the key from an environment variable.
 *
 * @throws {UserError} exit code 2, if there is no key, or a header cannot carry it. The message does not contain the key.
 */
export function readToken(variable: string, environment: NodeJS.ProcessEnv): Token {
  const value = environment[variable];
  if (value === undefined || value === "") {
    throw new UserError(`The environment variable ${variable} is not set. Set it to the key (--token-env).`, 2);
  }
  // A key may be two words: Django REST describes `Token KEY` as an API key.
  if (!/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(value)) {
    throw new UserError(
      `The environment variable ${variable} holds white space around words or characters that no header can carry.`,
      2,
    );
  }
  return { value, variable };
}

/** A made-up key, for servers that check only its form, such as mocks. */
export function madeUpToken(seed: number): Token {
  return { value: `made-up-key-${seed}`, variable: undefined };
}
