import { describe, expect, test } from "vitest";
import { headerValues } from "../../../src/contract/http/request.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { casesOf, documentWith, familyOf, plan, skipsOf } from "./plan.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const bodiesOf = (document: OpenApiDocument, family: string) =>
  familyOf(document, family).map(({ requests: [request] }) => JSON.parse(String(request?.body)));

test("path items behind a $ref have their operations, each method of them", () => {
  const { paths } = documentWith({ type: "string" });
  const item = { ...paths?.["/things"], delete: { operationId: "drop", responses: { 204: { description: "" } } } };
  const document = {
    ...documentWith({}),
    paths: { "/things": { $ref: "#/components/pathItems/Things" } },
    components: { pathItems: { Things: item } },
  };
  expect(new Set(casesOf(document).map(({ operation }) => operation.id))).toEqual(new Set(["make", "drop"]));
});

describe("in data, what looks like a keyword is none", () => {
  const data = { $id: "01234500", $anchor: "a", $ref: "./readme.md", $schema: "http://json-schema.org/schema#" };
  const json = (more: object) => ({ "application/json": { schema: { type: "object" }, ...more } });
  const responses = { 200: { description: "", content: json({ example: data }) } };

  test.each<[string, OpenApiDocument]>([
    [
      "an example, in several places",
      documentWith({ type: "object" }, {}, { responses, requestBody: { content: json({ example: data }) } }),
    ],
    [
      "named examples",
      documentWith(
        {},
        {},
        { responses, requestBody: { content: json({ examples: { a: { value: data }, b: { value: data } } }) } },
      ),
    ],
    ["examples of a schema", documentWith({ type: "object", example: data, examples: [data] })],
    [
      "a default, a choice and a constant",
      documentWith({ properties: { a: { default: data }, b: { enum: [data] }, c: { const: data } } }),
    ],
    [
      "extensions",
      documentWith(
        { type: "object", "x-a": data, "x-b": { c: data } },
        { "x-docs": [data], "x-more": data },
        { "x-d": data },
      ),
    ],
  ])("%s", (_, document) => {
    expect(skipsOf(document)).toEqual([]);
    expect(familyOf(document, "examples").length).toBeGreaterThan(0);
  });
});

describe("schemas with an $id", () => {
  const id = "https://example.com/tag.json";
  const Tag = { $id: id, $schema: "http://json-schema.org/draft-07/schema#", type: "string", maxLength: 3 };
  const Pet = {
    $id: "https://example.com/pet.json",
    type: "object",
    properties: { tag: ref("Tag"), other: { $ref: "tag.json" } },
  };

  test("are tried like any other, two of one $id too", () => {
    const document = documentWith(ref("Pet"), { components: { schemas: { Tag, Pet, Again: { $id: id } } } });
    expect(skipsOf(document)).toEqual([]);
    expect(bodiesOf(document, "constraints").map((body) => Object.keys(body).length)).not.toEqual([]);
  });
});

describe("what documents have though their version does not allow it", () => {
  const numberOf = (schema: object) =>
    documentWith({ type: "object", properties: { n: { type: "number", ...schema } } });

  test("a boolean exclusiveMinimum in 3.1 counts as in 3.0", () => {
    const ids = casesOf(numberOf({ minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false })).map(
      ({ id }) => id,
    );
    expect(ids).toContain("make/constraints//n/exclusiveMinimum-at");
    expect(ids).toContain("make/constraints//n/maximum-off");
    expect(ids).toContain("make/boundaries//n/maximum-at");
  });

  test("and says nothing without a bound", () => {
    const cases = casesOf(numberOf({ exclusiveMinimum: true, exclusiveMaximum: true }));
    expect(cases.map(({ id }) => id)).toContain("make/boundaries//n/zero");
    expect(cases.filter(({ family }) => family === "constraints")).toEqual([]);
  });

  test.each(["enum", "type", "anyOf", "oneOf", "allOf"])(
    "an empty %s says nothing: no value is refused for it",
    (keyword) => {
      const schema = { type: "string", [keyword]: [] };
      const parameters = [{ name: "x", in: "query", schema }];
      const document = documentWith({ type: "object", properties: { a: schema } }, {}, { parameters });
      expect(skipsOf(document)).toEqual([]);
      expect(familyOf(document, "constraints")).toEqual([]);
      const own = familyOf(document, "parameters").filter(({ id }) => id.includes("query x/"));
      expect(own.map(({ expected }) => expected.outcome)).not.toContain("refusal");
      expect(own.map(({ id }) => id)).toContain("make/parameters/query x/present");
      expect(bodiesOf(document, "boundaries")).toContainEqual({ a: "MiXeD CaSe" });
    },
  );
});

