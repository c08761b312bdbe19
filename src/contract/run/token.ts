import { UserError } from "../../internal/user-error.ts";
import type { Token } from "../model/security.ts";

/**
 * The key in the environment variable of that name.
 *
 * @throws {UserError} exit code 2, where there is none, or none that a header can carry. The key is not in it.
 */
export function readToken(variable: string, environment: NodeJS.ProcessEnv): Token {
  const value = environment[variable];
  if (value === undefined || value === "") {
    throw new UserError(`The environment variable ${variable} is not set: put the key there (--token-env).`, 2);
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

/** A key that nobody issued: good for servers that look at its form alone, such as mocks. */
export function madeUpToken(seed: number): Token {
  return { value: `made-up-key-${seed}`, variable: undefined };
}
