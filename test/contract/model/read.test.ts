import { describe, expect, test } from "vitest";
import { isDocumented } from "../../../src/contract/model/paths.ts";
import { readOperations } from "../../../src/contract/model/read.ts";
import { countReads } from "../../openapi/count-reads.ts";
import { documentWith, readAll, readOne, whySkipped } from "./read.ts";

const responses = { 200: { description: "Fine." } };
const json = (schema: unknown) => ({ content: { "application/json": { schema } } });
const operation = "/paths/~1things/post";
const things = (post: object, components?: object) =>
  documentWith({ "/things": { post: { responses, ...post } } }, components);

describe("every operation is read, in the document's order", () => {
  test("with its method, its path, its pointer and the other methods of the path", () => {
    const document = documentWith({
      "/a": { summary: "not a method", get: { responses, operationId: "getA" }, post: { responses } },
      "/b/{id}": { delete: { responses } },
    });
    const read = readAll(document).map((one) => "operation" in one && one.operation);
    expect(read).toMatchObject([
      { id: "getA", method: "GET", path: "/a", pointer: "/paths/~1a/get", methods: ["GET", "POST"] },
      { id: "POST /a", method: "POST", pointer: "/paths/~1a/post", methods: ["GET", "POST"] },
      { id: "DELETE /b/{id}", method: "DELETE", pointer: "/paths/~1b~1{id}/delete", methods: ["DELETE"] },
    ]);
  });

  test("and nothing is read of a document without paths", () => {
    expect(readAll({ openapi: "3.1.0", info: { title: "", version: "" } })).toEqual([]);
  });

  test("one that cannot be read leaves the others", () => {
    const document = documentWith({
      "/a": { post: { responses, requestBody: json({ $ref: "#/components/schemas/Nothing" }) } },
      "/b": { post: { responses } },
    });
    expect(readAll(document).map((one) => ("operation" in one ? one.operation.id : one.id))).toEqual([
      "POST /a",
      "POST /b",
    ]);
  });
});

test("the work grows with the number of operations, not with its square", () => {
  const readsFor = (count: number) => {
    const item = { get: { parameters: [{ name: "id", in: "path", schema: {} }], responses } };
    const paths = Array.from({ length: count }, (_, index) => [`/things/${index}/{id}`, item]);
    const { document, reads } = countReads(documentWith(Object.fromEntries(paths)));
    for (const read of readOperations(document, { compile: () => () => [] })) {
      if (!("operation" in read)) throw new Error(read.skipped);
      expect(isDocumented(document, read.operation.path, "POST")).toBe(false);
    }
    return reads();
  };
  expect(readsFor(2000) / readsFor(400)).toBeLessThan(5.5);
});

describe("an operation that cannot be tested is skipped, with the reason", () => {
  test.each<[string, object, RegExp]>([
    [
      "its body is of media types that the suite does not write",
      { requestBody: { required: true, content: { "application/xml": {}, "text/csv": {} } } },
      /^its body is application\/xml, text\/csv, and the suite sends JSON, forms and plain text$/,
    ],
    ["it has no success", { responses: { 404: { description: "" } } }, /documents no success/],
    ["it has no response", { responses: {} }, /documents no success/],
    ["a $ref leads nowhere", { requestBody: { $ref: "#/components/requestBodies/No" } }, /leads nowhere/],
    [
      "a schema leads nowhere",
      { requestBody: json({ $ref: "#/components/schemas/No" }) },
      /its schemas cannot be used: .*No/,
    ],
    ["a pattern is none", { requestBody: json({ pattern: "(" }) }, /its schemas cannot be used/],
    [
      "a response's schema cannot be used",
      { responses: { 200: { description: "", ...json({ $ref: "#/x" }) } } },
      /its schemas cannot be used/,
    ],
  ])("%s", (_, post, why) => {
    expect(whySkipped(things(post))).toMatch(why);
  });

  test.each(["200", "2XX", "default", "302", "3xx"])("%s is a success", (status) => {
    expect(whySkipped(things({ responses: { [status]: { description: "" } } }))).toBeUndefined();
  });

  test("an optional body and is no JSON is left out", () => {
    expect(readOne(things({ requestBody: { content: { "text/csv": {} } } })).body).toBeUndefined();
  });

  test("what x-contract has wrong ends the run", () => {
    expect(() => readAll(things({ "x-contract": { statuses: { no: 1 } } }))).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message: expect.stringContaining(`#${operation}/x-contract/statuses/no`),
      }),
    );
  });
});

describe("the request body", () => {
  test("is read with its media types, its schema and where they stand", () => {
    const content = { "text/csv": {}, "application/hal+json": { schema: { type: "object" } }, "application/*": {} };
    const { body } = readOne(things({ requestBody: { required: true, content } }));
    expect(body).toMatchObject({
      required: true,
      mediaType: "application/hal+json",
      mediaTypes: ["text/csv", "application/hal+json", "application/*"],
      pointer: `${operation}/requestBody`,
      schemaPointer: `${operation}/requestBody/content/application~1hal+json/schema`,
    });
    expect(body?.validate(5)).toMatchObject([{ keyword: "type" }]);
  });

  test("need not be there unless it says so, and goes out as JSON for a range of types", () => {
    const { body } = readOne(things({ requestBody: { content: { "*/*": { schema: { type: "object" } } } } }));
    expect(body).toMatchObject({ required: false, contentType: "application/json" });
  });

  test("may be a reference, and is told where it leads", () => {
    const components = { requestBodies: { "A/B": json({ type: "object" }) } };
    const { body } = readOne(things({ requestBody: { $ref: "#/components/requestBodies/A~1B" } }, components));
    expect(body?.pointer).toBe("/components/requestBodies/A~1B");
    expect(body?.validate([])).toHaveLength(1);
  });

  test.each<[string, object]>([
    ["no schema", { content: { "application/json": {} } }],
    ["the schema true", json(true)],
  ])("with %s may be anything", (_, requestBody) => {
    expect(readOne(things({ requestBody })).body?.validate({ any: 1 })).toEqual([]);
  });

  test("of a GET means nothing", () => {
    const document = documentWith({ "/a": { get: { responses, requestBody: { required: true, ...json({}) } } } });
    expect(readOne(document).body).toBeUndefined();
  });

  test("has all its examples, with where they stand", () => {
    const components = {
      examples: { Other: { value: 2 } },
      schemas: { Thing: { example: 4, examples: [5, 6] } },
    };
    const entry = {
      schema: { $ref: "#/components/schemas/Thing" },
      examples: {
        one: { value: 1 },
        other: { $ref: "#/components/examples/Other" },
        far: { externalValue: "https://a" },
      },
      example: 3,
    };
    const { body } = readOne(things({ requestBody: { content: { "application/json": entry } } }, components));
    const place = `${operation}/requestBody/content/application~1json`;
    expect(body?.examples.map(({ value, pointer }) => [value, pointer])).toEqual([
      [3, `${place}/example`],
      [1, `${place}/examples/one`],
      [2, "/components/examples/Other"],
      [5, "/components/schemas/Thing/examples/0"],
      [4, "/components/schemas/Thing/example"],
    ]);
  });

  test("names no two of its examples alike", () => {
    const entry = { schema: { example: 4, examples: [5] }, example: 3 };
    const { body } = readOne(things({ requestBody: { content: { "application/json": entry } } }));
    expect(new Set(body?.examples.map(({ name }) => name)).size).toBe(3);
  });
});
