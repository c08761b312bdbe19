import { describe, expect, test } from "vitest";
import { refusal } from "../../../src/contract/cases/expected.ts";
import { bodySchema } from "../../../src/contract/checks/body-schema.ts";
import type { Check } from "../../../src/contract/checks/check.ts";
import { mediaType } from "../../../src/contract/checks/media-type.ts";
import { strictJson } from "../../../src/contract/checks/strict-json.ts";
import type { TestCase } from "../../../src/contract/test-case.ts";
import { caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

const typed = (value: string): [string, string][] => [["Content-Type", value]];
const thing = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "integer" }, list: { type: "array", items: { type: "string" } } },
};
const operation = operationOf({ 200: jsonResponse(thing), 204: { description: "" }, "4XX": jsonResponse() });
const plain = caseOf(operation);

type ResponseParts = Parameters<typeof exchangeOf>[0];
const find = (check: Check, response: ResponseParts, testCase: TestCase = plain, request = {}) =>
  violationsOf(check, testCase, exchangeOf(response, request));
const marks = (...args: Parameters<typeof find>) => find(...args).map(({ fingerprint }) => fingerprint);
/** An operation whose 200 is of those media types. */
const of = (content: object) => caseOf(operationOf({ 200: { description: "", content } }));

describe("the media type of a response", () => {
  test.each([
    "application/json",
    "Application/JSON",
    "application/json; charset=utf-8",
    'application/json; charset="UTF-8"',
    "application/json;charset=utf8",
    "application/json; version=2",
  ])("%s is that of JSON", (value) => {
    expect(find(mediaType, { headers: typed(value) })).toEqual([]);
  });

  test.each([
    ["text/html", "200 other", "200 with text/html"],
    ["application/problem+json", "200 other", "200 with application/problem+json"],
    ["json", "200 malformed", "200 with a malformed Content-Type: json"],
    ["application/json; charset=latin1", "200 charset", "200 with application/json; charset=latin1"],
    ['application/json; charset="utf-16"', "200 charset", '200 with application/json; charset="utf-16"'],
  ])("%s is not", (value, fingerprint, actual) => {
    expect(find(mediaType, { headers: typed(value) })).toMatchObject([
      {
        check: "media-type",
        severity: "error",
        fingerprint,
        actual,
        pointer: "/paths/~1things/post/responses/200/content",
      },
    ]);
  });

  test("must be there", () => {
    expect(find(mediaType, { headers: [] })).toMatchObject([
      { fingerprint: "200 absent", expected: "Content-Type application/json" },
    ]);
  });

  test("may be any where the response documents no content, or nothing documents the response", () => {
    expect(find(mediaType, { status: 204, headers: [] })).toEqual([]);
    expect(find(mediaType, { status: 500, headers: typed("text/html") })).toEqual([]);
  });

  test("is checked against the documented range of statuses", () => {
    expect(marks(mediaType, { status: 404, headers: typed("text/html") })).toEqual(["404 other"]);
  });

  test.each([
    ["*/*", "image/png"],
    ["application/*", "application/problem+json"],
    ["application/problem+json; charset=utf-8", "application/problem+json"],
  ])("of %s may be %s", (documented, value) => {
    expect(find(mediaType, { headers: typed(value) }, of({ [documented]: {} }))).toEqual([]);
  });

  test("may have any charset where it is no JSON", () => {
    expect(find(mediaType, { headers: typed("text/plain; charset=latin1") }, of({ "text/plain": {} }))).toEqual([]);
  });

  test("may be any of a refusal to who accepts no documented type, not of a success", () => {
    const testCase = caseOf(operation, refusal("accept"));
    expect(marks(mediaType, { status: 406, headers: typed("text/html") }, testCase)).toEqual([]);
    expect(marks(mediaType, { status: 200, headers: typed("text/html") }, testCase)).toEqual(["200 other"]);
  });

  test("of another method's response, and of an incomplete response, is not checked", () => {
    expect(find(mediaType, { headers: [] }, plain, { method: "PUT" })).toEqual([]);
    const cut = { ...exchangeOf({ headers: [] }), failure: { kind: "closed", message: "" } as const };
    expect(violationsOf(mediaType, plain, cut)).toEqual([]);
  });
});

