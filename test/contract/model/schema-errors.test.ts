import { describe, expect, test } from "vitest";
import { errorsOf, text, thing } from "./schema-errors.ts";

describe("errors of branches collapse to the keyword that combines them", () => {
  const nested = { type: "object", properties: { a: text }, required: ["a"] };
  test.each<[string, object, unknown, string[]]>([
    ["anyOf", { anyOf: [text, { type: "integer" }] }, true, [` anyOf ${thing}/anyOf`]],
    ["oneOf where none holds", { oneOf: [nested, { type: "integer" }] }, { a: 1 }, [` oneOf ${thing}/oneOf`]],
    ["oneOf where two hold", { oneOf: [text, { maxLength: 3 }] }, "a", [` oneOf ${thing}/oneOf`]],
    ["not", { not: text }, "a", [` not ${thing}/not`]],
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    ["if and then", { if: { required: ["a"] }, then: { required: ["b"] } }, { a: 1 }, [` if ${thing}/if`]],
    ["if and else", { if: { required: ["a"] }, else: { required: ["b"] } }, {}, [` if ${thing}/if`]],
    ["contains", { contains: { const: 1 } }, [2, 3], [` contains ${thing}/contains`]],
    ["anyOf in anyOf", { anyOf: [{ anyOf: [text] }, { type: "integer" }] }, true, [` anyOf ${thing}/anyOf`]],
    [
      "beside other errors",
      { anyOf: [{ required: ["x"] }, { required: ["y"] }], required: ["z"] },
      {},
      [`/z required ${thing}/required`, ` anyOf ${thing}/anyOf`],
    ],
    [
      "of one property, not of another",
      { properties: { a: { anyOf: [text] }, b: text } },
      { a: 1, b: 1 },
      [`/a anyOf ${thing}/properties/a/anyOf`, `/b type ${thing}/properties/b/type`],
    ],
    [
      "of one item, not of another",
      { items: { anyOf: [text, { type: "boolean" }] } },
      [1, "a", 2],
      [`/0 anyOf ${thing}/items/anyOf`, `/2 anyOf ${thing}/items/anyOf`],
    ],
    [
      "but of a schema and null: the schema's own faults",
      { anyOf: [{ properties: { a: text, b: text } }, { type: "null" }], maxProperties: 1 },
      { a: 1, b: 2 },
      [
        ` maxProperties ${thing}/maxProperties`,
        `/a type ${thing}/anyOf/0/properties/a/type`,
        `/b type ${thing}/anyOf/0/properties/b/type`,
      ],
    ],
    ["of null, which two branches allow", { oneOf: [{}, { type: "null" }] }, null, [` oneOf ${thing}/oneOf`]],
  ])("%s", (_, Thing, value, errors) => {
    expect(errorsOf({ Thing }, value).sort()).toEqual([...errors].sort());
  });

  test("through references too", () => {
    const schemas = {
      Thing: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] },
      Cat: nested,
      Dog: { ...nested, required: ["b"] },
    };
    expect(errorsOf(schemas, {})).toEqual([` oneOf ${thing}/oneOf`]);
  });

  test("an error outside the branches stays if the branches are valid", () => {
    expect(errorsOf({ Thing: { anyOf: [text, { type: "integer" }], maxLength: 1 } }, "ab")).toEqual([
      ` maxLength ${thing}/maxLength`,
    ]);
  });
});

describe("unevaluatedProperties", () => {
  const Thing = { allOf: [{ properties: { a: text } }], properties: { b: text }, unevaluatedProperties: false };

  test("knows what other parts describe", () => {
    expect(errorsOf({ Thing }, { a: "x", b: "x" })).toEqual([]);
    expect(errorsOf({ Thing }, { c: 1 })).toEqual([`/c unevaluatedProperties ${thing}/unevaluatedProperties`]);
  });

  test("is not reported besides the error that keeps a property from being evaluated", () => {
    expect(errorsOf({ Thing }, { a: 5 })).toEqual([`/a type ${thing}/allOf/0/properties/a/type`]);
  });
});

describe("a schema that contains itself", () => {
  const Thing = {
    type: "object",
    properties: {
      name: text,
      next: { $ref: `#${thing}` },
      all: { type: "array", items: { $ref: `#${thing}` } },
    },
  };

  test("is checked to any depth", () => {
    expect(errorsOf({ Thing }, { next: { all: [{}, { next: { name: 5 } }] } })).toEqual([
      `/next/all/1/next/name type ${thing}/properties/name/type`,
    ]);
  });
});
