import { describe, expect, test } from "vitest";
import { withoutIds } from "../../src/openapi/schema-ids.ts";

const documentOf = (schemas: object) => ({
  openapi: "3.1.0",
  info: { title: "t", version: "1" },
  components: { schemas },
});
const refIn = (schemas: object) =>
  JSON.stringify(withoutIds(documentOf(schemas)).components).match(/"\$ref":"([^"]*)"/)?.[1];
const id = "https://example.com/schemas/pet.json";

describe("a $ref to a schema by its name becomes one by its pointer", () => {
  test.each<[string, object, string]>([
    ["its $id", { Pet: { $id: id }, A: { $ref: id } }, "#/components/schemas/Pet"],
    ["its $id, which is no URL", { Pet: { $id: "Pet" }, A: { $ref: "Pet" } }, "#/components/schemas/Pet"],
    [
      "its $id, from another schema beside it",
      { Pet: { $id: id }, A: { $id: "https://example.com/schemas/a.json", items: { $ref: "pet.json" } } },
      "#/components/schemas/Pet",
    ],
    [
      "its $id, and a pointer into it",
      { Pet: { $id: id, $defs: { B: {} } }, A: { $ref: `${id}#/$defs/B` } },
      "#/components/schemas/Pet/$defs/B",
    ],
    ["its $anchor", { Pet: { $anchor: "pet" }, A: { $ref: "#pet" } }, "#/components/schemas/Pet"],
    [
      "the $anchor of a schema with an $id",
      { Pet: { $id: id, $defs: { B: { $anchor: "b" } }, items: { $ref: "#b" } } },
      "#/components/schemas/Pet/$defs/B",
    ],
    [
      "a pointer that starts from the schema with the $id",
      { Pet: { $id: id, $defs: { B: {} }, items: { $ref: "#/$defs/B" } } },
      "#/components/schemas/Pet/$defs/B",
    ],
    [
      "a pointer that starts from the document all the same",
      { B: {}, Pet: { $id: id, items: { $ref: "#/components/schemas/B" } } },
      "#/components/schemas/B",
    ],
  ])("%s", (_, schemas, ref) => {
    expect(refIn(schemas)).toBe(ref);
    expect(JSON.stringify(withoutIds(documentOf(schemas)))).not.toMatch(/"\$(id|anchor)":/);
  });
});

test.each<[string, object]>([
  ["a property called $id", { Pet: { properties: { $id: { type: "string" }, $anchor: {} } }, Named: { title: "n" } }],
  ["data", { Pet: { example: { $id: id }, const: { $ref: "Pet" }, "x-a": { $anchor: "a" } } }],
  ["a $ref that no schema has the name of", { Pet: { $ref: "https://example.com/other.json" } }],
])("%s stays", (_, schemas) => {
  const more = { ...schemas, Other: { $id: "Other" } };
  expect(withoutIds(documentOf(more)).components.schemas).toEqual({ ...schemas, Other: {} });
});