describe("the body of a response is valid against its schema", () => {
  test("as it is documented", () => {
    expect(find(bodySchema, { body: { id: 1, list: ["a"], more: true } })).toEqual([]);
  });

  test("an error has its location, and a pointer into the document", () => {
    expect(find(bodySchema, { body: { id: "1" } })).toEqual([
      {
        check: "body-schema",
        severity: "error",
        expected: "a 200 whose id must be integer",
        actual: '200 {"id":"1"}',
        pointer: "/paths/~1things/post/responses/200/content/application~1json/schema/properties/id/type",
        fingerprint: expect.stringMatching(/^200 .*\/id\/type \/id$/),
      },
    ]);
  });

  test("what a property lacks is told by its name", () => {
    expect(find(bodySchema, { body: {} })).toMatchObject([{ expected: "a 200 whose id is required" }]);
  });

  test("the same error of several items is one violation", () => {
    const found = find(bodySchema, { body: { id: 1, list: ["a", 2, 3] } });
    expect(found.map(({ expected }) => expected)).toEqual(["a 200 whose list[1], list[2] must be string"]);
  });

  test("several errors are several violations, five at most", () => {
    expect(find(bodySchema, { body: { id: "1", list: 5 } })).toHaveLength(2);
    const properties = Object.fromEntries([..."abcdefgh"].map((name) => [name, { type: "string" }]));
    const body = Object.fromEntries([..."abcdefgh"].map((name) => [name, 1]));
    const testCase = caseOf(operationOf({ 200: jsonResponse({ properties }) }));
    expect(find(bodySchema, { body }, testCase)).toHaveLength(5);
  });

  test("responses need no writeOnly properties", () => {
    const word = { type: "string", writeOnly: true };
    const testCase = caseOf(operationOf({ 200: jsonResponse({ required: ["word"], properties: { word } }) }));
    expect(find(bodySchema, { body: {} }, testCase)).toEqual([]);
  });

  test("also where its media type is wrong or missing, which has its own check", () => {
    expect(find(bodySchema, { headers: [], body: {} })).toHaveLength(1);
    expect(find(bodySchema, { headers: typed("text/html"), body: {} })).toHaveLength(1);
  });

  test("by the schema of its own media type", () => {
    const testCase = of({
      "application/json": { schema: { type: "object" } },
      "application/hal+json": { schema: { type: "array" } },
    });
    expect(find(bodySchema, { headers: typed("application/hal+json"), body: [] }, testCase)).toEqual([]);
    expect(find(bodySchema, { headers: typed("application/hal+json"), body: {} }, testCase)).toHaveLength(1);
  });

  test("a text of a type that is no JSON is no JSON, though a range covers it and it looks like a number", () => {
    const testCase = of({ "*/*": { schema: { type: "string" } } });
    expect(find(bodySchema, { headers: typed("text/plain"), body: "12345" }, testCase)).toEqual([]);
    expect(find(bodySchema, { headers: typed("application/json"), body: "12345" }, testCase)).toHaveLength(1);
  });

  test("what is no JSON at all has its own check", () => {
    expect(find(bodySchema, { body: '{"id":' })).toEqual([]);
    expect(find(bodySchema, { body: "" })).toEqual([]);
  });

  test("a byte order fingerprint, which has its own check, hides nothing", () => {
    expect(find(bodySchema, { body: "\uFEFF{}" })).toHaveLength(1);
  });

  test("of undocumented statuses, or without a schema, is not checked", () => {
    expect(find(bodySchema, { status: 500, body: 5 })).toEqual([]);
    expect(find(bodySchema, { status: 204, body: 5 })).toEqual([]);
    expect(find(bodySchema, { status: 404, body: 5 })).toEqual([]);
  });
});

describe("a response that is JSON is JSON to every parser", () => {
  test.each([['{"a":[1.5,"\\ud83c\\udfb5"]}'], ["null"], [" 1 "]])("%s has no violation", (body) => {
    expect(find(strictJson, { body })).toEqual([]);
  });

  test.each([
    ["", "200 grammar", "200 with an empty body"],
    ["{", "200 grammar", "200 with a body in which the JSON does not parse"],
    ["\uFEFF{}", "200 mark", "the body begins with a byte order mark"],
    ['{"a":1,"a":2}', "200 duplicate", 'the key "a" occurs twice'],
    ['"\\ud800"', "200 surrogate", "a lone surrogate"],
    ["12345678901234567890", "200 number", "does not fit a double"],
  ])("%j has", (body, fingerprint, actual) => {
    expect(find(strictJson, { body })).toMatchObject([
      {
        check: "strict-json",
        severity: "error",
        fingerprint,
        actual: expect.stringContaining(actual),
        pointer: "/paths/~1things/post/responses/200",
      },
    ]);
  });

  test("bytes that are not UTF-8 have", () => {
    expect(marks(strictJson, { body: Buffer.from('"\u00e9"', "latin1") })).toEqual(["200 encoding"]);
  });

  test("large integers are right where the document has a format for them", () => {
    const own = operationOf({ 200: jsonResponse({ type: "integer", format: "int64" }) });
    expect(find(strictJson, { body: "9007199254740993" }, caseOf(own))).toEqual([]);
  });

  test("it is expected if the media type says so, documented or not, and if only JSON is documented and there is no media type", () => {
    expect(marks(strictJson, { status: 500, body: "<p>" })).toEqual(["500 grammar"]);
    expect(marks(strictJson, { headers: typed("application/problem+json"), body: "<p>" })).toEqual(["200 grammar"]);
    expect(marks(strictJson, { headers: [], body: "<p>" })).toEqual(["200 grammar"]);
    expect(marks(strictJson, { headers: typed("text/html"), body: "<p>" })).toEqual([]);
    expect(marks(strictJson, { status: 204, headers: [], body: "" })).toEqual([]);
  });

  test("it is not expected if any media type is documented, and there is none", () => {
    expect(marks(strictJson, { headers: [], body: "text" }, of({ "*/*": { schema: { type: "string" } } }))).toEqual([]);
  });

  test("it is not expected of a response that has no body, or is incomplete", () => {
    expect(marks(strictJson, { body: "" }, plain, { method: "HEAD" })).toEqual([]);
    expect(marks(strictJson, { status: 304, body: "" })).toEqual([]);
    const cut = { ...exchangeOf({ body: "{" }), failure: { kind: "closed", message: "" } as const };
    expect(violationsOf(strictJson, plain, cut)).toEqual([]);
  });
});
