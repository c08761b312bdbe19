import { UserError } from "../../internal/user-error.ts";
import type { OpenApiDocument } from "../../openapi/document.ts";
import { type Header, hasHeader, headerName, type WireRequest } from "../http/request.ts";
import type { Token } from "../model/security.ts";

/** The options that add headers to all requests. */
export interface HeaderOptions {
  /** Headers of every request that has none of the name, such as a tenant's. @default {} */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Values that no report shows, by the name that it shows in their place. @default {} */
  secrets?: Readonly<Record<string, string>> | undefined;
}

/** What test cases vary, and what frames a message. */
const kept = [
  "accept",
  "accept-encoding",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "expect",
  "host",
  "transfer-encoding",
  "user-agent",
];

/**
 * Reads the headers that every request gets.
 *
 * @throws {UserError} exit code 2, if the suite sends a header of that name itself, or no header may have the name or value. The
 * message does not contain the value.
 */
export function readOwnHeaders(
  { headers = {}, secrets = {} }: HeaderOptions,
  document: OpenApiDocument,
): { headers: Header[]; secrets: Token[] } {
  const carriers = credentialHeaders(document);
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (!headerName.test(name)) throw new UserError(`No header may be called ${JSON.stringify(name)} (--header).`, 2);
    if (kept.includes(lower)) throw new UserError(`The suite sends ${name} itself: leave out that --header.`, 2);
    if (carriers.has(lower))
      throw new UserError(`${name} carries the key: give it with --token-env, not with --header.`, 2);
    if (!/^[\x20-\x7e]*$/.test(value))
      throw new UserError(`The value of ${name} has characters that no header can carry. Correct --header.`, 2);
  }
  return {
    headers: Object.entries(headers),
    secrets: Object.entries(secrets).map(([variable, value]) => ({ variable, value })),
  };
}

/** The request with those of the headers that it does not have. */
export function withOwnHeaders(request: WireRequest, headers: readonly Header[]): WireRequest {
  const added = headers.filter(([name]) => !hasHeader(request.headers, name.toLowerCase()));
  return added.length === 0 ? request : { ...request, headers: [...request.headers, ...added] };
}

/** Names, in lower case, of headers in which the document's schemes carry keys. */
function credentialHeaders({ components }: OpenApiDocument): Set<string> {
  const schemes = Object.values(components?.securitySchemes ?? {}) as { in?: string; name?: string }[];
  const own = schemes.flatMap(({ in: place, name }) => (place === "header" && name ? [name.toLowerCase()] : []));
  return new Set(["authorization", ...own]);
}
