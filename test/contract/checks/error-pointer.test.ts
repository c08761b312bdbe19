import { describe, expect, test } from "vitest";
import { refusal } from "../../../src/contract/cases/expected.ts";
import { errorPointer } from "../../../src/contract/checks/error-pointer.ts";
import type { Expected } from "../../../src/contract/test-case.ts";
import { caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

const schema = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: {
    name: { type: "string" },
    "a/b": { type: "integer" },
    list: { type: "array", uniqueItems: true, items: { type: "object", required: ["id"] } },
    contact: { oneOf: [{ required: ["mail"] }, { required: ["phone"] }] },
  },
};
const xContract = { errors: { pointer: "$response.body#/errors/0/at" } };
const requestBody = { content: { "application/json": { schema } } };
const operation = operationOf({ 201: jsonResponse(), 422: jsonResponse() }, { requestBody, "x-contract": xContract });

function found(sent: unknown, at: unknown, status = 422, expected: Expected = refusal("body")) {
  return violationsOf(
    errorPointer,
    caseOf(operation, expected),
    exchangeOf({ status, body: { errors: [{ at }] } }, { sent }),
  );
}

describe("a rejection names the location that is wrong", () => {
  test.each<[string, unknown, unknown]>([
    ["a value", { name: 5 }, "/name"],
    ["as a fragment", { name: 5 }, "#/name"],
    ["as an encoded fragment", { name: "a", "a/b": "x" }, "#/a%7E1b"],
    ["an escaped name", { name: "a", "a/b": "x" }, "/a~1b"],
    ["a missing property", {}, "/name"],
    ["the object that lacks a property", {}, ""],
    ["an unknown property", { name: "a", more: 1 }, "/more"],
    ["the object with an unknown property", { name: "a", more: 1 }, ""],
    ["a missing property of an item", { name: "a", list: [{ id: 1 }, {}] }, "/list/1"],
    ["a repeated item", { name: "a", list: [{ id: 1 }, { id: 1 }] }, "/list/1"],
    ["a branch", { name: "a", contact: {} }, "/contact/mail"],
    ["the whole body", [], ""],
  ])("%s", (_, sent, at) => {
    expect(found(sent, at)).toEqual([]);
  });

  test.each<[string, unknown, unknown]>([
    ["another value", { name: 5 }, "/list"],
    ["the enclosing object of a wrong type", { name: 5 }, ""],
    ["another item", { name: "a", list: [{ id: 1 }, {}] }, "/list/0"],
    ["in dots", { name: "a", list: [{}] }, "list.0.id"],
    ["not escaped", { name: "a", "a/b": "x" }, "/a/b"],
    ["nothing", { name: 5 }, undefined],
    ["null", { name: 5 }, null],
    ["a list", { name: 5 }, ["name"]],
  ])("a violation: %s", (_, sent, at) => {
    expect(found(sent, at)).toMatchObject([{ check: "error-pointer", severity: "error" }]);
  });

  test("with the right one", () => {
    expect(found({ name: 5 }, "/list")).toEqual([
      {
        check: "error-pointer",
        severity: "error",
        expected: 'errors[0].at of the response body that is the JSON pointer "/name"',
        actual: '"/list"',
        pointer: "/paths/~1things/post/x-contract/errors/pointer",
        fingerprint: "$response.body#/errors/0/at",
      },
    ]);
  });

  test("only if the response is about the body", () => {
    expect(found({ name: 5 }, "/list", 429)).toEqual([]);
    expect(found({ name: 5 }, "/list", 400)).toEqual([]);
    expect(found({ name: 5 }, "/list", 201)).toEqual([]);
    expect(found({ name: 5 }, "/list", 422, refusal("syntax"))).toEqual([]);
    expect(found({ name: "a" }, "/list")).toEqual([]);
  });
});
