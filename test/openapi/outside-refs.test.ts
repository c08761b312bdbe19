import { describe, expect, test } from "vitest";
import { findOutsideRef, withoutOutsideRefsInData } from "../../src/openapi/outside-refs.ts";

const outside = { $ref: "./other.yaml" };
const documentOf = (parts: object) => ({ openapi: "3.1.0", info: { title: "t", version: "1" }, ...parts });
const schemaOf = (schema: object) => documentOf({ components: { schemas: { A: schema } } });

describe("a $ref that leaves the document", () => {
  test.each<[string, object]>([
    ["in a schema", schemaOf(outside)],
    ["in a property called example", schemaOf({ properties: { example: outside } })],
    ["in a list of schemas", schemaOf({ allOf: [outside] })],
    ["in place of a path item", documentOf({ paths: { "/a": outside } })],
    ["in place of a named example", documentOf({ components: { examples: { one: outside } } })],
    ["in a header called x-count", documentOf({ components: { headers: { "x-count": outside } } })],
  ])("is found %s", (_, document) => {
    expect(findOutsideRef(document)).toBe(outside.$ref);
  });

  test.each<[string, object]>([
    ["an extension of the document", documentOf({ "x-topics": [{ content: outside }] })],
    ["an extension beside the paths", documentOf({ paths: { "x-docs": outside } })],
    ["an extension of a schema", schemaOf({ "x-docs": { more: outside } })],
    ["an example", schemaOf({ example: { link: outside } })],
    ["the examples of a schema", schemaOf({ examples: [outside] })],
    ["the value of a named example", documentOf({ components: { examples: { one: { value: outside } } } })],
    ["a default", schemaOf({ default: outside })],
    ["a choice", schemaOf({ enum: [outside] })],
  ])("means nothing in %s, and goes where a tool would follow it", (_, document) => {
    expect(findOutsideRef(document)).toBeUndefined();
    expect(JSON.stringify(withoutOutsideRefsInData(document))).not.toContain(outside.$ref);
  });

  test("and other data stays", () => {
    const document = schemaOf({ properties: { "x-a": { type: "string" } }, example: { $ref: "#/here" }, "x-b": [1] });
    expect(withoutOutsideRefsInData(document)).toEqual(document);
  });
});
