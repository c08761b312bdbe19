import { describe, expect, test } from "vitest";
import { impliedKeyword, withDiscriminators } from "../../src/openapi/discriminator.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const pet = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
const schemas = {
  Pet: pet,
  Cat: { allOf: [ref("Pet"), { properties: { purrs: { type: "boolean" } } }] },
  Dog: { allOf: [ref("Pet"), { properties: { barks: { type: "boolean" } } }] },
  Fish: { type: "object", properties: { kind: { const: "fish" } } },
  Number: { type: "object", properties: { kind: { type: "integer" } } },
  Stone: { type: "object" },
};

/** The schema as it is with the values of its discriminator. */
function discriminated(schema: object): unknown {
  const info = { title: "Pets", version: "1" };
  const document = { openapi: "3.1.0", info, components: { schemas: { ...schemas, Any: schema } } };
  return withDiscriminators(document as OpenApiDocument).components?.schemas?.Any;
}

const stating = (name: string, values: string[], more: object = {}) => ({
  allOf: [{ properties: { kind: { type: "string", enum: values, ...more } } }, ref(name)],
});
const discriminator = { propertyName: "kind" };

describe("a branch of a union with a discriminator states the value that selects it", () => {
  test.each(["oneOf", "anyOf"])("the schema's name, in %s", (keyword) => {
    const schema = { [keyword]: [ref("Cat"), ref("Dog")], discriminator };
    expect(discriminated(schema)).toEqual({ ...schema, [keyword]: [stating("Cat", ["Cat"]), stating("Dog", ["Dog"])] });
  });

  test.each([
    ["by its pointer", "#/components/schemas/Cat"],
    ["by its name", "Cat"],
  ])("the key of the mapping that names it %s; its own name is then valid too, but not worth sending", (_, target) => {
    const mapping = { cat: target, kitten: target };
    const branch = stating("Cat", ["cat", "kitten", "Cat"], { [impliedKeyword]: ["Cat"] });
    expect(discriminated({ oneOf: [ref("Cat")], discriminator: { ...discriminator, mapping } })).toMatchObject({
      oneOf: [branch],
    });
  });

  test("its own name alone, where the mapping has it", () => {
    const mapping = { Cat: "#/components/schemas/Cat" };
    expect(discriminated({ oneOf: [ref("Cat")], discriminator: { ...discriminator, mapping } })).toMatchObject({
      oneOf: [stating("Cat", ["Cat"])],
    });
  });

  test.each<[string, object]>([
    ["states it already", ref("Fish")],
    ["has a number there", ref("Number")],
    ["does not have the property", ref("Stone")],
    ["has no name", { type: "object", properties: { kind: { type: "string" } } }],
  ])("and one that %s stays as it is", (_, branch) => {
    const schema = { oneOf: [branch], discriminator };
    expect(discriminated(schema)).toEqual(schema);
  });

  test("a union without one stays as it is, and so does one with the text of Swagger 2", () => {
    for (const schema of [{ oneOf: [ref("Cat")] }, { oneOf: [ref("Cat")], discriminator: "kind" }])
      expect(discriminated(schema)).toEqual(schema);
  });
});
