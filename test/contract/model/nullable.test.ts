import { expect, test } from "vitest";
import { compileSchemas } from "../../../src/contract/model/schemas.ts";
import { upgradeTo31 } from "../../../src/contract/model/upgrade.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";

const Owner = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const $ref = "#/components/schemas/Owner";

test.each<[string, object, string]>([
  ["a $ref", { $ref }, "/components/schemas/Owner/properties/name/type"],
  ["allOf", { allOf: [{ $ref }] }, "/components/schemas/Owner/properties/name/type"],
  [
    "an own schema in allOf",
    { allOf: [Owner] },
    "/components/schemas/Thing/properties/owner/allOf/0/properties/name/type",
  ],
  ["oneOf", { oneOf: [{ $ref }] }, "/components/schemas/Thing/properties/owner/oneOf"],
])("beside %s, null is valid, and an error has its place in the document as it was written", (_, schema, pointer) => {
  const Thing = { type: "object", properties: { owner: { ...schema, nullable: true } } };
  const document: OpenApiDocument = {
    openapi: "3.0.3",
    info: { title: "Things", version: "1" },
    components: { schemas: { Thing, Owner } },
  };
  const validate = compileSchemas(upgradeTo31(document)).compile("/components/schemas/Thing", "response");
  expect(validate({ owner: null })).toEqual([]);
  expect(validate({ owner: { name: "a" } })).toEqual([]);
  expect(validate({ owner: { name: 1 } })).toMatchObject([{ pointer }]);
});
