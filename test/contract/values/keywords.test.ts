import { describe, expect, test } from "vitest";
import { compileSchemas } from "../../../src/contract/model/schemas.ts";
import type { Candidate } from "../../../src/contract/values/candidate.ts";
import { invalidValues, validValues } from "../../../src/contract/values/keywords/index.ts";
import type { OpenApiDocument, Schema } from "../../../src/openapi/document.ts";
import { partsOf } from "../../../src/openapi/schema-parts.ts";

const pointer = "/components/schemas/Thing";

/** The candidates for a value of that schema, and which keywords fail with a value. */
function valuesOf(schema: Schema, value: unknown) {
  const components = { schemas: { Thing: schema } };
  const document: OpenApiDocument = { openapi: "3.1.0", info: { title: "", version: "" }, components };
  const location = { path: "", value, parts: partsOf(document, schema, pointer), required: true };
  const validate = compileSchemas(document).compile(pointer, "request");
  return {
    valid: validValues(location, 1),
    invalid: invalidValues(location, document),
    failing: (candidate: unknown) => validate(candidate).map(({ keyword }) => keyword),
  };
}

const namesOf = (candidates: Candidate[]) => candidates.map(({ name }) => name);
const branch = (name: string) => ({
  type: "object",
  properties: { [name]: { type: "string" } },
  required: [name],
  additionalProperties: false,
});

describe.each<[string, Schema, unknown, string[], string[]]>([
  ["minLength", { type: "string", minLength: 3 }, "abc", ["shortest"], ["too-short", "too-short-astral", "empty"]],
  ["maxLength", { type: "string", maxLength: 3 }, "abc", ["longest", "longest-astral"], ["too-long", "far-too-long"]],
  ["pattern", { type: "string", pattern: "^[A-Z]{2}$" }, "AB", ["pattern-0"], ["pattern-lower", "pattern-longer"]],
  ["format", { type: "string", format: "date" }, "2024-02-28", ["format-0", "format-1"], ["date-0"]],
  ["format", { type: "integer", format: "int32" }, 5, ["large", "large-negative"], []],
  ["minimum", { type: "integer", minimum: 2 }, 5, ["minimum-at", "minimum-inside"], ["minimum-off", "negative"]],
  ["maximum", { type: "integer", maximum: 9 }, 5, ["maximum-at", "maximum-inside"], ["maximum-off", "maximum-far"]],
  [
    "exclusiveMinimum",
    { type: "number", exclusiveMinimum: 0 },
    5,
    ["exclusiveMinimum-inside"],
    ["exclusiveMinimum-at"],
  ],
  [
    "exclusiveMaximum",
    { type: "number", exclusiveMaximum: 9 },
    5,
    ["exclusiveMaximum-inside"],
    ["exclusiveMaximum-at"],
  ],
  ["multipleOf", { type: "number", multipleOf: 0.5 }, 5, ["zero", "one", "negative"], ["multiple-off-half"]],
  ["enum", { enum: ["red", "blue"] }, "red", ["choice-0", "choice-1"], ["choice-upper-1", "choice-unknown"]],
  ["const", { const: true }, true, [], ["choice-opposite"]],
  ["minItems", { type: "array", minItems: 2 }, ["a", "b"], ["items-2", "items-3"], ["too-few", "none"]],
  ["maxItems", { type: "array", maxItems: 4 }, ["a", "b"], ["items-4"], ["too-many", "far-too-many"]],
  ["uniqueItems", { type: "array", uniqueItems: true }, ["a", "b"], ["items-case"], ["twice", "twice-apart"]],
  ["minProperties", { type: "object", minProperties: 1 }, { a: 1 }, [], ["too-empty"]],
  ["maxProperties", { type: "object", maxProperties: 2 }, { a: 1 }, ["properties-most"], ["too-full"]],
  ["oneOf", { oneOf: [branch("a"), branch("b")] }, { a: "x" }, [], ["both-b"]],
])("%s: %j", (keyword, schema, value, valid, invalid) => {
  const values = valuesOf(schema, value);

  test("has values inside, which are valid", () => {
    expect(namesOf(values.valid)).toEqual(expect.arrayContaining(valid));
    const inside = values.valid.filter(({ name }) => valid.includes(name));
    for (const candidate of inside) expect(values.failing(candidate.value), candidate.name).toEqual([]);
  });

  test("has values outside, which fail for it alone", () => {
    expect(namesOf(values.invalid)).toEqual(expect.arrayContaining(invalid));
    const outside = values.invalid.filter(({ name }) => invalid.includes(name));
    for (const candidate of outside) expect(values.failing(candidate.value), candidate.name).toEqual([keyword]);
  });

  test("names each of its values once", () => {
    for (const names of [namesOf(values.valid), namesOf(values.invalid)])
      expect(new Set(names).size).toBe(names.length);
  });
});

describe("valid values", () => {
  test("are of every type that the schema allows, null first", () => {
    const { valid } = valuesOf({ type: ["integer", "null", "boolean"] }, 5);
    expect(namesOf(valid)).toEqual(expect.arrayContaining(["null", "zero", "true"]));
    expect(valid[0]?.name).toBe("null");
    expect(namesOf(valid)).not.toContain("unicode");
  });

  test("are the choices alone where there are some, and null where the type allows it", () => {
    expect(namesOf(valuesOf({ enum: ["a", 1] }, "a").valid)).toEqual(["choice-0", "choice-1"]);
    const nullable = valuesOf({ type: ["string", "null"], enum: ["a"] }, "a");
    expect(namesOf(nullable.valid)).toEqual(["choice-0", "null"]);
  });

  test("are of the value's own type where the schema names none", () => {
    expect(namesOf(valuesOf({}, true).valid)).toEqual(["true", "false"]);
  });

  test("write an integer in other ways", () => {
    const raw = valuesOf({ type: "integer" }, 5).valid.flatMap((candidate) => candidate.raw ?? []);
    expect(raw).toEqual(["5.0", "5e0"]);
  });
});

describe("invalid values", () => {
  test("leave out huge texts and lists", () => {
    const text = valuesOf({ type: "string", maxLength: 1_000_000 }, "a");
    const list = valuesOf({ type: "array", maxItems: 100_000 }, ["a"]);
    expect([...text.invalid, ...list.invalid]).toEqual([]);
  });

  test("are disputed where sensible servers disagree", () => {
    const { invalid } = valuesOf({ type: "integer", format: "int32" }, 5);
    const disputed = invalid.filter((candidate) => candidate.disputed);
    expect(namesOf(disputed)).toEqual(["format-high", "format-low"]);
  });
});
