import { describe, expect, test } from "vitest";
import { defaults } from "../../../src/contract/checks/defaults.ts";
import { caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

const size = { type: "integer", default: 20 };
const inner = { type: "object", properties: { unit: { type: "string", default: "cm" } } };
const properties = {
  size,
  tags: { type: "array", default: [] },
  inner,
  lines: { type: "array", items: inner },
  hidden: { default: 1, writeOnly: true },
  given: { default: 1, readOnly: true },
  internal: { default: 1 },
  first: { default: "a" },
  choice: { oneOf: [{ default: 1 }, { default: 2 }] },
};
const { internal: _internal, first: _first, ...shown } = properties;
const response = { type: "object", properties: { ...shown, data: {} } };

function found(sent: unknown, body: unknown, xContract: object = { defaults: true }, status = 201) {
  const requestBody = { content: { "application/json": { schema: { type: "object", properties } } } };
  const operation = operationOf({ 201: jsonResponse(response) }, { requestBody, "x-contract": xContract });
  return violationsOf(defaults, caseOf(operation), exchangeOf({ status, body }, { sent }));
}

const right = { size: 20, tags: [] };

describe("a property that the request omits comes back as its default", () => {
  test.each<[string, unknown, unknown]>([
    ["as the document says", {}, right],
    ["also in an object that was sent", { inner: {} }, { ...right, inner: { unit: "cm" } }],
    [
      "also in each item of a list",
      { lines: [{ unit: "m" }, {}] },
      { ...right, lines: [{ unit: "m" }, { unit: "cm" }] },
    ],
    ["not in an object that was not sent", {}, { ...right, inner: { unit: "m" } }],
    ["not if it was sent", { size: 5, tags: null }, { size: 7 }],
    ["not what only requests or only responses have", {}, { ...right, hidden: 2, given: 2 }],
    ["not what the response does not document", {}, { ...right, internal: 9 }],
    ["not what only a branch states", {}, { ...right, choice: 3 }],
  ])("%s", (_, sent, body) => {
    expect(found(sent, body)).toEqual([]);
  });

  test.each<[string, unknown, unknown, string]>([
    ["another value", {}, { ...right, size: 10 }, "/size"],
    ["of another type", {}, { ...right, size: "20" }, "/size"],
    ["null", {}, { ...right, tags: null }, "/tags"],
    ["absent", {}, { size: 20 }, "/tags"],
    ["in an object", { inner: {} }, { ...right, inner: {} }, "/inner/unit"],
    [
      "in the second item",
      { lines: [{ unit: "m" }, {}] },
      { ...right, lines: [{ unit: "m" }, { unit: "m" }] },
      "/lines/1/unit",
    ],
  ])("a violation: %s", (_, sent, body, fingerprint) => {
    expect(found(sent, body)).toMatchObject([{ check: "defaults", severity: "error", fingerprint }]);
  });

  test("with a pointer to the default", () => {
    expect(found({}, { ...right, size: 10 })).toEqual([
      {
        check: "defaults",
        severity: "error",
        expected: "size of the response body that equals the default of size: 20",
        actual: "10",
        pointer: "/paths/~1things/post/requestBody/content/application~1json/schema/properties/size/default",
        fingerprint: "/size",
      },
    ]);
  });

  test("where echoes says that it comes back", () => {
    const xContract = { defaults: true, echoes: { "$response.body#/data/first": "$request.body#/first" } };
    expect(found({}, { ...right, data: { first: "a" } }, xContract)).toEqual([]);
    expect(found({}, { ...right, data: {} }, xContract)).toMatchObject([{ fingerprint: "/first", actual: "nothing" }]);
  });

  test("only if x-contract says so, and only in a documented success", () => {
    expect(found({}, {}, {})).toEqual([]);
    expect(found({}, {}, { defaults: false })).toEqual([]);
    expect(found({}, {}, { defaults: true }, 400)).toEqual([]);
    expect(found({}, {}, { defaults: true }, 200)).toEqual([]);
    expect(found("no JSON", {})).toEqual([]);
    expect(found({}, "no JSON")).toEqual([]);
  });
});
