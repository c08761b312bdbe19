import { describe, expect, test } from "vitest";
import { compileSchemas, type Direction } from "../../../src/contract/model/schemas.ts";
import { pointTo } from "../../../src/openapi/pointer.ts";
import { documentWith } from "./read.ts";
import { compileThing, errorsOf, messagesOf, text, thing } from "./schema-errors.ts";

test("a schema that was dropped from the cache validates as before", () => {
  const schemas = Object.fromEntries(Array.from({ length: 1100 }, (_, index) => [`Thing${index}`, { const: index }]));
  const { compile } = compileSchemas({ openapi: "3.1.0", info: { title: "", version: "" }, components: { schemas } });
  const checkOf = (index: number) => compile(`/components/schemas/Thing${index}`, "request");
  const first = checkOf(0);
  for (let index = 1; index < 1100; index++) expect(checkOf(index)(index)).toEqual([]);
  expect(checkOf(0)).not.toBe(first);
  for (const check of [first, checkOf(0)]) {
    expect(check(0)).toEqual([]);
    expect(check(1)).toMatchObject([{ keyword: "const", pointer: "/components/schemas/Thing0/const" }]);
  }
});

describe("an error has its location in the value and in the document", () => {
  test.each<[string, object, unknown, string[]]>([
    ["a type", text, 5, [` type ${thing}/type`]],
    ["a missing property, at its own place", { required: ["a/b"] }, {}, [`/a~1b required ${thing}/required`]],
    [
      "an unknown property, at its own place",
      { additionalProperties: false },
      { x: 1 },
      [`/x additionalProperties ${thing}/additionalProperties`],
    ],
    ["inside a list", { items: { minimum: 1 } }, [1, 0], [`/1 minimum ${thing}/items/minimum`]],
    ["by its place in a list", { prefixItems: [{}, text] }, [1, 2], [`/1 type ${thing}/prefixItems/1/type`]],
    [
      "inside a property with an odd name",
      { properties: { "a/b~c%d é": text } },
      { "a/b~c%d é": 1 },
      [`/a~1b~0c%d é type ${thing}/properties/a~1b~0c%d é/type`],
    ],
    ["in allOf", { allOf: [{}, { maxLength: 1 }] }, "ab", [` maxLength ${thing}/allOf/1/maxLength`]],
    [
      "in a pattern of names",
      { patternProperties: { "^x": text } },
      { x1: 1 },
      [`/x1 type ${thing}/patternProperties/^x/type`],
    ],
    [
      "a name that is not allowed",
      { propertyNames: { maxLength: 1 } },
      { ab: 1 },
      [` propertyNames ${thing}/propertyNames`],
    ],
    [
      "a property that another one asks for",
      { dependentRequired: { a: ["b"] } },
      { a: 1 },
      [`/b dependentRequired ${thing}/dependentRequired`],
    ],
    [
      "several at once",
      { properties: { a: text, b: text }, required: ["c"] },
      { a: 1, b: 2 },
      [`/c required ${thing}/required`, `/a type ${thing}/properties/a/type`, `/b type ${thing}/properties/b/type`],
    ],
    ["a schema that allows nothing", { properties: { a: false } }, { a: 1 }, [`/a false schema ${thing}/properties/a`]],
  ])("%s", (_, Thing, value, errors) => {
    expect(errorsOf({ Thing }, value)).toEqual(errors);
  });

  test("an error behind a $ref points to the target", () => {
    const schemas = {
      Thing: { properties: { a: { $ref: "#/components/schemas/Name" } } },
      Name: { ...text, minLength: 2 },
    };
    expect(errorsOf(schemas, { a: "x" })).toEqual(["/a minLength /components/schemas/Name/minLength"]);
  });

  test("in words that people read", () => {
    expect(messagesOf({ enum: ["a", 1] }, "b")).toEqual(['must be one of ["a",1]']);
    expect(messagesOf({ const: { a: 1 } }, "b")).toEqual(['must be {"a":1}']);
    expect(messagesOf({ required: ["a"] }, {})).toEqual(["is required"]);
    expect(messagesOf({ additionalProperties: false }, { a: 1 })).toEqual([
      expect.stringContaining("must not be there"),
    ]);
    expect(messagesOf(text, 1)).toEqual(["must be string"]);
  });
});

