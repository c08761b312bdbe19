import type { Header, WireRequest } from "../http/request.ts";
import type { ContractOperation } from "../model/operation.ts";
import { type Credential, credentialValue } from "../model/security.ts";
import { renderParameters } from "../values/parameters.ts";
import type { CaseContext } from "./family.ts";
import { contentTypeOf, shownAuthorization, shownValue } from "./shown-headers.ts";

/** How a request differs from the valid one. */
export interface Changes {
  /** A value, or exact bytes; undefined for no body. @default the valid body */
  body?: unknown;
  /** Values by `in` and name; undefined leaves the parameter out. */
  parameters?: Record<string, unknown>;
  /** Headers to set; undefined removes one. */
  headers?: Record<string, string | undefined>;
  /**
   * `false` sends no credentials; a function returns the value of each.
   *
   * @default the valid ones, unless the key is made up and none is required
   */
  credentials?: false | ((credential: Credential) => string);
}

/** The valid request, changed. */
export function buildRequest(context: CaseContext, changes: Changes = {}): WireRequest {
  const { operation, base, basePath, keys } = context;
  const body = bodyBytes(operation, "body" in changes ? changes.body : base.body);
  const tokens = base.chained
    .filter((value) => value.in !== "body")
    .map(({ key, token: text }) => [key, text] as const);
  const parameters = new Map([...base.parameters, ...tokens, ...Object.entries(changes.parameters ?? {})]);
  const sent = renderParameters(operation, parameters);
  const headers: Header[] = [
    ["Accept", shownValue(context, "accept") ?? acceptOf(operation)],
    // Without it a server may compress as it likes: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
    ["Accept-Encoding", "identity"],
  ];
  const contentType = body === undefined ? shownValue(context, "content-type") : contentTypeOf(context);
  if (contentType !== undefined) headers.push(["Content-Type", contentType]);
  const authorization = shownAuthorization(context);
  if (authorization !== undefined) headers.push(["Authorization", authorization]);
  headers.push(...sent.headers);
  const query = [...sent.query];
  const cookies = [...sent.cookies];
  const isKeySent = !keys.areMadeUp || operation.security.required;
  const { credentials = isKeySent && ((one: Credential) => credentialValue(one, keys.of(one.scheme).value)) } = changes;
  for (const credential of operation.security.credentials) {
    if (!credentials) break;
    const value = credentials(credential);
    if (credential.in === "header") setHeader(headers, credential.name, value);
    else (credential.in === "query" ? query : cookies).push(`${credential.name}=${encodeURIComponent(value)}`);
  }
  if (cookies.length > 0) headers.push(["Cookie", cookies.join("; ")]);
  for (const [name, value] of Object.entries(changes.headers ?? {})) setHeader(headers, name, value);
  return {
    method: operation.method,
    target: `${basePath}${sent.path}${query.length > 0 ? `?${query.join("&")}` : ""}`,
    headers,
    body,
  };
}

/** Replaces every header of that name; undefined removes them. */
function setHeader(headers: Header[], name: string, value: string | undefined): void {
  const others = headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  headers.splice(0, headers.length, ...others, ...(value === undefined ? [] : [[name, value] as const]));
}

function bodyBytes({ body }: ContractOperation, value: unknown): Buffer | undefined {
  return value === undefined || Buffer.isBuffer(value) ? value : body?.encode(value);
}

/** Accepts anything if every success is JSON; prefers JSON if other types are documented too. */
function acceptOf({ responses }: ContractOperation): string {
  const types = [...responses]
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([, { bodies }]) => [...bodies.keys()]);
  return types.every((type) => type === "application/json") ? "*/*" : "application/json, */*;q=0.5";
}
