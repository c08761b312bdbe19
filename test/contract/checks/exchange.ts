import type { Case, Expected } from "../../../src/contract/case.ts";
import type { AcrossCheck, Check } from "../../../src/contract/checks/check.ts";
import { success } from "../../../src/contract/context.ts";
import type { ContractOperation } from "../../../src/contract/document/operation.ts";
import type { Exchange } from "../../../src/contract/wire/client.ts";
import type { Header, WireRequest } from "../../../src/contract/wire/request.ts";
import type { WireResponse } from "../../../src/contract/wire/response.ts";
import { documentWith, readOne } from "../document/read.ts";

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
export function caseOf(operation: ContractOperation, expected: Expected = success(), more: Partial<Case> = {}): Case {
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
export function findingsOf(check: Check, theCase: Case, exchange: Exchange, secret?: string) {
  return check(theCase, exchange, { secret });
}

/** What a check of several answers finds. */
export function acrossOf(check: AcrossCheck, theCase: Case, exchanges: Exchange[]) {
  return check({ ...theCase, requests: exchanges.map(({ request }) => request) }, exchanges);
}
