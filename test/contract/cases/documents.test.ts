import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { casesOf, documentWith, plan, skipsOf } from "./plan.ts";

const string = { type: "string" };
const object = (properties: object, more: object = {}) => ({
  type: "object",
  required: Object.keys(properties),
  properties,
  ...more,
});
const withSchemas = (schemas: object, schema: object) => documentWith(schema, { components: { schemas } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The first body that must succeed. */
function firstBody(document: OpenApiDocument): unknown {
  const body = casesOf(document, { only: ["examples"] })[0]?.requests[0]?.body;
  return body === undefined ? undefined : JSON.parse(body.toString());
}

describe("any document yields a valid request, and positive and negative test cases", () => {
  test.each<[string, OpenApiDocument, unknown]>([
    [
      "a recursive schema",
      withSchemas({ Node: object({ name: string }, { properties: { name: string, next: ref("Node") } }) }, ref("Node")),
      { name: "value" },
    ],
    [
      "a recursive schema that ends in an empty list",
      withSchemas({ Node: object({ all: { type: "array", items: ref("Node") } }) }, ref("Node")),
      expect.objectContaining({ all: expect.any(Array) }),
    ],
    [
      "two schemas that contain each other",
      withSchemas(
        { A: object({}, { properties: { b: ref("B") } }), B: object({}, { properties: { a: ref("A") } }) },
        ref("A"),
      ),
      {},
    ],
    [
      "allOf",
      documentWith({ allOf: [object({ a: string }), object({ b: { type: "integer", minimum: 3 } })] }),
      { a: "value", b: 3 },
    ],
    ["oneOf", documentWith({ oneOf: [object({ a: string }), object({ b: string })] }), { a: "value" }],
    [
      "oneOf whose first branch cannot be",
      documentWith({ oneOf: [object({ a: false }), object({ b: string })] }),
      { b: "value" },
    ],
    ["anyOf", documentWith({ anyOf: [{ type: "integer" }, object({ b: string })] }), 1],
    ["not", documentWith(object({ a: { type: "string", not: { const: "other" } } })), { a: "value" }],
    [
      "prefixItems",
      documentWith({ type: "array", prefixItems: [string, { type: "integer" }], items: false, minItems: 2 }),
      ["value", 1],
    ],
    [
      "dependentRequired",
      documentWith({ type: "object", properties: { a: string, b: string }, dependentRequired: { a: ["b"] } }),
      {},
    ],
    [
      "unevaluatedProperties",
      documentWith({ allOf: [object({ a: string })], unevaluatedProperties: false }),
      { a: "value" },
    ],
    [
      "if and then",
      documentWith(JSON.parse('{"type":"object","if":{"required":["a"]},"then":{"required":["b"]}}')),
      {},
    ],
    [
      "a discriminator",
      withSchemas(
        { Cat: object({ kind: string }), Dog: object({ kind: string, bark: string }) },
        { oneOf: [ref("Cat")], discriminator: { propertyName: "kind" } },
      ),
      { kind: "Cat" },
    ],
    [
      "a pattern that is not valid with the u flag",
      documentWith(object({ a: { type: "string", pattern: "^[\\w-.]+$" } })),
      { a: expect.stringMatching(/^[\w-.]+$/) },
    ],
    [
      "a look-ahead",
      documentWith(object({ a: { type: "string", pattern: "^(?=.*a)[abc]{1,3}$" } })),
      { a: expect.stringMatching(/a/) },
    ],
    [
      "a text of great length at most",
      documentWith(object({ a: { type: "string", maxLength: 2_147_483_647 } })),
      { a: "value" },
    ],
    [
      "a list of great length at most",
      documentWith(object({ a: { type: "array", items: string, maxItems: 1e15 } })),
      { a: ["value"] },
    ],
    [
      "an object of great size at most",
      documentWith(object({ a: { type: "object", maxProperties: 1e15 } })),
      { a: {} },
    ],
    [
      "bounds beyond what a double tells apart",
      documentWith(object({ a: { type: "integer", minimum: 2 ** 53, maximum: 1e300 } })),
      { a: 2 ** 53 },
    ],
    [
      "properties named as members of every object",
      documentWith(object({ constructor: string, toString: string })),
      { constructor: "value", toString: "value" },
    ],
    [
      "a $ref with siblings",
      withSchemas({ Name: string }, object({ a: { $ref: "#/components/schemas/Name", maxLength: 3 } })),
      { a: "val" },
    ],
    ["a property without a schema of its own", documentWith({ type: "object", required: ["a"] }), { a: "value" }],
    ["a property of any kind", documentWith(object({ a: true })), expect.objectContaining({ a: expect.anything() })],
  ])("%s", (_, document, body) => {
    expect(firstBody(document)).toEqual(body);
    const cases = casesOf(document);
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect(outcomes).toEqual(new Set(["success", "refusal", "open"]));
  });

  test("a document of OpenAPI 3.0", () => {
    const a = { type: "string", nullable: true };
    const b = { type: "number", minimum: 1, exclusiveMinimum: true };
    const document = { ...documentWith(object({ a, b })), openapi: "3.0.3" };
    const ids = casesOf(document).map(({ id }) => id);
    expect(ids).toContain("make/boundaries//a/null");
    expect(ids).toContain("make/constraints//b/exclusiveMinimum-at");
    expect(ids).toContain("make/type//a/number");
    expect(ids).not.toContain("make/type//a/null");
  });

  test.each<[string, unknown]>([
    ["the schema true", true],
    ["no schema", undefined],
    ["an empty schema", {}],
  ])("a body of %s, which forbids nothing", (_, schema) => {
    const cases = casesOf(documentWith(schema));
    expect(cases.filter(({ expected }) => expected.class === "body")).toEqual([]);
    expect(cases.map(({ id }) => id)).toEqual(expect.arrayContaining(["make/body-syntax/malformed-cut-last"]));
  });

  test("an operation without a body", () => {
    const cases = casesOf(documentWith({}, {}, { requestBody: undefined }));
    expect(cases.filter(({ requests }) => requests.some(({ body }) => body !== undefined))).toEqual([]);
    expect(new Set(cases.map(({ family }) => family))).toEqual(
      new Set(["examples", "recovery", "accept", "headers", "methods", "paths", "parameters", "repeat", "concurrency"]),
    );
  });

  test("an optional body", () => {
    const requestBody = { content: { "application/json": { schema: object({ a: string }) } } };
    const none = casesOf(documentWith({}, {}, { requestBody })).find(({ id }) => id === "make/body-syntax/none");
    expect(none?.expected).toEqual({ outcome: "open", class: "missingBody" });
  });
});

describe("an operation without a possible valid request is skipped, with the reason", () => {
  test.each<[string, OpenApiDocument, RegExp]>([
    ["the schema false", documentWith(false), /no valid body could be built/],
    ["a property that cannot be", documentWith(object({ a: false })), /no valid body could be built/],
    [
      "a schema that contains itself without end",
      withSchemas({ Node: object({ next: ref("Node") }) }, ref("Node")),
      /no valid body could be built/,
    ],
    [
      "a text of a billion characters at least",
      documentWith(object({ a: { type: "string", minLength: 1e9 } })),
      /no valid body could be built/,
    ],
    [
      "a list of a billion items at least",
      documentWith(object({ a: { type: "array", items: string, minItems: 1e9 } })),
      /no valid body could be built/,
    ],
    [
      "bounds that leave nothing",
      documentWith(object({ a: { type: "integer", minimum: 5, maximum: 4 } })),
      /no valid body could be built/,
    ],
    ["a $ref that leads nowhere", documentWith(ref("Nothing")), /schemas cannot be used: .*Nothing/],
    [
      "a pattern that is not a regular expression",
      documentWith(object({ a: { type: "string", pattern: "(" } })),
      /schemas cannot be used: .*\(/,
    ],
    ["a $ref that leads to itself", withSchemas({ A: ref("A") }, ref("A")), /./],
    [
      "a body that is no JSON",
      documentWith({}, {}, { requestBody: { required: true, content: { "text/csv": {} } } }),
      /its body is text\/csv/,
    ],
    [
      "a parameter that cannot be",
      documentWith(
        string,
        {},
        {
          parameters: [{ name: "p", in: "query", required: true, schema: { type: "integer", minimum: 5, maximum: 4 } }],
        },
      ),
      /no valid value of the parameter p/,
    ],
  ])("%s", (_, document, why) => {
    const planned = plan(document);
    expect(planned.flatMap((one) => ("case" in one ? [one.case.id] : []))).toEqual([]);
    expect(skipsOf(document).join("; ")).toMatch(why);
  });

  test("and those beside it are not", () => {
    const bad = { operationId: "bad", responses: { 404: { description: "" } } };
    const document = documentWith(string);
    const paths = { "/bad": { post: bad }, ...document.paths };
    const planned = plan({ ...document, paths });
    expect(planned[0]).toMatchObject({ skipped: { what: "bad" } });
    expect(new Set(planned.slice(1).map((one) => "case" in one && one.case.operation.id))).toEqual(new Set(["make"]));
  });

  test("an invalid example is reported, and another value is found", () => {
    const [first, second] = plan(documentWith({ type: "integer", example: "five" }));
    const why = expect.stringMatching(/^the documented example .+ is not valid: the body must be integer$/);
    expect(first).toEqual({ skipped: { what: "make", why } });
    expect(second).toHaveProperty("case");
  });
});
