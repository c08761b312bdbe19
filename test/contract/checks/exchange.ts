import { success } from "../../../src/contract/cases/expected.ts";
import type { Check } from "../../../src/contract/checks/check.ts";
import type { Exchange } from "../../../src/contract/http/client.ts";
import type { Header, WireRequest } from "../../../src/contract/http/request.ts";
import type { WireResponse } from "../../../src/contract/http/response.ts";
import type { ContractOperation } from "../../../src/contract/model/operation.ts";
import type { Expected, TestCase } from "../../../src/contract/test-case.ts";
import { documentWith, readOne } from "../model/read.ts";

/** Base URL of the server in all exchanges. */
export const baseUrl = "http://127.0.0.1:4010";

/** The operation `POST /things` with those responses, and what else it and the document have. */
export function operationOf(responses: object, more: object = {}, components: object = {}): ContractOperation {
  const { method = "post", ...own } = more as { method?: string };
  return readOne(documentWith({ "/things": { [method]: { operationId: "make", responses, ...own } } }, components));
}

/** A documented response of that schema, in JSON. */
export function jsonResponse(schema: unknown = {}, more: object = {}) {
  return { description: "Text.", content: { "application/json": { schema } }, ...more };
}

/** A test case of that operation. Default: it must succeed. */
export function caseOf(
  operation: ContractOperation,
  expected: Expected = success(),
  more: Partial<TestCase> = {},
): TestCase {
  return {
    id: "make/any/one",
    family: "any",
    title: "one",
    operation,
    requests: [],
    expected,
    pointer: "/here",
    target: "operation",
    role: "variant",
    ...more,
  };
}

/** What was asked and what came. A body that is no bytes is sent as JSON. */
export function exchangeOf(
  {
    status = 200,
    headers = [["Content-Type", "application/json"]] as Header[],
    body = {} as unknown,
    problems = [] as string[],
  },
  { sent = {} as unknown, ...request }: Partial<WireRequest> & { sent?: unknown } = {},
): Exchange & { response: WireResponse } {
  return {
    request: { method: "POST", target: "/things", headers: [], body: bytesOf(sent), ...request },
    response: { status, headers, body: bytesOf(body) ?? Buffer.alloc(0), problems },
    durationMs: 1,
  };
}

function bytesOf(value: unknown): Buffer | undefined {
  if (value === undefined || Buffer.isBuffer(value)) return value;
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
}

/** The violations that a check finds in one response; a request with another method targets another operation. */
export function violationsOf(check: Check, testCase: TestCase, exchange: Exchange, ...secrets: string[]) {
  const isOther = exchange.request.method !== testCase.operation.method;
  const target = isOther ? "elsewhere" : testCase.target;
  return (check.run?.({ ...testCase, target }, exchange, { secrets, baseUrl }) ?? []).map((details) => ({
    check: check.name,
    ...details,
  }));
}

/** The violations that a check finds in several responses. */
export function acrossOf(check: Check, testCase: TestCase, exchanges: Exchange[]) {
  const requests = exchanges.map(({ request }) => request);
  const found = check.runAcross?.({ ...testCase, requests }, exchanges, { secrets: [], baseUrl }) ?? [];
  return found.map((details) => ({ check: check.name, ...details }));
}
