import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSchemas } from "../../../src/contract/model/schemas.ts";
import { matching, type SampleOptions, sample, sampleNumber, vary } from "../../../src/contract/values/sample.ts";
import type { OpenApiDocument, Schema } from "../../../src/openapi/document.ts";

const place = "/components/schemas/Thing";

function documentWith(schema: unknown, others: object = {}): OpenApiDocument {
  const schemas = { Thing: schema, ...others };
  return { openapi: "3.1.0", info: { title: "Things", version: "1" }, components: { schemas } };
}

/** A sample of the schema. */
function of(schema: unknown, options: Partial<SampleOptions> = {}, others: object = {}): unknown {
  return sample(schema as Schema, place, { document: documentWith(schema, others), seed: 1, ...options });
}

const text = { type: "string" };
const nested = { type: "object", required: ["a"], properties: { a: text, b: { type: "integer" } } };

describe("a sample is what the schema shows, where it shows something", () => {
  test.each<[string, object, unknown]>([
    ["its constant", { const: 5, example: 6 }, 5],
    ["its first example", { type: "string", examples: ["a", "b"], default: "c" }, "a"],
    ["its example", { type: "string", example: "a", default: "c" }, "a"],
    ["its default", { type: "string", default: "c" }, "c"],
    ["its first choice", { enum: ["x", "y"] }, "x"],
    ["the choice that the example names", { enum: ["x", "y"], example: "y" }, "y"],
    ["its first choice where the example is none", { enum: ["x", "y"], example: "z" }, "x"],
    ["an example that is false", { type: "boolean", example: false }, false],
  ])("%s", (_, schema, value) => {
    expect(of(schema)).toEqual(value);
  });
});

describe("a sample is valid", () => {
  test.each<[object]>([
    [{ type: "string", minLength: 20 }],
    [{ type: "string", maxLength: 2 }],
    [{ type: "string", pattern: "^[a-f]{4}-\\d+$", minLength: 8 }],
    [{ type: "string", format: "date-time" }],
    [{ type: "integer", minimum: 7 }],
    [{ type: "integer", exclusiveMinimum: 7, maximum: 8 }],
    [{ type: "integer", maximum: -3 }],
    [{ type: "integer", multipleOf: 7, minimum: 1 }],
    [{ type: "integer", exclusiveMaximum: 0, multipleOf: 5 }],
    [{ type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }],
    [{ type: "number", exclusiveMinimum: 1 }],
    [{ type: "number", exclusiveMaximum: 0 }],
    [{ type: "array", minItems: 3, items: { type: "integer" } }],
    [{ type: "array", maxItems: 0 }],
    [{ type: "array", minItems: 3, uniqueItems: true, items: text }],
    [{ type: "array", minItems: 12, uniqueItems: true, items: { type: "string", format: "uuid" } }],
    [{ type: "array", minItems: 2, uniqueItems: true, items: nested }],
    [{ type: "array", prefixItems: [text, { type: "boolean" }], items: { type: "integer" }, minItems: 3 }],
    [{ type: ["null", "string"] }],
    [{ type: "null" }],
    [{ required: ["a"], properties: { a: { minimum: 1 } } }],
    [{ allOf: [{ type: "integer", minimum: 1 }, { minimum: 5 }, { maximum: 9 }] }],
  ])("%j", (schema) => {
    const validate = compileSchemas(documentWith(schema)).compile(place, "request");
    expect(validate(of(schema))).toEqual([]);
  });

  test("whatever bounds an integer has, if any integer is within", () => {
    const bound = fc.integer({ min: -1_000, max: 1_000 });
    fc.assert(
      fc.property(bound, fc.nat({ max: 50 }), fc.integer({ min: 1, max: 20 }), (minimum, width, multipleOf) => {
        const schema = { type: "integer", minimum, maximum: minimum + multipleOf + width, multipleOf };
        const value = sampleNumber([{ schema, pointer: place }], 1);
        // -0 is 0 in JSON.
        expect([value % multipleOf === 0, value >= minimum, value <= schema.maximum]).toEqual([true, true, true]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("an object", () => {
  test("has what is required, and all that may be there where it is full", () => {
    expect(of(nested)).toEqual({ a: "value" });
    expect(of(nested, { full: true })).toEqual({ a: "value", b: 1 });
  });

  test("has nothing that only the server gives", () => {
    expect(
      of({ type: "object", required: ["id"], properties: { id: { ...text, readOnly: true } } }, { full: true }),
    ).toEqual({});
  });

  test("that is a map has an entry where it is full", () => {
    expect(of({ type: "object", additionalProperties: { type: "integer" } }, { full: true })).toEqual({ name: 1 });
  });

  test("that contains itself ends", () => {
    const others = { Node: { type: "object", properties: { next: { $ref: "#/components/schemas/Node" } } } };
    const value = of({ $ref: "#/components/schemas/Node" }, { full: true }, others);
    expect(JSON.stringify(value).length).toBeLessThan(100);
    expect(value).toHaveProperty("next");
  });
});

test("the branch of a combination is the one that is asked for, the last where there are fewer", () => {
  const schema = { oneOf: [{ const: 1 }, { const: 2 }] };
  expect([0, 1, 5].map((branch) => of(schema, { branch }))).toEqual([1, 2, 2]);
});

test("the same seed gives the same texts for a pattern, and they match", () => {
  const texts = matching("^[a-z]{3,9}$", 1);
  expect(texts).toEqual(matching("^[a-z]{3,9}$", 1));
  expect(texts).not.toEqual(matching("^[a-z]{3,9}$", 2));
  expect(texts.filter((one) => !/^[a-z]{3,9}$/.test(one))).toEqual([]);
});

test("a pattern that is none has no texts", () => {
  expect(matching("(", 1)).toEqual([]);
});

test.each([[1], ["text"], ["0f5a8ac1-6c4b-4d29-9a51-0a7f6d3c2b10"], [{ a: "x" }]])(
  "%j varies in its kind, each time other",
  (value) => {
    const all = [value, ...Array.from({ length: 20 }, (_, index) => vary(value, index + 1))].map((one) =>
      JSON.stringify(one),
    );
    expect(new Set(all).size).toBe(21);
  },
);
