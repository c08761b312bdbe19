import type { Exchange } from "../../../src/contract/http/client.ts";
import type { ContractOperation } from "../../../src/contract/model/operation.ts";
import { readOperations } from "../../../src/contract/model/read.ts";
import { compileSchemas } from "../../../src/contract/model/schemas.ts";
import { judgeExchanges } from "../../../src/contract/run/judge.ts";
import type { Expected, TestCase } from "../../../src/contract/test-case.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";

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
/** A valid id of the answer. */
export const id = "0f5a8ac1-6c4b-4d29-9a51-0a7f6d3c2b10";

/** An operation with those responses, and what else it has. */
export function operationWith(responses: Record<string, object>, more: object = {}): ContractOperation {
  const content = { "application/json": { schema: { type: "object" } } };
  const post = { operationId: "make", requestBody: { content }, responses: { 201: created, ...responses }, ...more };
  const document = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: { "/things": { post } },
  } as unknown as OpenApiDocument;
  const [read] = readOperations(document, compileSchemas(document));
  if (!read || !("operation" in read)) throw new Error("No operation.");
  return read.operation;
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
export const problem = { description: "No.", content: { "application/json": { schema: { type: "object" } } } };

/** An answer, as far as it is other than the documented one. */
export interface Answer {
  status?: number;
  headers?: [string, string][];
  body?: string | Buffer;
  faults?: string[];
  request?: object;
}

function exchangeOf({
  status = 201,
  headers = [json, ["X-Id", "1"]],
  body = JSON.stringify({ id }),
  faults = [],
  request,
}: Answer): Exchange {
  const sent = { method: "POST", target: "/things", headers: [json], body: Buffer.from(JSON.stringify(request ?? {})) };
  return { request: sent, response: { status, headers, body: Buffer.from(body), faults }, durationMs: 1 };
}

/** What a case of those answers shows: check, severity and what came. */
export function violationsOf(operation: ContractOperation, expected: Expected, ...answers: Answer[]) {
  const exchanges = answers.map(exchangeOf);
  const testCase: TestCase = {
    id: "make/x/y",
    family: "x",
    title: "x",
    operation,
    requests: exchanges.map(({ request }) => request),
    expected,
    pointer: "/x",
    target: "operation",
    role: "variant",
  };
  return judgeExchanges(testCase, exchanges, { secret }).map(
    ({ check, severity, actual }) => [check, severity, actual] as const,
  );
}

/** The checks that find something, each with its severity. */
export const checksOf = (...args: Parameters<typeof violationsOf>) =>
  violationsOf(...args).map(([check, severity]) => `${check} ${severity}`);
/** A refusal that is well formed. */
export const refused = (status: number): Answer => ({ status, headers: [json], body: "{}" });