describe("requests need no readOnly properties, responses no writeOnly ones", () => {
  const marked = { id: { ...text, readOnly: true }, word: { ...text, writeOnly: true }, name: text };
  const required = ["id", "word", "name"];
  const ask = (schemas: object, direction: Direction) =>
    errorsOf(schemas, {}, direction).map((error) => error.split(" ")[0]);

  test.each<[string, object]>([
    ["in one schema", { Thing: { properties: marked, required } }],
    [
      "through a $ref to the property",
      {
        Thing: {
          properties: {
            ...marked,
            id: { $ref: "#/components/schemas/Id" },
            word: { $ref: "#/components/schemas/Word" },
          },
          required,
        },
        Id: marked.id,
        Word: marked.word,
      },
    ],
    [
      "through a $ref to the object",
      { Thing: { $ref: "#/components/schemas/Base" }, Base: { properties: marked, required } },
    ],
    [
      "through a $ref beside required",
      { Thing: { $ref: "#/components/schemas/Base", required }, Base: { properties: marked } },
    ],
    ["through allOf", { Thing: { allOf: [{ properties: marked }], required } }],
    [
      "through allOf with a $ref",
      { Thing: { allOf: [{ $ref: "#/components/schemas/Base" }], required }, Base: { properties: marked } },
    ],
    [
      "where one part of allOf describes what another requires",
      { Thing: { allOf: [{ $ref: "#/components/schemas/Base" }, { required }] }, Base: { properties: marked } },
    ],
    [
      "through a $ref below allOf of the property",
      {
        Thing: {
          properties: { ...marked, id: { allOf: [{ $ref: "#/components/schemas/Id" }] } },
          required: ["id", "word", "name"],
        },
        Id: marked.id,
      },
    ],
  ])("%s", (_, schemas) => {
    expect(ask(schemas, "request").sort()).toEqual(["/name", "/word"]);
    expect(ask(schemas, "response").sort()).toEqual(["/id", "/name"]);
  });

  test("a property that is there is checked all the same", () => {
    expect(errorsOf({ Thing: { properties: marked } }, { id: 5 })).toEqual([`/id type ${thing}/properties/id/type`]);
  });
});

describe("values are checked by JSON Schema 2020-12, formats asserted", () => {
  test.each<[object, unknown, boolean]>([
    [{ format: "uuid" }, "0f5a8ac1-6c4b-4d29-9a51-0a7f6d3c2b10", true],
    [{ format: "uuid" }, "urn:uuid:0f5a8ac1-6c4b-4d29-9a51-0a7f6d3c2b10", false],
    [{ format: "date-time" }, "2024-02-28T10:34:30Z", true],
    [{ format: "date-time" }, "2024-02-28 10:34:30Z", false],
    [{ format: "date" }, "2024-02-30", false],
    [{ format: "made-up" }, "anything", true],
    [{ maxLength: 2 }, "\u{1F3B5}\u{1F3B5}", true],
    [{ type: "integer" }, 1.0, true],
    [{ multipleOf: 0.01 }, 1.1, true],
    [{ multipleOf: 0.01 }, 1.115, false],
    [{ pattern: "^[\\w-.]+$" }, "a-b.c", true],
    [{ pattern: "^[\\w-.]+$" }, "a b", false],
    [{ pattern: "^.$" }, "\u{1F3B5}", true],
    [{ type: ["string", "null"] }, null, true],
    [
      { uniqueItems: true },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      false,
    ],
    [{ required: ["constructor"] }, {}, false],
    [{ required: ["toString"] }, { toString: 1 }, true],
    [{ properties: { valueOf: text } }, {}, true],
    [{ additionalProperties: false }, JSON.parse('{"__proto__":1}'), false],
  ])("%j allows %j: %s", (Thing, value, isValid) => {
    expect(errorsOf({ Thing }, value).length === 0).toBe(isValid);
  });
});

describe("compiling", () => {
  const compile = (Thing: unknown) => () => compileThing({ Thing });

  test.each<[string, unknown, RegExp]>([
    ["a $ref that leads nowhere", { $ref: "#/components/schemas/Nothing" }, /Nothing/],
    ["a pattern that is none", { pattern: "(" }, /\(/],
  ])("%s is an error", (_, Thing, message) => {
    expect(compile(Thing)).toThrow(message);
  });

  test.each([true, false])("a schema may be %s", (Thing) => {
    expect(compile(Thing)()({}).length).toBe(Thing ? 0 : 1);
  });

  test("a pointer compiles once per direction", () => {
    const schemas = compileSchemas(documentWith({}, { schemas: { Thing: text } }));
    expect(schemas.compile(thing, "request")).toBe(schemas.compile(thing, "request"));
    expect(schemas.compile(thing, "request")).not.toBe(schemas.compile(thing, "response"));
  });

  test.each(["/a b", "/a%20b", "/ä", "/{id}", "/a#b", "/a?b", "/~user"])(
    "schemas below the path %s are found",
    (path) => {
      const content = { "application/json": { schema: text } };
      const document = documentWith({ [path]: { post: { requestBody: { content } } } });
      const pointer = pointTo("/paths", path, "post", "requestBody", "content", "application/json", "schema");
      expect(
        compileSchemas(document)
          .compile(
            pointer,
            "request",
          )(5)
          .map((error) => error.pointer),
      ).toEqual([`${pointer}/type`]);
    },
  );
});
