import { dereference, type OpenApiDocument } from "../../openapi/document.ts";
import { type Pointer, pointTo } from "../../openapi/pointer.ts";
import type { ContractSecurity } from "./operation.ts";

/** A credential of a security scheme, and where it goes. */
export interface Credential {
  /** The scheme's name in the document. */
  scheme: string;
  in: "header" | "query" | "cookie";
  /** Name of the header, query parameter or cookie. */
  name: string;
  /** What precedes the token in an `Authorization` header: `Bearer`, `Basic`. Empty elsewhere. */
  prefix: string;
}

/** https://spec.openapis.org/oas/v3.1.0#security-scheme-object */
interface SecurityScheme {
  type: string;
  scheme?: string;
  in?: "header" | "query" | "cookie";
  name?: string;
}

/** Reads who may call: the operation's own requirement, or the document's. */
export function readSecurity(document: OpenApiDocument, own: unknown, operation: Pointer): ContractSecurity {
  const requirements = (own ?? document.security ?? []) as Record<string, string[]>[];
  const pointer = own === undefined ? "/security" : pointTo(operation, "security");
  const alternatives = requirements.map((requirement) => Object.keys(requirement).map((name) => read(document, name)));
  const sendable = alternatives.find((credentials) => credentials.length > 0 && !credentials.includes(undefined)) ?? [];
  return {
    required: requirements.length > 0 && alternatives.every((credentials) => credentials.length > 0),
    credentials: sendable.filter((credential) => credential !== undefined),
    pointer,
  };
}

/** Undefined for a scheme that no header can carry, such as mutual TLS. */
function read(document: OpenApiDocument, name: string): Credential | undefined {
  const found = document.components?.securitySchemes?.[name];
  if (typeof found !== "object" || found === null) return undefined;
  const { type, scheme = "bearer", ...place } = dereference<SecurityScheme>(document, found as SecurityScheme);
  const header = { scheme: name, in: "header", name: "Authorization" } as const;
  if (type === "apiKey") return { scheme: name, in: place.in ?? "header", name: place.name ?? "", prefix: "" };
  if (type === "oauth2" || type === "openIdConnect") return { ...header, prefix: "Bearer" };
  return type === "http" ? { ...header, prefix: scheme[0]?.toUpperCase() + scheme.slice(1).toLowerCase() } : undefined;
}

/** The value that carries the token. For `Basic` it is `user:password`, or the user alone, with an empty password. */
export function credentialValue({ prefix }: Credential, token: string): string {
  if (prefix === "") return token;
  const pair = token.includes(":") ? token : `${token}:`;
  return prefix === "Basic" ? `Basic ${Buffer.from(pair).toString("base64")}` : `${prefix} ${token}`;
}

/** The key of the requests. */
export interface Token {
  value: string;
  /** Name of the environment variable that holds it; undefined for a made-up key. */
  variable: string | undefined;
}
