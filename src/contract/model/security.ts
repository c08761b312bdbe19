import type { Pointer } from "../../openapi/pointer.ts";
import type { RequiredScheme, Security } from "../../openapi/security.ts";

/** The credentials that an operation requires. */
export interface ContractSecurity {
  /** Whether the server must reject a request without credentials. */
  required: boolean;
  /** The credentials of the first alternative that can be sent; empty where none is. */
  credentials: Credential[];
  pointer: Pointer;
}

/** A credential of a security scheme, and where a request carries it. */
export interface Credential {
  /** The scheme's name in the document. */
  scheme: string;
  in: "header" | "query" | "cookie";
  /** Name of the header, query parameter or cookie. */
  name: string;
  /** What precedes the token in an `Authorization` header: `Bearer`, `Basic`. Empty elsewhere. */
  prefix: string;
}

/** Finds the credentials to send: those of the first alternative whose schemes can all be sent. */
export function readSecurity({ alternatives, pointer }: Security): ContractSecurity {
  const sendable = alternatives
    .map((schemes) => schemes.map(credentialOf))
    .find((credentials) => credentials.length > 0 && !credentials.includes(undefined));
  return {
    required: alternatives.length > 0 && alternatives.every((schemes) => schemes.length > 0),
    credentials: (sendable ?? []).filter((credential) => credential !== undefined),
    pointer,
  };
}

/** Undefined for a scheme that a request cannot carry, such as mutual TLS. */
function credentialOf({ name: scheme, scheme: definition }: RequiredScheme): Credential | undefined {
  if (definition === undefined) return undefined;
  const { type, scheme: kind = "bearer", in: location = "header", name = "" } = definition;
  const header = { scheme, in: "header", name: "Authorization" } as const;
  if (type === "apiKey") return { scheme, in: location, name, prefix: "" };
  if (type === "oauth2" || type === "openIdConnect") return { ...header, prefix: "Bearer" };
  return type === "http" ? { ...header, prefix: kind[0]?.toUpperCase() + kind.slice(1).toLowerCase() } : undefined;
}

/** The value that carries the token. For `Basic` it is `user:password`, or the user alone, with an empty password. */
export function credentialValue({ prefix }: Credential, token: string): string {
  if (prefix === "") return token;
  const pair = token.includes(":") ? token : `${token}:`;
  return prefix === "Basic" ? `Basic ${Buffer.from(pair).toString("base64")}` : `${prefix} ${token}`;
}

/** The keys of a run. */
export interface Keys {
  /** The key of a security scheme; without a name, that of whatever has none of its own. */
  of(scheme?: string): Token;
  /** The schemes that have a key of their own. */
  schemes: readonly string[];
  /** Whether no key was given. */
  areMadeUp: boolean;
}

/** A key of the requests. */
export interface Token {
  value: string;
  /** What reports call it: the environment variable that contains it; undefined for a made-up key, which is no secret. */
  variable: string | undefined;
}
