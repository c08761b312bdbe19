import { UserError } from "../../internal/user-error.ts";
import type { OpenApiDocument } from "../../openapi/document.ts";
import type { Keys, Token } from "../model/security.ts";

/** A key, alone or with the name of the environment variable that contains it, which reports show in its place. */
export type TokenOption = string | { value: string; variable?: string | undefined };

/** The options that give keys. */
export interface KeyOptions {
  /** The key, or the key and the name of the variable that contains it. @default a made-up key; wrong keys are not tested */
  token?: TokenOption | undefined;
  /** Keys of security schemes, by the scheme's name, in place of `token`. @default {} */
  tokens?: Readonly<Record<string, TokenOption>> | undefined;
}

/** What reports call a key of which only the value is given. */
const defaultVariable = "API_KEY";
/** A key may be two words: Django REST describes `Token KEY` as an API key. */
const words = /^[\x21-\x7e]+( [\x21-\x7e]+)*$/;

/**
 * Reads the keys of a run. A made-up key is for servers that check only its form, such as mocks.
 *
 * @throws {UserError} exit code 2, if a key is empty or a header cannot carry it, or the document has no such scheme. The
 * message does not contain the key.
 */
export function readKeys({ token, tokens = {} }: KeyOptions, document: OpenApiDocument, seed: number): Keys {
  const defined = Object.keys(document.components?.securitySchemes ?? {});
  const unknown = Object.keys(tokens).find((scheme) => !defined.includes(scheme));
  if (unknown !== undefined) {
    const known = defined.length > 0 ? `It has ${defined.join(", ")}.` : "It has none.";
    throw new UserError(`The document has no security scheme ${unknown} (--token-env). ${known}`, 2);
  }
  const common = token === undefined ? { value: `made-up-key-${seed}`, variable: undefined } : tokenOf(token);
  const own = new Map(Object.entries(tokens).map(([scheme, given]) => [scheme, tokenOf(given)]));
  return {
    of: (scheme) => (scheme === undefined ? undefined : own.get(scheme)) ?? common,
    schemes: [...own.keys()],
    areMadeUp: token === undefined && own.size === 0,
  };
}

/** The keys that reports hide: those that were given. */
export function secretsOf(keys: Keys): Token[] {
  const all = [keys.of(), ...keys.schemes.map((scheme) => keys.of(scheme))];
  return all.filter(({ variable }) => variable !== undefined);
}

function tokenOf(given: TokenOption): Token {
  const { value, variable } = typeof given === "string" ? { value: given, variable: undefined } : given;
  const name = variable === undefined ? "The key" : `The key in ${variable}`;
  if (typeof value !== "string" || value === "") throw new UserError(`${name} is empty. Correct --token-env.`, 2);
  if (words.test(value)) return { value, variable: variable ?? defaultVariable };
  throw new UserError(
    `${name} holds white space around words or characters that no header can carry. Correct --token-env.`,
    2,
  );
}
