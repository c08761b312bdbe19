import { describe, expect, test } from "vitest";
import { refusal } from "../../../src/contract/cases/expected.ts";
import { allow } from "../../../src/contract/checks/allow.ts";
import { headers } from "../../../src/contract/checks/headers.ts";
import type { Header } from "../../../src/contract/http/request.ts";
import { caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

const schemas = { Count: { type: "integer", minimum: 1 } };

/** What is found in a 200 with those headers, where it documents the header `X-A` like that. */
function find(documented: object, ...sent: Header[]) {
  const operation = operationOf({ 200: jsonResponse({}, { headers: { "X-A": documented } }) }, {}, { schemas });
  return violationsOf(headers, caseOf(operation), exchangeOf({ headers: sent }));
}
const ofType = (schema: object, ...values: string[]) =>
  find({ schema }, ...values.map((value): Header => ["x-a", value]));

describe("a documented header", () => {
  test.each<[string, object, string[]]>([
    ["an integer", { type: "integer", minimum: 1 }, ["12"]],
    ["a negative number", { type: "number" }, ["-1.5"]],
    ["a boolean", { type: "boolean" }, ["true"]],
    ["a text that looks like a number", { type: "string" }, ["12"]],
    ["a text that looks like truth", { type: "string", pattern: "^t" }, ["true"]],
    ["a number or a text", { type: ["integer", "string"] }, ["many"]],
    ["a date", { type: "string", format: "date-time" }, ["2024-02-28T10:34:30Z"]],
    ["a list in one header", { type: "array", items: { type: "integer" } }, ["1, 2,3"]],
    ["a list in several headers", { type: "array", items: { type: "integer" } }, ["1", "2, 3"]],
    ["a list of texts that look like numbers", { type: "array", items: { type: "string" } }, ["1, 2"]],
    [
      "a list whose items are described elsewhere",
      { type: "array", items: { $ref: "#/components/schemas/Count" } },
      ["1, 2"],
    ],
    ["an integer that is described elsewhere", { $ref: "#/components/schemas/Count" }, ["5"]],
    ["an integer that is put together", { allOf: [{ $ref: "#/components/schemas/Count" }] }, ["5"]],
    ["an object, which is not judged", { type: "object" }, ["a,1"]],
    ["anything", {}, ["x"]],
  ])("may be %s", (_, schema, values) => {
    expect(ofType(schema, ...values)).toEqual([]);
  });

  test.each<[string, object, string[], string]>([
    ["no integer", { type: "integer" }, ["1.5"], "must be integer"],
    ["a word for a number", { type: "integer" }, ["many"], "must be integer"],
    ["nothing for a number", { type: "integer" }, [""], "must be integer"],
    ["a number beyond its bound", { type: "integer", minimum: 1 }, ["0"], "must be >= 1"],
    ["a boolean in capitals", { type: "boolean" }, ["TRUE"], "must be boolean"],
    ["a text against its pattern", { type: "string", pattern: "^t" }, ["x"], "must match pattern"],
    ["no choice", { enum: ["a", "b"] }, ["c"], 'must be one of ["a","b"]'],
    ["an item against its schema", { type: "array", items: { type: "integer" } }, ["1, x"], "must be integer"],
    [
      "a list that is too long",
      { type: "array", maxItems: 2, items: { type: "string" } },
      ["a", "b,c"],
      "must NOT have more than 2 items",
    ],
    ["a number below its bound, described elsewhere", { $ref: "#/components/schemas/Count" }, ["0"], "must be >= 1"],
  ])("must not be %s", (_, schema, values, message) => {
    const found = ofType(schema, ...values);
    expect(found).toMatchObject([{ check: "headers", severity: "error", fingerprint: "invalid X-A" }]);
    expect(found[0]?.expected).toContain(message);
    expect(found[0]?.pointer).toBe("/paths/~1things/post/responses/200/headers/X-A");
  });

  test("must be there where it is required, whatever the case of its name", () => {
    expect(find({ required: true, schema: {} })).toMatchObject([{ fingerprint: "absent X-A", severity: "error" }]);
    expect(find({ required: true, schema: {} }, ["x-a", ""])).toEqual([]);
    expect(find({ schema: {} })).toEqual([]);
  });

  test("is present once, unless it is a list", () => {
    expect(ofType({ type: "string" }, "a", "a")).toMatchObject([{ fingerprint: "twice X-A", actual: "2 of them" }]);
  });

  test("is asked of its own response alone", () => {
    const documented = { headers: { "X-A": { required: true } } };
    const operation = operationOf({ 200: jsonResponse({}, documented), 400: jsonResponse() });
    expect(violationsOf(headers, caseOf(operation), exchangeOf({ status: 400 }))).toEqual([]);
    expect(violationsOf(headers, caseOf(operation), exchangeOf({}, { method: "PUT" }))).toEqual([]);
  });
});

describe("what HTTP has once", () => {
  const twice = (name: string, documented = {}) =>
    find(documented, [name, "a"], [name.toLowerCase(), "a"]).map(({ fingerprint }) => fingerprint);

  test.each(["Content-Type", "Location", "Retry-After", "ETag", "Date"])("%s is present once", (name) => {
    expect(twice(name)).toEqual([`twice ${name.toLowerCase()}`]);
  });

  test.each(["Set-Cookie", "Vary", "Link", "X-Any"])("%s may be present twice", (name) => {
    expect(twice(name)).toEqual([]);
  });

  test("also where no response is documented", () => {
    const response = exchangeOf({
      status: 500,
      headers: [
        ["Date", "a"],
        ["Date", "b"],
      ],
    });
    expect(violationsOf(headers, caseOf(operationOf({ 200: jsonResponse() })), response)).toMatchObject([
      { fingerprint: "twice date", actual: "2: a | b" },
    ]);
  });
});

describe("a 405 says which methods there are", () => {
  const methods = (response: {
    status?: number;
    allow?: string[];
    method?: string;
    responses?: object;
    more?: object;
    others?: string[];
  }) => {
    const { status = 405, allow: values = [], method = "PUT", responses = {}, more = {}, others = [] } = response;
    const own = operationOf({ 200: jsonResponse(), ...responses }, more);
    const operation = { ...own, methods: [...own.methods, ...others] };
    const sent = values.map((value): Header => ["Allow", value]);
    return violationsOf(
      allow,
      caseOf(operation, refusal("method")),
      exchangeOf({ status, headers: sent }, { method }),
    ).map(({ severity, fingerprint }) => `${fingerprint} ${severity}`);
  };

  test.each<[string, Parameters<typeof methods>[0], string[]]>([
    ["the described one", { allow: ["POST"] }, []],
    ["with OPTIONS besides", { allow: ["POST, OPTIONS"] }, []],
    ["in several headers", { allow: ["POST", "OPTIONS"] }, []],
    ["without Allow", {}, ["absent warning"]],
    ["with an empty Allow", { allow: [""] }, ["lacking error"]],
    ["without the described one", { allow: ["GET"] }, ["lacking error"]],
    ["with one of two that are described", { allow: ["GET"], others: ["GET"] }, ["lacking warning"]],
    ["with none of two that are described", { allow: ["PUT"], others: ["GET"] }, ["lacking error"]],
    ["in lower case, which is another method", { allow: ["post"] }, ["lacking error"]],
    ["with the one that was refused", { allow: ["POST, PUT"] }, ["contradicting error"]],
    ["with one more that nothing describes", { allow: ["POST, DELETE"] }, ["more warning"]],
    ["another refusal needs none", { status: 404 }, []],
    ["OPTIONS that succeeds without Allow", { status: 204, method: "OPTIONS" }, []],
    ["OPTIONS that succeeds with Allow", { status: 204, method: "OPTIONS", allow: ["OPTIONS, POST"] }, []],
    ["OPTIONS that succeeds with a wrong Allow", { status: 204, method: "OPTIONS", allow: ["GET"] }, ["lacking error"]],
    ["the operation's own method", { method: "POST" }, []],
  ])("%s", (_, response, found) => {
    expect(methods(response)).toEqual(found);
  });

  test("and must where x-contract has 405 for it, or the document requires the header", () => {
    const more = { "x-contract": { statuses: { method: 405 } } };
    expect(methods({ more })).toEqual(["absent error"]);
    expect(methods({ more, allow: ["POST, DELETE"] })).toEqual(["more error"]);
    expect(methods({ more, allow: ["POST"], others: ["GET"] })).toEqual(["lacking error"]);
    const responses = { 405: jsonResponse({}, { headers: { allow: { required: true, schema: { type: "string" } } } }) };
    expect(methods({ responses })).toEqual(["absent error"]);
  });
});