describe("a union with a discriminator whose branches overlap", () => {
  const pet = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
  const withPart = (name: string, schema: object) => ({
    allOf: [ref("Pet"), { type: "object", properties: { [name]: schema } }],
  });
  const schemas = { Pet: pet, Cat: withPart("purrs", { type: "boolean" }), Dog: withPart("size", { type: "integer" }) };
  const mapping = { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" };
  const unionOf = (keyword: string) =>
    documentWith(
      { [keyword]: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind", mapping } },
      { components: { schemas } },
    );

  test.each(["oneOf", "anyOf"])("%s: each branch is tried as valid, with its value", (keyword) => {
    const valid = bodiesOf(unionOf(keyword), "boundaries");
    expect(valid).toContainEqual({ kind: "cat", purrs: true });
    expect(valid).toContainEqual(expect.objectContaining({ kind: "dog" }));
    const kinds = casesOf(unionOf(keyword)).filter(({ expected }) => expected.outcome === "success");
    expect(kinds.filter(({ requests }) => /"kind":"(Cat|Dog)"/.test(String(requests[0]?.body)))).toEqual([]);
  });

  test.each(["oneOf", "anyOf"])(
    "%s: what its branch forbids is refused, and no value that its name may stand for",
    (keyword) => {
      const refused = [...bodiesOf(unionOf(keyword), "type"), ...bodiesOf(unionOf(keyword), "constraints")];
      expect(refused).toContainEqual({ kind: "cat", purrs: "true" });
      expect(refused).toContainEqual({ kind: "no such choice" });
      expect(refused).not.toContainEqual({ kind: "Cat" });
    },
  );

  test("of which only the parent has one: a sample is one of its children", () => {
    const required = { ...schemas.Dog, required: ["size"] };
    const parent = { ...pet, discriminator: { propertyName: "kind", mapping: { dog: mapping.dog } } };
    const document = documentWith(ref("Pet"), { components: { schemas: { Pet: parent, Dog: required } } });
    expect(bodiesOf(document, "examples")).toEqual([{ kind: "dog", size: 1 }]);
  });
});

describe("a list that is empty by default, or in an example", () => {
  const tags = { type: "array", items: { type: "string" }, default: [], maxItems: 5 };
  const listOf = (more: object, required: string[] = []) =>
    documentWith({ type: "object", required, properties: { tags: { ...tags, ...more } } });

  test.each<[string, OpenApiDocument]>([
    ["an optional one", listOf({})],
    ["a required one", listOf({}, ["tags"])],
    ["one whose own example is empty", listOf({ example: [] }, ["tags"])],
    [
      "one of a body whose example has none",
      documentWith({ type: "object", properties: { tags }, example: { tags: [] } }),
    ],
    ["one of several types", listOf({ type: ["array", "null"] }, ["tags"])],
  ])("%s is tried empty, with one item, some and the most, and each item wrong", (_, document) => {
    const lengths = bodiesOf(document, "boundaries").map((body) => body.tags?.length);
    expect(lengths).toEqual(expect.arrayContaining([1, 2, 5]));
    expect([...lengths, ...bodiesOf(document, "examples").map((body) => body.tags?.length ?? 0)]).toContain(0);
    expect(bodiesOf(document, "type")).toContainEqual({ tags: [5] });
    expect(bodiesOf(document, "constraints").map((body) => body.tags.length)).toContain(6);
  });

  test("one that may have no item stays empty", () => {
    expect(bodiesOf(listOf({ maxItems: 0 }, ["tags"]), "boundaries").filter((body) => body.tags.length > 0)).toEqual(
      [],
    );
  });

  test("a parameter is tried with items", () => {
    const parameters = [{ name: "tags", in: "query", schema: tags }];
    const targets = plan(documentWith({}, {}, { parameters }), { only: ["parameters"] }).flatMap((planned) =>
      "case" in planned ? planned.case.requests.map(({ target }) => target) : [],
    );
    expect(targets).toContain("/things?tags=value");
    expect(targets).toContain("/things?tags=value&tags=value&tags=value&tags=value&tags=value");
  });
});

describe("a body in several media types", () => {
  const schema = { type: "object", required: ["a"], properties: { a: { type: "string" } } };
  const content = (...types: string[]) => Object.fromEntries(types.map((type) => [type, { schema }]));
  const form = "application/x-www-form-urlencoded";
  const bodyOf = (required: boolean, ...types: string[]) =>
    documentWith({}, {}, { requestBody: { required, content: content(...types) } });
  const typesOf = (document: OpenApiDocument, family: string) =>
    familyOf(document, family).map(
      ({ requests: [request] }) => headerValues(request?.headers ?? [], "content-type")[0],
    );

  test("is varied as JSON, wherever that stands, and validated in each of the others", () => {
    const document = bodyOf(true, form, "multipart/form-data", "application/json");
    expect(new Set(typesOf(document, "required"))).toEqual(new Set(["application/json"]));
    const documented = familyOf(document, "other-media-types").filter(({ id }) => id.endsWith("/valid"));
    expect(documented.map(({ id }) => id)).toEqual([
      `make/other-media-types/${form}/valid`,
      "make/other-media-types/multipart/form-data/valid",
    ]);
    for (const { expected } of documented) expect(expected).toMatchObject({ outcome: "success", basis: "document" });
    expect(documented[0]?.requests[0]?.body?.toString()).toBe("a=value");
    const absent = familyOf(document, "other-media-types").find(({ id }) => id.endsWith(`${form}//a/absent`));
    expect(absent).toMatchObject({ expected: { outcome: "refusal", class: "body" } });
    expect(skipsOf(document)).toEqual([]);
  });

  test.each([form, "multipart/form-data", "text/plain"])("is varied as %s where there is no JSON", (type) => {
    const schemaOf = type === "text/plain" ? { type: "string", minLength: 2 } : schema;
    const document = documentWith(
      {},
      {},
      { requestBody: { required: true, content: { [type]: { schema: schemaOf } } } },
    );
    const cases = casesOf(document);
    expect(new Set(cases.map(({ expected }) => expected.outcome))).toEqual(new Set(["success", "refusal", "open"]));
    expect(cases.filter(({ family }) => family === "boundaries").length).toBeGreaterThan(20);
    expect(cases.filter(({ family }) => /^(required|constraints)$/.test(family))).not.toEqual([]);
    const json = cases.find(({ id }) => id === "make/media-type/json");
    expect(json?.expected).toMatchObject({ outcome: "refusal", class: "mediaType" });
  });

  test("may hold an object in a form in a way of its own", () => {
    const place = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
    const own = { schema: { type: "object", required: ["place"], properties: { place } } };
    const types = { "application/json": own, "multipart/form-data": own };
    const [valid] = familyOf(documentWith({}, {}, { requestBody: { content: types } }), "other-media-types");
    expect(valid?.expected).toEqual({ outcome: "success", basis: "recommendation" });
  });

  test("of which one is a form with files: only there a file is sent", () => {
    const file = { type: "string", format: "binary" };
    const of = (required: string[]) => {
      const own = { schema: { type: "object", required, properties: { name: { type: "string" }, file } } };
      const types = { "application/json": own, [form]: own, "multipart/form-data": own };
      return documentWith({}, {}, { requestBody: { required: true, content: types } });
    };
    const optional = casesOf(of(["name"])).flatMap(({ requests }) => requests);
    const withFile = optional.filter(
      ({ body }) => body?.includes("filename=") || body?.includes('"file":') || body?.includes("&file="),
    );
    expect(withFile.length).toBeGreaterThan(0);
    for (const { headers } of withFile) expect(headerValues(headers, "content-type")[0]).toMatch(/^multipart/);
    expect(typesOf(of(["name"]), "examples")).toEqual(["application/json"]);
    expect(typesOf(of(["name", "file"]), "examples")[0]).toMatch(/^multipart\/form-data; boundary=/);
    expect(skipsOf(of(["file"])).join()).toMatch(
      /not sent as application\/json: no valid.*not sent as application\/x-www/s,
    );
  });

  test("that the suite does not write is told, be it required or not", () => {
    const why = "its body was not sent as application/xml: the suite sends JSON, forms and plain text";
    expect(skipsOf(bodyOf(true, "application/json", "application/xml"))).toEqual([why]);
    expect(skipsOf(bodyOf(false, "application/xml"))).toEqual([why]);
    expect(skipsOf(bodyOf(true, "application/xml"))).toEqual([
      "its body is application/xml, and the suite sends JSON, forms and plain text",
    ]);
  });

  test("in which no valid value is found is told", () => {
    const never = { type: "object", required: ["b"], properties: { b: false } };
    const requestBody = { content: { ...content("application/json"), [form]: { schema: never } } };
    expect(skipsOf(documentWith({}, {}, { requestBody }))).toEqual([
      `its body was not sent as ${form}: no valid one could be built from its schema`,
    ]);
  });
});

describe("what else is not tested is told", () => {
  const responses = { 200: { description: "" } };

  test.each<[string, OpenApiDocument, string]>([
    [
      "the body of a GET",
      {
        ...documentWith({}),
        paths: { "/a": { get: { responses, requestBody: { content: { "application/json": {} } } } } },
      },
      "its body was not sent: a body means nothing to GET",
    ],
    [
      "callbacks",
      documentWith({}, {}, { callbacks: { done: {} } }),
      "its callbacks were not tested: the server makes these calls",
    ],
    [
      "webhooks",
      documentWith({}, { webhooks: { done: { post: { responses } } } }),
      "the server makes the calls of a webhook",
    ],
    [
      "credentials that no request can carry",
      documentWith({}, { components: { securitySchemes: { tls: { type: "mutualTLS" } } }, security: [{ tls: [] }] }),
      "its credentials were not tested: the suite cannot send tls",
    ],
    [
      "a parameter that nothing can be",
      documentWith(
        {},
        {},
        { parameters: [{ name: "p", in: "query", schema: { type: "integer", minimum: 5, maximum: 4 } }] },
      ),
      "the query parameter p was not sent: no valid value was found",
    ],
    [
      "an object in a parameter",
      documentWith(
        {},
        {},
        { parameters: [{ name: "filter", in: "query", schema: { properties: { a: { type: "string" } } } }] },
      ),
      "the query parameter filter was not varied: servers read objects differently",
    ],
  ])("%s", (_, document, why) => {
    expect(skipsOf(document)).toEqual([why]);
    expect(casesOf(document)).not.toEqual([]);
  });

  test("and nothing where all is tested", () => {
    const security = [{ tls: [] }, {}];
    const components = { securitySchemes: { tls: { type: "mutualTLS" } } };
    expect(skipsOf(documentWith({}, { components, security }, { callbacks: {} }))).toEqual([]);
  });
});

test("an example inside a schema that is not valid is passed over, and a valid body is found", () => {
  const from = { type: "string", minLength: 2, example: ["ann@example.com"] };
  const mails = {
    type: "array",
    items: { type: "object", required: ["from"], properties: { from } },
    example: [{ from: 5 }],
  };
  const document = documentWith({
    type: "object",
    required: ["mails", "kind"],
    properties: { mails, kind: { const: "k" } },
  });
  expect(bodiesOf(document, "examples")).toEqual([{ mails: [{ from: "value" }], kind: "k" }]);
});

describe("an invalid example is passed over", () => {
  const day = { type: "string", format: "date", example: "yesterday" };

  test("of an optional property, which is tried as valid and as invalid", () => {
    const document = documentWith({ type: "object", properties: { day } });
    expect(bodiesOf(document, "boundaries")).toContainEqual({ day: expect.stringMatching(/^\d{4}-/) });
    expect(bodiesOf(document, "constraints")).not.toEqual([]);
  });

  test.each([true, false])("of a parameter that is required: %s", (required) => {
    const document = documentWith({}, {}, { parameters: [{ name: "day", in: "query", required, schema: day }] });
    expect(skipsOf(document)).toEqual([]);
    const targets = familyOf(document, "parameters").flatMap(({ requests }) => requests.map(({ target }) => target));
    expect(targets.filter((target) => /^\/things\?day=\d{4}-/.test(target))).not.toEqual([]);
  });
});
