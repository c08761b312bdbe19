import { describe, expect, test } from "vitest";
import type { ContractBody } from "../../../src/contract/model/operation.ts";
import { compileSchemas } from "../../../src/contract/model/schemas.ts";
import { findBodyLocations } from "../../../src/contract/values/body-locations.ts";
import { isIdentifier } from "../../../src/contract/values/locate.ts";
import type { OpenApiDocument, Schema } from "../../../src/openapi/document.ts";

const schemaPointer = "/components/schemas/Thing";
const text = { type: "string" };

/** The locations of a body of that schema. */
function find(schema: Schema, base: unknown, others: object = {}) {
  const schemas = { Thing: schema, ...others };
  const document: OpenApiDocument = { openapi: "3.1.0", info: { title: "", version: "" }, components: { schemas } };
  const compiled = compileSchemas(document);
  const compile = (pointer: string) => compiled.compile(pointer, "request");
  const validate = compile(schemaPointer);
  const body = { schema, schemaPointer, validate } as unknown as ContractBody;
  const found = findBodyLocations(body, base, { document, seed: 1, compile });
  return { ...found, ids: found.locations.map(({ id }) => id), validate };
}
const object = (properties: object, required: string[] = []): Schema => ({ type: "object", properties, required });

describe("the locations of a body", () => {
  test("are the whole, its properties and what is in them, each with its value", () => {
    const { locations } = find(object({ a: object({ b: text }, ["b"]) }, ["a"]), { a: { b: "x" } });
    expect(locations.map(({ path, value, required }) => [path, value, required])).toEqual([
      ["", { a: { b: "x" } }, true],
      ["/a", { b: "x" }, true],
      ["/a/b", "x", true],
    ]);
  });

  test("are those of optional properties too, in a body that has them and is valid", () => {
    const { locations, full, validate } = find(object({ a: text, b: { type: "integer" } }, ["a"]), { a: "x" });
    const optional = locations.find(({ path }) => path === "/b");
    expect(optional).toMatchObject({ required: false, root: { a: "x", b: expect.any(Number) } });
    expect(full).toEqual(optional?.root);
    expect(validate(full)).toEqual([]);
  });

  test("are not those that only the server gives, or that would make the body invalid", () => {
    const schema = {
      ...object({ a: text, id: { ...text, readOnly: true }, never: false, odd: text }, ["a"]),
      not: { required: ["odd"] },
    };
    const { full } = find(schema, { a: "x" });
    expect(full).toEqual({ a: "x" });
  });

  test("are those of properties that ask for each other", () => {
    const schema = { ...object({ a: text, b: text }), dependentRequired: { a: ["b"] } };
    expect(find(schema, {}).full).toEqual({ a: "value", b: "value" });
  });

  test("are those of the first and the last of three items, where a list has fewer", () => {
    const { ids, locations } = find(object({ list: { type: "array", items: text } }, ["list"]), { list: ["a"] });
    expect(ids).toEqual(["", "/list", "/list/0", "/list/0 of three", "/list/2 of three"]);
    expect(locations.at(-1)?.root).toMatchObject({
      list: [expect.any(String), expect.any(String), expect.any(String)],
    });
  });

  test("are those of three items that differ, where no two may be the same", () => {
    const { locations } = find({ type: "array", uniqueItems: true, items: text }, ["a"]);
    expect(new Set(locations.at(-1)?.root as string[]).size).toBe(3);
  });

  test("are those of one item, where there may be no more", () => {
    expect(find({ type: "array", maxItems: 1, items: text }, ["a"]).ids).toEqual(["", "/0"]);
  });

  test("know the branch that their value is of", () => {
    const { locations } = find(
      { oneOf: [object({ a: text }, ["a"]), object({ b: { type: "integer" } }, ["b"])] },
      { b: 1 },
    );
    expect(locations.map(({ path }) => path)).toContain("/b");
    expect(locations.find(({ path }) => path === "/b")?.parts[0]?.pointer).toBe(
      `${schemaPointer}/oneOf/1/properties/b`,
    );
  });

  test("end where a schema contains itself", () => {
    const Node = object({ next: { $ref: "#/components/schemas/Node" }, name: text });
    const { ids } = find({ $ref: "#/components/schemas/Node" }, {}, { Node });
    expect(ids).toContain("/next");
    expect(ids.length).toBeLessThan(50);
  });

  test("are a few hundred at most, however large the body is", () => {
    const base = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`name${index}`, "x"]));
    expect(find({ type: "object", additionalProperties: text }, base).locations.length).toBeLessThan(1_000);
  });
});

test.each<[string, Schema, boolean]>([
  ["/id", text, true],
  ["/orderId", text, true],
  ["/order_id", text, true],
  ["/itemIds/0", text, true],
  ["/uuid", text, true],
  ["/anything", { ...text, format: "uuid" }, true],
  ["/idea", text, false],
  ["/paid", text, false],
  ["/grid", text, false],
  ["", text, false],
])("%j of %j names something that must exist: %s", (path, schema, expected) => {
  expect(isIdentifier({ path, value: "x", parts: [{ schema, pointer: "" }], required: true })).toBe(expected);
});
