import { success } from "../../../src/contract/cases/context.ts";
import type { AcrossCheck, Check } from "../../../src/contract/checks/check.ts";
import type { Exchange } from "../../../src/contract/http/client.ts";
import type { Header, WireRequest } from "../../../src/contract/http/request.ts";
import type { WireResponse } from "../../../src/contract/http/response.ts";
import type { ContractOperation } from "../../../src/contract/model/operation.ts";
import type { Expected, TestCase } from "../../../src/contract/test-case.ts";
import { documentWith, readOne } from "../model/read.ts";

/** The operation `POST /things` with those responses, and what else it and the document have. */
export function operationOf(responses: object, more: object = {}, components: object = {}): ContractOperation {
  const { method = "post", ...own } = more as { method?: string };
  return readOne(documentWith({ "/things": { [method]: { operationId: "make", responses, ...own } } }, components));
}

/** A documented response of that schema, in JSON. */
export function jsonResponse(schema: unknown = {}, more: object = {}) {
  return { description: "Text.", content: { "application/json": { schema } }, ...more };
}

/** A case of that operation. Default: a success is due. */
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
    ...more,
  };
}

/** What was asked and what came. A body that is no bytes is sent as JSON. */
export function exchangeOf(
  {
    status = 200,
    headers = [["Content-Type", "application/json"]] as Header[],
    body = {} as unknown,
    faults = [] as string[],
  },
  { sent = {} as unknown, ...request }: Partial<WireRequest> & { sent?: unknown } = {},
): Exchange & { response: WireResponse } {
  return {
    request: { method: "POST", target: "/things", headers: [], body: bytesOf(sent), ...request },
    response: { status, headers, body: bytesOf(body) ?? Buffer.alloc(0), faults },
    durationMs: 1,
  };
}

function bytesOf(value: unknown): Buffer | undefined {
  if (value === undefined || Buffer.isBuffer(value)) return value;
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
}

/** What a check finds in one answer. */
export function violationsOf(check: Check, testCase: TestCase, exchange: Exchange, secret?: string) {
  return check(testCase, exchange, { secret });
}

/** What a check of several answers finds. */
export function acrossOf(check: AcrossCheck, testCase: TestCase, exchanges: Exchange[]) {
  return check({ ...testCase, requests: exchanges.map(({ request }) => request) }, exchanges);
}
