import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../../src/command/package-root.ts";
import type { Case, Expected } from "../../../src/contract/case.ts";
import { refusal, success } from "../../../src/contract/context.ts";
import { requestClasses } from "../../../src/contract/document/hints.ts";
import type { ContractOperation } from "../../../src/contract/document/operation.ts";
import { readOperations } from "../../../src/contract/document/read.ts";
import { compileSchemas } from "../../../src/contract/document/schemas.ts";
import { judgeExchanges } from "../../../src/contract/run/judge.ts";
import type { Exchange } from "../../../src/contract/wire/client.ts";
import type { OpenApiDocument } from "../../../src/spec/document.ts";

const secret = "Key-of-4711";
const json: [string, string] = ["Content-Type", "application/json"];
const thing = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string", format: "uuid" }, name: { type: "string" } },
  additionalProperties: false,
};
const id = "0f5a8ac1-6c4b-4d29-9a51-0a7f6d3c2b10";

/** An operation with those responses, and what else it has. */
function operationWith(responses: Record<string, object>, more: object = {}): ContractOperation {
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
const problem = { description: "No.", content: { "application/json": { schema: { type: "object" } } } };

interface Answer {
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

function findingsOf(operation: ContractOperation, expected: Expected, ...answers: Answer[]) {
  const exchanges = answers.map(exchangeOf);
  const theCase: Case = {
    id: "make/x/y",
    family: "x",
    title: "x",
    operation,
    requests: exchanges.map(({ request }) => request),
    expected,
    pointer: "/x",
  };
  return judgeExchanges(theCase, exchanges, { secret }).map(
    ({ check, severity, got }) => [check, severity, got] as const,
  );
}

const checksOf = (...args: Parameters<typeof findingsOf>) =>
  findingsOf(...args).map(([check, severity]) => `${check} ${severity}`);
const refused = (status: number): Answer => ({ status, headers: [json], body: "{}" });

test("an answer as documented has no finding", () => {
  expect(checksOf(operationWith({}), success(), {})).toEqual([]);
});

describe("the status of a refusal is read from the document", () => {
  const exact = operationWith({ 400: problem, 404: problem, 422: problem });
  test.each<[string, ContractOperation, Expected, Answer, string[]]>([
    ["documented and fitting", exact, refusal("body"), refused(422), []],
    ["another that fits too", exact, refusal("body"), refused(400), []],
    ["documented and not fitting", exact, refusal("body"), refused(404), ["status finding"]],
    ["not documented", exact, refusal("body"), refused(418), ["status finding"]],
    ["right by HTTP, and not documented", exact, refusal("mediaType"), refused(415), []],
    ["any 4xx where there is only a range", operationWith({ "4XX": problem }), refusal("body"), refused(409), []],
    ["any 4xx where there is only a default", operationWith({ default: problem }), refusal("body"), refused(409), []],
    ["open where nothing that fits is documented", operationWith({ 404: problem }), refusal("body"), refused(404), []],
    ["advice where nothing is documented", operationWith({}), refusal("body"), refused(422), ["status advice"]],
    ["a success", exact, refusal("body"), {}, ["accepted finding"]],
    [
      "a success where only good sense asks for a refusal",
      exact,
      refusal("duplicateKeys", "advice"),
      {},
      ["accepted advice"],
    ],
    ["a failure of the server", exact, refusal("body"), refused(500), ["server-error finding"]],
    ["a redirect", exact, refusal("body"), refused(302), ["redirect finding"]],
  ])("%s", (_, operation, expected, answer, checks) => {
    expect(checksOf(operation, expected, answer)).toEqual(checks);
  });

  test("x-contract makes one status due, advice or not", () => {
    const hinted = operationWith(
      { "4XX": problem },
      { "x-contract": { answers: { body: 422, duplicateKeys: [400, 422], lowerCaseScheme: 201 } } },
    );
    expect(checksOf(hinted, refusal("body"), refused(422))).toEqual([]);
    expect(checksOf(hinted, refusal("body"), refused(400))).toEqual(["status finding"]);
    expect(checksOf(hinted, refusal("duplicateKeys", "advice"), {})).toEqual(["status finding"]);
    expect(checksOf(hinted, success("advice", "lowerCaseScheme"), refused(401))).toContain("status finding");
    expect(checksOf(hinted, refusal("duplicateKeys", "advice"), refused(422))).toEqual([]);
  });
});

describe("the status of a success", () => {
  const operation = operationWith({ 400: problem, 404: problem });
  test.each<[string, Answer, string[]]>([
    ["that is not documented", { status: 202 }, ["status finding"]],
    ["refused as bad", refused(400), ["refused finding"]],
    ["refused for what the world is like, as documented", refused(404), ["refused advice"]],
    ["refused for what the world is like, not documented", refused(409), ["refused finding"]],
  ])("%s", (_, answer, checks) => {
    expect(checksOf(operation, success(), answer)).toEqual(checks);
  });
});

test("who accepts none of the documented types may be refused in any, and not answered in another", () => {
  const operation = operationWith({ "4XX": problem });
  const html = (status: number): Answer => ({
    status,
    headers: [
      ["Content-Type", "text/html"],
      ["X-Id", "1"],
    ],
    body: "<p>",
  });
  expect(checksOf(operation, refusal("accept", "advice"), html(406))).toEqual([]);
  expect(checksOf(operation, refusal("accept", "advice"), html(201))).toEqual([
    "accepted advice",
    "media-type finding",
  ]);
});

describe("what an answer is made of", () => {
  const operation = operationWith({ 400: problem });
  const withHeaders = (...headers: [string, string][]): Answer => ({ headers });
  test.each<[string, Answer, string, string]>([
    ["no media type", withHeaders(["X-Id", "1"]), "media-type finding", "without Content-Type"],
    [
      "another media type",
      withHeaders(["Content-Type", "text/html"], ["X-Id", "1"]),
      "media-type finding",
      "text/html",
    ],
    [
      "a malformed media type",
      withHeaders(["Content-Type", "json"], ["X-Id", "1"]),
      "media-type finding",
      "not well formed",
    ],
    [
      "another charset",
      withHeaders(["Content-Type", "application/json; charset=latin1"], ["X-Id", "1"]),
      "media-type finding",
      "latin1",
    ],
    ["two media types", withHeaders(json, json, ["X-Id", "1"]), "headers finding", "2: application/json"],
    ["a required header missing", withHeaders(json), "headers finding", "without it"],
    ["a header that is not valid", withHeaders(json, ["X-Id", "zero"]), "headers finding", "zero"],
    ["a header beyond its bound", withHeaders(json, ["X-Id", "0"]), "headers finding", "0"],
    ["a single header twice", withHeaders(json, ["X-Id", "1"], ["x-id", "2"]), "headers finding", "2 of them"],
    ["a property of another type", { body: JSON.stringify({ id: 5 }) }, "body-schema finding", '{"id":5}'],
    ["a format that does not hold", { body: '{"id":"x"}' }, "body-schema finding", '{"id":"x"}'],
    ["a property too many", { body: JSON.stringify({ id, more: 1 }) }, "body-schema finding", "more"],
    ["JSON that is cut", { body: '{"id":' }, "strict-json finding", "does not parse"],
    ["a byte order mark", { body: `\uFEFF${JSON.stringify({ id })}` }, "strict-json finding", "byte order mark"],
    ["a key twice", { body: `{"id":"${id}","id":"${id}"}` }, "strict-json finding", '"id" stands twice'],
    [
      "bytes that are not UTF-8",
      { body: Buffer.from(`{"id":"${id}","name":"\xe9"}`, "latin1") },
      "strict-json finding",
      "not UTF-8",
    ],
    ["an empty body", { body: "" }, "strict-json finding", "empty body"],
    ["a fault of framing", { faults: ["Content-Length is given twice"] }, "framing finding", "given twice"],
    [
      "a coding nobody asked for",
      withHeaders(json, ["X-Id", "1"], ["Content-Encoding", "gzip"]),
      "content-coding finding",
      "gzip",
    ],
    ["the key", { body: JSON.stringify({ id, name: secret }) }, "secrets finding", "in its body"],
    [
      "the key in a header",
      withHeaders(json, ["X-Id", "1"], ["X-Debug", `Bearer ${secret}`]),
      "secrets finding",
      "X-Debug",
    ],
    ["a cookie", withHeaders(json, ["X-Id", "1"], ["Set-Cookie", "a=b"]), "undocumented advice", "a=..."],
  ])("%s", (_, answer, check, got) => {
    const found = findingsOf(operation, success(), answer);
    expect(found.map(([name, severity]) => `${name} ${severity}`)).toEqual([check]);
    expect(found[0]?.[2]).toContain(got);
  });

  test.each<[string, Answer]>([
    ["utf-8 as charset", withHeaders(["Content-Type", 'application/json; charset="UTF-8"'], ["X-Id", "1"])],
    ["a list in one header or several", withHeaders(json, ["X-Id", "1"], ["X-Tags", "a, b"], ["X-Tags", "c"])],
    [
      "escapes, and numbers that a double holds",
      { body: `{"id":"${id}","name":"\\ud83c\\udfb5 \\u0000 9007199254740993"}` },
    ],
  ])("%s is right", (_, answer) => {
    expect(checksOf(operation, success(), answer)).toEqual([]);
  });
});

describe("answers beside each other", () => {
  const operation = operationWith({}, { "x-contract": { echoes: { "/name": "/name" }, unique: ["/id"] } });
  const other = "1f5a8ac1-6c4b-4d29-9a51-0a7f6d3c2b10";
  const answer = (own: string, name: string, sent = name): Answer => ({
    body: JSON.stringify({ id: own, name }),
    request: { name: sent },
  });

  test("an id twice", () => {
    expect(checksOf(operation, success(), answer(id, "a"), answer(id, "b"))).toEqual(["unique finding"]);
    expect(checksOf(operation, success(), answer(id, "a"), answer(other, "b"))).toEqual([]);
  });

  test("an echo that is not what was sent, byte for byte", () => {
    expect(checksOf(operation, success(), answer(id, "A", "a"))).toEqual(["echoes finding"]);
    expect(checksOf(operation, success(), answer(id, "e\u0301", "\u00e9"))).toEqual(["echoes finding"]);
  });

  test("what another request sent, where one's own is usual", () => {
    const plain = operationWith({});
    const marks = ["mark0000001", "mark0000002", "mark0000003", "mark0000004"];
    const own = marks.map((mark) => answer(id, mark));
    expect(checksOf(plain, success(), ...own)).toEqual([]);
    expect(checksOf(plain, success(), ...own.slice(1), answer(id, "mark0000002", "mark0000001"))).toEqual([
      "isolation finding",
    ]);
    const swapped = marks.map((mark, index) => answer(id, marks[(index + 1) % 4] ?? "", mark));
    expect(checksOf(plain, success(), ...swapped)).toEqual(["isolation finding"]);
    const constant = marks.map((mark) => answer(id, "food", mark));
    expect(checksOf(plain, success(), ...constant)).toEqual([]);
  });
});

test.each([
  [{ answers: { nothing: 400 } }, "#/paths/~1things/post/x-contract/answers/nothing is no class of requests"],
  [{ answers: { body: "bad" } }, "x-contract/answers/body must be a status"],
  [{ echoes: { "/a": "b" } }, "x-contract/echoes/~1a must hold JSON pointers"],
  [{ unique: "/id" }, "x-contract/unique must be a list"],
  [{ echo: {} }, "x-contract/echo is unknown: x-contract has echoes, unique and answers"],
])("x-contract %j is refused with its place", (hints, message) => {
  expect(() => operationWith({}, { "x-contract": hints })).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringContaining(message) }),
  );
});

test("every class of requests is described in openapi/README.md, and no other", async () => {
  const readme = await readFile(join(packageRoot, "openapi/README.md"), "utf8");
  const rows = readme.slice(readme.indexOf("| class |")).matchAll(/^\| `(\w+)` \|/gm);
  expect([...rows].map(([, name]) => name).sort()).toEqual(Object.keys(requestClasses).sort());
});
