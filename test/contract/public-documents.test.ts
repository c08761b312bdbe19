import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { runContract } from "../../src/contract/index.ts";
import { bySeverity } from "../../src/contract/report/report.ts";
import { startMock } from "../../src/mock/index.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";

const ok = { description: "ok" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object, more: object = {}) => ({ content: { "application/json": { schema, ...more } } });
const form = "application/x-www-form-urlencoded";

/** A document of version 3.1 with those paths. */
function documentOf(paths: object, more: object = {}): OpenApiDocument {
  return { openapi: "3.1.0", info: { title: "t", version: "1" }, paths, ...more } as OpenApiDocument;
}

/** A document with one POST that takes that body. */
function taking(requestBody: object, more: object = {}): OpenApiDocument {
  const responses = { 200: ok, 400: { description: "bad" } };
  return documentOf({ "/a": { post: { operationId: "a", responses, requestBody } } }, more);
}

const pet = { type: "object", required: ["petType"], properties: { petType: { type: "string" } } };
const tags = { type: "array", items: { type: "string" }, default: [], maxItems: 5 };

const documents: Record<string, OpenApiDocument> = {
  "path items behind a $ref": documentOf(
    { "/a": { $ref: "#/components/pathItems/A" }, "/b": { get: { responses: { 200: ok } } } },
    { components: { pathItems: { A: { get: { responses: { 200: ok } }, delete: { responses: { 204: ok } } } } } },
  ),
  "a $ref to a file in an extension": documentOf(
    { "/a": { get: { responses: { 200: ok } } } },
    { "x-topics": [{ content: { $ref: "./docs/start.md" } }] },
  ),
  "one $id in two examples": documentOf({
    "/a": {
      get: { responses: { 200: { ...ok, ...json({ type: "object" }, { example: { $id: "01234500" } }) } } },
      post: { responses: { 200: { ...ok, ...json({ type: "object" }, { example: { $id: "01234500" } }) } } },
    },
  }),
  "a boolean exclusiveMinimum": taking(
    json({ type: "object", properties: { n: { type: "number", minimum: 0, exclusiveMinimum: true } } }),
  ),
  "an empty enum": documentOf({
    "/a": {
      get: { parameters: [{ name: "x", in: "query", schema: { type: "string", enum: [] } }], responses: { 200: ok } },
    },
  }),
  "a discriminator of branches that overlap": taking(
    {
      required: true,
      ...json({
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: { propertyName: "petType", mapping: { cat: ref("Cat").$ref, dog: ref("Dog").$ref } },
      }),
    },
    {
      components: {
        schemas: {
          Pet: pet,
          Cat: { allOf: [ref("Pet"), { type: "object", properties: { skill: { type: "string" } } }] },
          Dog: { allOf: [ref("Pet"), { type: "object", properties: { size: { type: "integer" } } }] },
        },
      },
    },
  ),
  "a list that is empty by default": taking({ required: true, ...json({ type: "object", properties: { tags } }) }),
  "a form that may be absent": taking({
    content: { [form]: { schema: { type: "object", required: ["To"], properties: { To: { type: "string" } } } } },
  }),
};

/** Judges the mock of the document. */
async function judgeMock(document: OpenApiDocument) {
  const mock = await startMock({ spec: document });
  onTestFinished(() => mock.close());
  return runContract({ url: mock.url, document });
}

describe("the mock of a document with", () => {
  test.each(Object.entries(documents))("%s passes, and every operation is tested", async (_, document) => {
    const report = await judgeMock(document);
    expect(bySeverity(report).errors).toEqual([]);
    expect(report).toMatchObject({ passed: true, skipped: [] });
    expect(report.operations.tested).toBe(report.operations.total);
  });
});

test("a server that fails on any item of a list that is empty by default is found out", async () => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const status = /"tags":\s*\[\s*[^\]\s]/.test(Buffer.concat(chunks).toString()) ? 500 : 200;
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const document = documents["a list that is empty by default"] as OpenApiDocument;
  const report = await runContract({ url, document, only: ["examples", "boundaries"] });
  expect(bySeverity(report).errors.map(({ check }) => check)).toContain("server-error");
});
