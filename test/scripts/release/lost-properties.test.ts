import { expect, test } from "vitest";
import { findLostProperties } from "../../../scripts/release/lost-properties.ts";
import type { OpenApiDocument, Schema } from "../../../src/openapi/document.ts";

const text = { type: "string" };
const of = (...names: string[]) => ({ properties: Object.fromEntries(names.map((name) => [name, text])) });

/** The places that are lost from one schema to the next; both may refer to these components. */
function lost(base: Schema, revision: Schema, before: Record<string, Schema> = {}, after = before) {
  const inPlace = (schema: Schema, schemas: Record<string, Schema>) => ({
    document: { openapi: "3.1.0", info: { title: "", version: "" }, components: { schemas } } as OpenApiDocument,
    schemas: [{ schema, pointer: "" }],
  });
  return findLostProperties(inPlace(base, before), inPlace(revision, after));
}

test.each([
  ["in an object", { properties: { a: of("b") } }, { properties: { a: of() } }, "/properties/a/properties/b"],
  ["in items", { items: of("b") }, { items: of("c") }, "/items/properties/b"],
  ["in an item by its place", { prefixItems: [of("b")] }, { prefixItems: [of()] }, "/prefixItems/0/properties/b"],
  [
    "in values of any name",
    { additionalProperties: of("b") },
    { additionalProperties: of() },
    "/additionalProperties/properties/b",
  ],
  ["in a branch", { anyOf: [of("a"), of("b")] }, { anyOf: [of("a"), of()] }, "/anyOf/1/properties/b"],
  ["with a part that is gone", { allOf: [of("a"), of("b")] }, { allOf: [of("a")] }, "/allOf/1/properties/b"],
])("a property is lost %s", (_, base, revision, place) => {
  expect(lost(base, revision)).toEqual([place]);
  expect(lost(base, base)).toEqual([]);
});

test("a property that moves into a part, out of one or behind a $ref is not lost", () => {
  const [flat, parts, reference] = [of("a", "b"), { allOf: [of("a"), of("b")] }, { $ref: "#/components/schemas/AB" }];
  for (const base of [flat, parts, reference]) {
    for (const revision of [flat, parts, reference]) expect(lost(base, revision, { AB: flat })).toEqual([]);
  }
});

test("a schema that comes back to itself ends", () => {
  const tree = (names: string[]) => ({
    Tree: { properties: { ...of(...names).properties, kids: { items: { $ref: "#/components/schemas/Tree" } } } },
  });
  const root = { $ref: "#/components/schemas/Tree" };
  expect(lost(root, root, tree(["a", "b"]), tree(["a"]))).toEqual(["/components/schemas/Tree/properties/b"]);
});
