import { expect, onTestFinished, test } from "vitest";
import { startMock } from "../../src/mock/index.ts";

const json = (schema: object) => ({ content: { "application/json": { schema } } });

/** The status of a POST of that JSON to a mock of the document. */
async function statusOf(parts: object, body: unknown): Promise<number> {
  const mock = await startMock({ spec: { openapi: "3.1.0", info: { title: "t", version: "1" }, ...parts } });
  onTestFinished(() => mock.close());
  const headers = { "Content-Type": "application/json" };
  return (await fetch(`${mock.url}/a`, { method: "POST", headers, body: JSON.stringify(body) })).status;
}

test("a $ref to a file in an extension is data: nothing reads the file", async () => {
  const post = {
    "x-docs": { $ref: "./nowhere.md" },
    requestBody: json({ type: "object" }),
    responses: { 200: { description: "", ...json({ type: "object" }) } },
  };
  expect(await statusOf({ paths: { "/a": { post } }, "x-topics": [{ $ref: "./nowhere.md" }] }, {})).toBe(200);
});

test("the branches of a union exclude each other by their discriminator", async () => {
  const branch = (name: string) => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string" }, [name]: { type: "integer" } },
  });
  const schema = {
    oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
    discriminator: { propertyName: "kind" },
  };
  const post = { requestBody: json(schema), responses: { 204: { description: "" }, 422: { description: "" } } };
  const document = {
    paths: { "/a": { post } },
    components: { schemas: { Cat: branch("lives"), Dog: branch("size") } },
  };
  expect(await statusOf(document, { kind: "Cat", lives: 9 })).toBe(204);
  expect(await statusOf(document, { kind: "Cat", lives: "many" })).toBe(422);
});
