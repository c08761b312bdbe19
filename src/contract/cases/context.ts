import { type Pointer, pointTo } from "../../openapi/pointer.ts";
import type { Header, WireRequest } from "../http/request.ts";
import type { ContractOperation } from "../model/operation.ts";
import { credentialValue } from "../model/security.ts";
import type { RequestClass } from "../model/x-contract.ts";
import type { Basis, Expected, TestCase } from "../test-case.ts";
import type { BodyLocation } from "../values/body-locations.ts";
import { renderParameters } from "../values/parameters.ts";

/** All that a family of cases works with. */
export interface CaseContext {
  operation: ContractOperation;
  /** A request that is known, or hoped, to be valid. */
  base: BaseRequest;
  /** What precedes every path. */
  basePath: string;
  seed: number;
  token: Token;
  /** Every location of a valid body that the description knows, optional properties too. */
  locations: BodyLocation[];
  /** The base body with the optional properties that may stand beside each other; the base body where there is none. */
  fullBody: unknown;
}

/** The values of a valid request. */
export interface BaseRequest {
  /** The body's value; undefined where the operation has none. */
  body: unknown;
  /** Values of parameters, by `in` and name: `path id`. Others are not sent. */
  parameters: ReadonlyMap<string, unknown>;
  /** Whether a person gave the values, so that they stand for things that exist. */
  isOverridden: boolean;
}

/** The key of the calls. */
export interface Token {
  value: string;
  /** Name of the environment variable that holds it; undefined for one that is made up. */
  variable: string | undefined;
}

/** What a request has that is other than in the valid one. */
export interface Changes {
  /** Another body: a value, or the exact bytes; undefined for none. Not given: the valid one. */
  body?: unknown;
  /** Other values of parameters; undefined leaves one out. */
  parameters?: Record<string, unknown>;
  /** Headers besides; undefined takes one away. */
  headers?: Record<string, string | undefined>;
  /** Whether credentials are sent. Default: yes, but for a key that is made up where none is required. */
  credentials?: boolean;
}

/** The valid request, changed. */
export function buildRequest(context: CaseContext, changes: Changes = {}): WireRequest {
  const { operation, base, basePath, token } = context;
  const body = bodyBytes("body" in changes ? changes.body : base.body);
  const parameters = new Map([...base.parameters, ...Object.entries(changes.parameters ?? {})]);
  const sent = renderParameters(operation, parameters);
  const headers: Header[] = [
    ["Accept", acceptOf(operation)],
    // Without it a server may compress as it likes: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
    ["Accept-Encoding", "identity"],
  ];
  if (body !== undefined && operation.body) headers.push(["Content-Type", operation.body.mediaType]);
  // As a parameter it has no meaning in OpenAPI; those who describe it so want the key there all the same.
  const isKey = (name: string) => name.toLowerCase() === "authorization";
  for (const [name, value] of sent.headers) headers.push([name, isKey(name) ? `Bearer ${token.value}` : value]);
  const query = [...sent.query];
  const cookies = [...sent.cookies];
  const { credentials = token.variable !== undefined || operation.security.required } = changes;
  for (const credential of credentials ? operation.security.credentials : []) {
    const value = credentialValue(credential, token.value);
    if (credential.in === "header")
      headers.splice(0, headers.length, ...headers.filter(([name]) => name !== credential.name), [
        credential.name,
        value,
      ]);
    else (credential.in === "query" ? query : cookies).push(`${credential.name}=${encodeURIComponent(value)}`);
  }
  if (cookies.length > 0) headers.push(["Cookie", cookies.join("; ")]);
  const changed = new Map(
    Object.entries(changes.headers ?? {}).map(([name, value]) => [name.toLowerCase(), { name, value }]),
  );
  const kept = headers.filter(([name]) => !changed.has(name.toLowerCase()));
  const added = [...changed.values()].flatMap(({ name, value }): Header[] =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    method: operation.method,
    target: `${basePath}${sent.path}${query.length > 0 ? `?${query.join("&")}` : ""}`,
    headers: [...kept, ...added],
    body,
  };
}

function bodyBytes(value: unknown): Buffer | undefined {
  return value === undefined || Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
}

/** Any type will do where all answers are JSON; JSON is preferred where others are documented too. */
function acceptOf({ responses }: ContractOperation): string {
  const types = [...responses]
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([, { bodies }]) => [...bodies.keys()]);
  return types.every((type) => type === "application/json") ? "*/*" : "application/json, */*;q=0.5";
}

/** A case of the family with that one request. */
export function oneRequest(
  { operation }: CaseContext,
  family: string,
  name: string,
  title: string,
  request: WireRequest,
  expected: Expected,
  pointer: Pointer = operation.pointer,
): TestCase {
  return { id: `${operation.id}/${family}/${name}`, family, title, operation, requests: [request], expected, pointer };
}

/** A success is due. */
export function success(basis: Basis = "document", requestClass?: RequestClass): Expected {
  return requestClass ? { outcome: "success", basis, class: requestClass } : { outcome: "success", basis };
}

/** A refusal of that class is due. */
export function refusal(requestClass: RequestClass, basis: Basis = "document"): Expected {
  return { outcome: "refusal", basis, class: requestClass };
}

/** The pointer of the operation's request body, or of the operation where it has none. */
export function bodyPointer({ operation }: CaseContext): Pointer {
  return operation.body?.pointer ?? pointTo(operation.pointer, "requestBody");
}
