import { UserError } from "../../internal/user-error.ts";
import type { Token } from "../model/security.ts";

/** A key, alone or with the name of the environment variable that contains it, which reports show in its place. */
export type TokenOption = string | { value: string; variable?: string | undefined };

/** What reports call a key of which only the value is given. */
const defaultVariable = "API_KEY";
/** A key may be two words: Django REST describes `Token KEY` as an API key. */
const words = /^[\x21-\x7e]+( [\x21-\x7e]+)*$/;

/**
 * Reads a key that is given in code.
 *
 * @throws {UserError} exit code 2, if it is empty, or a header cannot carry it. The message does not contain the key.
 */
export function tokenOf(given: TokenOption): Token {
  const { value, variable = defaultVariable } = typeof given === "string" ? { value: given } : given;
  if (typeof value !== "string" || value === "") throw new UserError("The key is empty. Correct --token-env.", 2);
  if (words.test(value)) return { value, variable };
  throw new UserError(
    "The key holds white space around words or characters that no header can carry. Correct --token-env.",
    2,
  );
}

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
  if (!words.test(value)) {
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
