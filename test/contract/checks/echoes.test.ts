import { describe, expect, test } from "vitest";
import { echoes } from "../../../src/contract/checks/echoes.ts";
import { caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

const operation = operationOf(
  { 200: jsonResponse() },
  {
    "x-contract": {
      echoes: { "$response.body#/name": "$request.body#/name", "$response.body#/data/all": "$request.body#/items" },
    },
  },
);
const plain = caseOf(operation);
const found = (sent: unknown, body: unknown, response = {}, request = {}) =>
  violationsOf(echoes, plain, exchangeOf({ body, ...response }, { sent, ...request }));

describe("what comes back as it was sent is right", () => {
  test.each<[string, unknown]>([
    ["a text", "Chair"],
    ["white space around it", "  a\t"],
    ["nothing", ""],
    ["a combining accent", "e\u0301"],
    ["characters outside the BMP", "\u{1F3B5}"],
    ["null", null],
    ["false", false],
    ["zero", 0],
    ["a list", [1, "a", { b: null }]],
    ["an object", { a: 1, __proto: 2 }],
    ["minus zero as zero", -0],
  ])("%s", (_, name) => {
    expect(found({ name }, { name })).toEqual([]);
  });

  test("in any order of properties, and however it is written", () => {
    expect(found({ name: { a: 1, b: 2 } }, { name: { b: 2, a: 1 } })).toEqual([]);
    expect(found('{"name":"\\u00e9\\/"}', '{"name":"é/"}')).toEqual([]);
    expect(found('{"name":1.0}', '{"name":1}')).toEqual([]);
  });

  test("where nothing was sent, anything may come", () => {
    expect(found({}, { name: "made up" })).toEqual([]);
  });
});

describe("what does not is a violation", () => {
  test.each<[string, unknown, unknown]>([
    ["trimmed", " a ", "a"],
    ["in another case", "a", "A"],
    ["composed", "e\u0301", "\u00e9"],
    ["escaped", "<b>", "&lt;b&gt;"],
    ["cut", "abc", "ab"],
    ["of another type", 1, "1"],
    ["null in place of nothing", "", null],
    ["absent", "a", undefined],
    ["in another order", [1, 2], [2, 1]],
    ["without an item", [1, 2], [1]],
    ["with a property more", { a: 1 }, { a: 1, b: 2 }],
    ["a list as an object", ["a"], { 0: "a" }],
    ["an object as null", {}, null],
  ])("%s", (_, sent, came) => {
    expect(found({ name: sent }, { name: came })).toMatchObject([
      { check: "echoes", severity: "error", fingerprint: "$response.body#/name" },
    ]);
  });

  test("with its locations in the response and in the document", () => {
    expect(found({ items: ["a"] }, { data: { all: ["b"] } })).toEqual([
      {
        check: "echoes",
        severity: "error",
        expected: 'data.all of the response body that equals $request.body#/items: ["a"]',
        actual: '["b"]',
        pointer: "/paths/~1things/post/x-contract/echoes/$response.body#~1data~1all",
        fingerprint: "$response.body#/data/all",
      },
    ]);
  });

  test("each location by itself", () => {
    expect(found({ name: "a", items: [] }, {})).toMatchObject([
      { fingerprint: "$response.body#/name", actual: "nothing" },
      { fingerprint: "$response.body#/data/all" },
    ]);
  });
});

describe("nothing is asked", () => {
  test.each([199, 304, 400, 500])("of a %i", (status) => {
    expect(found({ name: "a" }, {}, { status })).toEqual([]);
  });

  test("of another method, of what is no JSON, and where nothing was sent", () => {
    expect(found({ name: "a" }, {}, {}, { method: "PUT" })).toEqual([]);
    expect(found({ name: "a" }, "<p>")).toEqual([]);
    expect(found('{"name":', {})).toEqual([]);
    expect(found(undefined, {}, {}, { body: undefined })).toEqual([]);
  });

  test("where x-contract states nothing", () => {
    const testCase = caseOf(operationOf({ 200: jsonResponse() }));
    expect(violationsOf(echoes, testCase, exchangeOf({ body: {} }, { sent: { name: "a" } }))).toEqual([]);
  });
});
