import type { Exchange } from "../http/client.ts";
import { type JsonProblem, readStrictly } from "../http/read-strictly.ts";
import { headerValues } from "../http/request.ts";
import { isJson, parseMediaType } from "../model/media-type.ts";
import type { TestCase } from "../test-case.ts";
import { hasExoticBytes, hasExoticText, isExoticNumber } from "../values/exotic.ts";
import type { Severity, ViolationDetails } from "../violation.ts";
import { documentedResponse } from "./check.ts";

/** A problem of a response's JSON. */
export interface ResponseProblem extends JsonProblem {
  /** Whether it is a value that the suite has sent, in this request or before, and that came back. */
  isOurs: boolean;
}

/** Two checks ask for the problems of an exchange, which may have megabytes. */
const known = new WeakMap<Exchange, { testCase: TestCase; problems: ResponseProblem[] }>();

/** What JSON parsers read differently in a response that is JSON, or is documented as such. */
export function jsonProblems(testCase: TestCase, exchange: Exchange): ResponseProblem[] {
  const before = known.get(exchange);
  if (before?.testCase === testCase) return before.problems;
  const problems = findProblems(testCase, exchange);
  known.set(exchange, { testCase, problems });
  return problems;
}

function findProblems(testCase: TestCase, exchange: Exchange): ResponseProblem[] {
  const { response, failure, request } = exchange;
  if (!response || failure || request.method === "HEAD" || response.status === 204 || response.status === 304)
    return [];
  const [contentType = ""] = headerValues(response.headers, "content-type");
  const claims = isJson(parseMediaType(contentType)?.essence ?? "");
  const types = [...(documentedResponse(testCase, exchange)?.bodies.keys() ?? [])];
  const isDue = types.length > 0 && types.every((type) => isJson(type) && !type.includes("*"));
  if (!claims && !(isDue && contentType === "")) return [];
  // Large integers are described where their format says so.
  const wide = documentHasInt64(testCase.operation.document);
  return readStrictly(response.body)
    .filter(({ kind }) => kind !== "number" || !wide)
    .map((problem) => ({ ...problem, isOurs: isOurs(problem, exchange) }));
}

/** A problem as a violation. */
export function problemViolation(
  testCase: TestCase,
  exchange: Exchange,
  { kind, message }: JsonProblem,
  severity: Severity,
): ViolationDetails[] {
  const { response } = exchange;
  if (!response) return [];
  const { status, body } = response;
  const actual = body.length === 0 ? "with an empty body" : `with a body in which ${message}`;
  return [
    {
      severity,
      expected: `a ${status} that is JSON`,
      actual: `${status} ${actual}`,
      pointer: documentedResponse(testCase, exchange)?.pointer ?? testCase.pointer,
      fingerprint: `${status} ${kind}`,
    },
  ];
}

function isOurs({ kind, token = "" }: JsonProblem, { request, response }: Exchange): boolean {
  if (kind === "grammar" || kind === "mark" || !response) return false;
  if (request.body && readStrictly(request.body).some((sent) => sent.kind === kind)) return true;
  if (kind === "encoding") return hasExoticBytes(response.body);
  return kind === "number" ? isExoticNumber(token) : hasExoticText(token);
}

const int64 = new WeakMap<object, boolean>();

function documentHasInt64(document: object): boolean {
  const known = int64.get(document);
  if (known !== undefined) return known;
  const has = /"format":"u?int64"/.test(JSON.stringify(document));
  int64.set(document, has);
  return has;
}
