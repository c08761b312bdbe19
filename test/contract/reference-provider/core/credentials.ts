import { headerOf, Refusal, type Request } from "./message.ts";

/** Who a request comes from: the owner of the token, someone with the token for reading, or no one in particular. */
export type Caller = "owner" | "reader" | "anyone";

/** The tokens of a provider. */
export interface Tokens {
  owner: string;
  reader?: string;
  /** Whether a request without credentials is served. */
  optional: boolean;
}

/** Finds out who a request comes from. The scheme is in any case, the token is exact. */
export function authenticate(request: Request, tokens: Tokens): Caller {
  const given = headerOf(request, "Authorization");
  if (given === undefined && tokens.optional) return "anyone";
  if (given === undefined) throw unauthorized("Credentials are missing.", "Bearer");
  const [, token] = /^bearer +(\S+)$/i.exec(given.trim()) ?? [];
  if (token === tokens.owner) return "owner";
  if (token !== undefined && token === tokens.reader) return "reader";
  throw unauthorized("The credentials are not right.", 'Bearer error="invalid_token"');
}

function unauthorized(detail: string, challenge: string): Refusal {
  return new Refusal(401, detail, [["WWW-Authenticate", challenge]]);
}
