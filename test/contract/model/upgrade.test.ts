import { describe, expect, test } from "vitest";
import { upgradeTo31 } from "../../../src/contract/model/upgrade.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";

const documentWith = (schema: unknown, openapi: string): OpenApiDocument => ({
  openapi,
  info: { title: "Things", version: "1" },
  components: { schemas: { Thing: schema } },
});

/** The schema as it is after the upgrade of a document of that version. */
const upgraded = (schema: unknown, openapi = "3.0.3") =>
  upgradeTo31(documentWith(schema, openapi)).components?.schemas?.Thing;

describe("nullable becomes a type", () => {
  test.each<[string, object, object]>([
    ["beside a type", { type: "string", nullable: true }, { type: ["string", "null"] }],
    ["beside several types", { type: ["string", "null"], nullable: true }, { type: ["string", "null"] }],
    ["where it is false, it goes", { type: "string", nullable: false }, { type: "string" }],
    ["without a type it says nothing: 3.0.3 asks for both", { nullable: true, maxLength: 3 }, { maxLength: 3 }],
    [
      "in properties, items and combinations",
      {
        properties: { a: { type: "array", nullable: true, items: { type: "integer", nullable: true } } },
        allOf: [{ type: "object", nullable: true }],
      },
      {
        properties: { a: { type: ["array", "null"], items: { type: ["integer", "null"] } } },
        allOf: [{ type: ["object", "null"] }],
      },
    ],
  ])("%s", (_, schema, expected) => {
    expect(upgraded(schema)).toEqual(expected);
  });

  const orNull = (schema: object, more: object = {}) => ({
    ...more,
    $comment: "nullable",
    anyOf: [schema, { type: "null" }],
  });
  const $ref = "#/components/schemas/Other";
  test.each<[string, object, object]>([
    ["a $ref", { $ref, nullable: true }, orNull({ $ref })],
    ["a $ref, where it is false", { $ref, nullable: false }, { $ref }],
    ["allOf", { allOf: [{ $ref }], nullable: true }, orNull({ allOf: [{ $ref }] })],
    [
      "allOf and a type",
      { type: "object", allOf: [{ $ref }], nullable: true },
      orNull({ type: "object", allOf: [{ $ref }] }),
    ],
    [
      "oneOf, with what only describes",
      { oneOf: [{ $ref }], nullable: true, description: "Text.", readOnly: true, example: null },
      orNull({ oneOf: [{ $ref }] }, { description: "Text.", readOnly: true, example: null }),
    ],
    ["anyOf", { anyOf: [{ $ref }], nullable: true }, orNull({ anyOf: [{ $ref }] })],
    ["an enum without null", { enum: ["a"], nullable: true }, { enum: ["a", null] }],
    ["an enum with null", { enum: ["a", null], nullable: true }, { enum: ["a", null] }],
    [
      "a type and an enum",
      { type: "string", enum: ["a"], nullable: true },
      { type: ["string", "null"], enum: ["a", null] },
    ],
  ])("beside %s, in any version", (_, schema, expected) => {
    for (const version of ["3.0.0", "3.0.1", "3.0.3", "3.0.4", "3.1.0"])
      expect(upgraded(schema, version)).toEqual(expected);
  });

  test("in documents of 3.1 whose authors still write it, too", () => {
    expect(upgraded({ type: "string", nullable: true }, "3.1.0")).toEqual({ type: ["string", "null"] });
  });
});

