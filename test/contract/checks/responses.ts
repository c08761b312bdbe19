import type { Header } from "../../../src/contract/http/request.ts";
import type { ContractOperation } from "../../../src/contract/model/operation.ts";
import { judgeExchanges } from "../../../src/contract/run/judge.ts";
import type { Expected } from "../../../src/contract/test-case.ts";
import { baseUrl, caseOf, exchangeOf, jsonResponse, operationOf } from "./exchange.ts";

/** The key of all requests. */
export const secret = "Key-of-4711";
/** The header of JSON. */
export const json: [string, string] = ["Content-Type", "application/json"];
const thing = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string", format: "uuid" }, name: { type: "string" } },
  additionalProperties: false,
};
/** A valid id of the response. */
export const id = "0f5a8ac1-6c4b-4d29-9a51-0a7f6d3c2b10";

/** An operation that takes an object and makes a thing, with those responses, and what else it has. */
export function operationWith(responses: Record<string, object>, more: object = {}): ContractOperation {
  const content = { "application/json": { schema: { type: "object" } } };
  return operationOf({ 201: created, ...responses }, { requestBody: { content }, ...more });
}

const created = {
  description: "Made.",
  headers: {
    "X-Id": { required: true, schema: { type: "integer", minimum: 1 } },
    "X-Tags": { schema: { type: "array", items: { type: "string" } } },
  },
  content: { "application/json": { schema: thing } },
};
/** A documented refusal. */
export const problem = jsonResponse({ type: "object" });

/** How a response differs from the documented one. */
export interface ResponseChanges {
  status?: number;
  headers?: [string, string][];
  body?: string | Buffer;
  problems?: string[];
  request?: object;
}

/** The violations of a test case with those responses: check, severity and actual value. */
export function violationsOf(operation: ContractOperation, expected: Expected, ...responses: ResponseChanges[]) {
  const exchanges = responses.map(({ request = {}, ...response }) => {
    const documented = { status: 201, headers: [json, ["X-Id", "1"]] as Header[], body: { id } };
    return exchangeOf({ ...documented, ...response }, { headers: [json], sent: request });
  });
  const testCase = caseOf(operation, expected, { requests: exchanges.map(({ request }) => request) });
  return judgeExchanges(testCase, exchanges, { secrets: [secret], baseUrl }).map(
    ({ check, severity, actual }) => [check, severity, actual] as const,
  );
}

/** The checks that find something, each with its severity. */
export const checksOf = (...args: Parameters<typeof violationsOf>) =>
  violationsOf(...args).map(([check, severity]) => `${check} ${severity}`);
/** A refusal that is well formed. */
export const refused = (status: number): ResponseChanges => ({ status, headers: [json], body: "{}" });
