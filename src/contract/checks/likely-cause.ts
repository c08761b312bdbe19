import { defaultServerUrl } from "../../openapi/server-url.ts";
import type { Exchange } from "../http/client.ts";
import { headerValues } from "../http/request.ts";
import { pathValues } from "../model/request-path.ts";
import type { Keys, Token } from "../model/security.ts";
import type { TestCase } from "../test-case.ts";

/** What a run knows besides the response. */
export interface Circumstances {
  keys: Keys;
  /** Precedes every path, without a final slash. */
  basePath: string;
  /** Whether every operation got 404, those that name no thing included. */
  isNothingFound: boolean;
}

/** Why a valid request most likely failed, and what to do about it; undefined where there is no response. */
export function likelyCause(
  testCase: TestCase,
  { request, response }: Partial<Exchange>,
  around: Circumstances,
): string | undefined {
  if (!request || !response) return undefined;
  const { status, headers } = response;
  const token = around.keys.of(testCase.operation.security.credentials[0]?.scheme);
  if (status >= 500) return "the server fails";
  if (status === 401 || status === 403) return keyCause(testCase, status, token);
  if (status === 404 || status === 410) return absentCause(testCase, request.target, token, around);
  if (status === 405) return "the server does not have this method on the path: correct --url or the document";
  if (status === 409) return "what the request makes exists already: supply another one (--request)";
  if (status === 429) return "the server limits the rate: lower it (--rate)";
  if (status < 400) {
    const [location] = headerValues(headers, "location");
    return location === undefined ? undefined : `the path has moved to ${location.slice(0, 100)}: correct --url`;
  }
  return "the server refuses what the document allows, or what the request names does not exist: supply values that work (--request)";
}

function keyCause({ operation: { security, shownHeaders } }: TestCase, status: number, token: Token): string {
  const isCarried = security.credentials.length > 0 || shownHeaders.some(({ name }) => name === "authorization");
  if (!isCarried) return "the server asks for credentials, and the document has none for the operation";
  if (token.variable === undefined) return "no key was given: give one (--token-env)";
  return status === 401
    ? `the key in ${token.variable} was not accepted`
    : `the key in ${token.variable} does not give access to this`;
}

function absentCause(
  { operation }: TestCase,
  target: string,
  token: Token,
  { basePath, isNothingFound }: Circumstances,
): string {
  if (isNothingFound)
    return `every operation gets 404: correct the base path of --url${serverHint(operation, basePath)}`;
  const values = [...(pathValues(operation, target, basePath) ?? [])];
  if (values.length === 0) {
    const body = operation.body ? "what the body names does not exist: supply another one (--request); or " : "";
    return `${body}the server does not have the path: correct --url or the document`;
  }
  const named = values.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(", ");
  const hidden =
    operation.security.required && token.variable === undefined ? ", or is hidden without a key (--token-env)" : "";
  return `there is nothing with ${named}: name a thing that exists (--request)${hidden}`;
}

/** Names the path of the document's server, where it is another one. */
function serverHint({ document }: TestCase["operation"], basePath: string): string {
  const url = defaultServerUrl(document);
  const path = URL.canParse(url, "http://localhost")
    ? new URL(url, "http://localhost").pathname.replace(/\/$/, "")
    : "";
  return path === "" || path === basePath ? "" : `; the document's server has the path ${path}`;
}