describe("a boolean bound of 3.0 becomes a number", () => {
  test.each<[object, object]>([
    [{ minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    [{ maximum: 9, exclusiveMaximum: true }, { exclusiveMaximum: 9 }],
    [{ minimum: 0, exclusiveMinimum: false }, { minimum: 0 }],
    [
      { maximum: 0, exclusiveMaximum: true, minimum: -1 },
      { exclusiveMaximum: 0, minimum: -1 },
    ],
    [
      { minimum: 1, maximum: 2 },
      { minimum: 1, maximum: 2 },
    ],
  ])("%j", (schema, expected) => {
    expect(upgraded({ type: "number", ...schema })).toEqual({ type: "number", ...expected });
  });

  test("numbers of 3.1 stay", () => {
    const schema = { type: "number", minimum: 0, exclusiveMinimum: 1 };
    expect(upgraded(schema, "3.1.0")).toEqual(schema);
  });
});

describe("what stands beside a $ref", () => {
  const schema = { properties: { a: { $ref: "#/components/schemas/Other", maxLength: 3 } } };

  test("goes in 3.0, which ignores it", () => {
    expect(upgraded(schema)).toEqual({ properties: { a: { $ref: "#/components/schemas/Other" } } });
  });

  test("stays in 3.1, where it counts", () => {
    expect(upgraded(schema, "3.1.0")).toEqual(schema);
  });
});

describe("names that authors chose mean nothing", () => {
  const nullableText = { type: "string", nullable: true };
  const nullText = { type: ["string", "null"] };

  test.each([
    "nullable",
    "properties",
    "example",
    "examples",
    "default",
    "enum",
    "value",
    "const",
    "exclusiveMinimum",
    "$ref",
    "schemas",
  ])("a property called %s is a schema like any other", (name) => {
    expect(upgraded({ type: "object", properties: { [name]: nullableText } })).toEqual({
      type: "object",
      properties: { [name]: nullText },
    });
  });

  test("a property called properties may have properties", () => {
    const inner = { type: "object", properties: { example: nullableText } };
    expect(upgraded({ properties: { properties: inner } })).toEqual({
      properties: { properties: { type: "object", properties: { example: nullText } } },
    });
  });

  test("a property called __proto__ stays one", () => {
    const schema = JSON.parse('{"properties":{"__proto__":{"type":"string","nullable":true}}}');
    expect(JSON.stringify(upgraded(schema))).toBe('{"properties":{"__proto__":{"type":["string","null"]}}}');
  });

  test.each(["example", "default", "enum", "value", "examples"])(
    "a schema of the document called %s is upgraded",
    (name) => {
      const document = { ...documentWith({}, "3.0.3"), components: { schemas: { [name]: nullableText } } };
      expect(upgradeTo31(document).components).toEqual({ schemas: { [name]: nullText } });
    },
  );

  test("the response called default is upgraded", () => {
    const response = (schema: object) => ({
      default: { description: "", content: { "application/json": { schema } } },
    });
    const paths = (schema: object) => ({ "/a": { get: { responses: response(schema) } } });
    expect(upgradeTo31({ ...documentWith({}, "3.0.3"), paths: paths(nullableText) }).paths).toEqual(paths(nullText));
  });

  test.each(["$defs", "patternProperties", "dependentSchemas"])("a name below %s is no keyword", (keyword) => {
    expect(upgraded({ [keyword]: { example: nullableText } }, "3.1.0")).toEqual({ [keyword]: { example: nullText } });
  });
});

describe("data stays as it is, whatever it looks like", () => {
  const data = { type: "string", nullable: true, minimum: 1, exclusiveMinimum: true, $ref: "#/x" };

  test.each<[string, object]>([
    ["an example", { example: data }],
    ["a default", { default: data }],
    ["a choice", { enum: [data] }],
    ["a constant", { const: data }],
    ["the examples of a schema", { examples: [data] }],
  ])("%s", (_, schema) => {
    expect(upgraded(schema)).toEqual(schema);
    expect(upgraded(schema, "3.1.0")).toEqual(schema);
  });

  test("the value of a named example", () => {
    const content = { "application/json": { examples: { one: { value: data } } } };
    const document = { ...documentWith({}, "3.0.3"), components: { requestBodies: { A: { content } } } };
    expect(upgradeTo31(document).components).toEqual({ requestBodies: { A: { content } } });
  });
});

test("the original document stays as it is, and upgrading again changes nothing", () => {
  const document = documentWith({ type: "number", nullable: true, minimum: 1, exclusiveMinimum: true }, "3.0.3");
  const before = JSON.stringify(document);
  const once = upgradeTo31(document);
  expect(JSON.stringify(document)).toBe(before);
  expect(upgradeTo31(once)).toEqual(once);
});
