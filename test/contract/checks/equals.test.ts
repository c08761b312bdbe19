import { describe, expect, test } from "vitest";
import { echoes } from "../../../src/contract/checks/echoes.ts";
import { equals } from "../../../src/contract/checks/equals.ts";
import { baseUrl, caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

const location = "$response.header.Location";
const responses = { 201: jsonResponse() };

describe("a value of a response equals what it is made of", () => {
  const testCase = caseOf(
    operationOf(responses, { "x-contract": { equals: { [location]: "/orders/{$response.body#/id}" } } }),
  );
  const found = (value: string | undefined, body: unknown = { id: "7 a" }, status = 201) => {
    const headers: [string, string][] = value === undefined ? [] : [["location", value]];
    return violationsOf(equals, testCase, exchangeOf({ status, headers, body }));
  };

  test.each([
    ["as it is", "/orders/7 a"],
    ["percent-encoded", "/orders/7%20a"],
    ["an absolute URL", `${baseUrl}/orders/7%20a`],
    ["relative to the request", "orders/7%20a"],
    ["with dot segments", "/things/../orders/7%20a"],
  ])("%s", (_, value) => {
    expect(found(value)).toEqual([]);
  });

  test.each([
    ["another id", "/orders/8"],
    ["another path", "/order/7%20a"],
    ["a final slash", "/orders/7%20a/"],
    ["another host", "http://example.com/orders/7%20a"],
    ["absent", undefined],
  ])("a violation: %s", (_, value) => {
    expect(found(value)).toEqual([
      {
        check: "equals",
        severity: "error",
        expected: 'the response header Location that equals /orders/{$response.body#/id}: "/orders/7 a"',
        actual: value === undefined ? "nothing" : JSON.stringify(value),
        pointer: `/paths/~1things/post/x-contract/equals/${location}`,
        fingerprint: location,
      },
    ]);
  });

  test("not if a part has no value, nor in another status", () => {
    expect(found("/orders/8", {})).toEqual([]);
    expect(found("/orders/8", { id: {} })).toEqual([]);
    expect(found("/orders/8", "no JSON")).toEqual([]);
    expect(found("/orders/8", { id: 7 }, 409)).toEqual([]);
  });

  test("a Location may begin with the server's base path", () => {
    const exchange = exchangeOf({ status: 201, headers: [["Location", "/api/orders/7"]], body: { id: 7 } });
    const run = (url: string) => equals.run?.(testCase, exchange, { secrets: [], baseUrl: url });
    expect(run(`${baseUrl}/api`)).toEqual([]);
    expect(run(baseUrl)).toHaveLength(1);
  });
});

describe("headers and parameters have no types, bodies have", () => {
  const parameters = [{ name: "page", in: "query", schema: { type: "integer" } }];
  const found = (statement: object, body: unknown, headers: [string, string][] = []) => {
    const operation = operationOf(responses, { parameters, "x-contract": { echoes: statement } });
    const request = {
      target: "/things?page=2&tags=a,b&twice=a&twice=b",
      headers: [["X-Trace", "t1"]] as [string, string][],
      sent: { id: 2 },
    };
    return violationsOf(echoes, caseOf(operation), exchangeOf({ status: 201, headers, body }, request));
  };

  test.each<[object, unknown, number]>([
    [{ "$response.body#/page": "$request.query.page" }, { page: 2 }, 0],
    [{ "$response.body#/page": "$request.query.page" }, { page: "2" }, 0],
    [{ "$response.body#/page": "$request.query.page" }, { page: 3 }, 1],
    [{ "$response.body#/page": "$request.query.page" }, { page: [2] }, 0],
    [{ "$response.body#/page": "$request.query.page" }, { page: [2, 2] }, 1],
    [{ "$response.body#/page": "$request.query.page" }, { page: { a: 2 } }, 1],
    [{ "$response.body#/page": "$request.query.page" }, { page: null }, 1],
    [{ "$response.body#/page": "$request.query.page" }, {}, 1],
    [{ "$response.body#/tags": "$request.query.tags" }, { tags: ["a", "b"] }, 0],
    [{ "$response.body#/tags": "$request.query.tags" }, { tags: ["b", "a"] }, 1],
    [{ "$response.body#/twice": "$request.query.twice" }, { twice: ["a", "b"] }, 0],
    [{ "$response.body#/trace": "$request.header.x-trace" }, { trace: "t1" }, 0],
    [{ "$response.body#/trace": "$request.header.x-other" }, { trace: "t1" }, 0],
    [{ "$response.body#/id": "$request.body#/id" }, { id: "2" }, 1],
  ])("%j and %j", (statement, body, count) => {
    expect(found(statement, body)).toHaveLength(count);
  });

  test("in headers of the response", () => {
    const statement = { "$response.header.X-Trace": "$request.header.X-Trace" };
    expect(found(statement, "", [["x-trace", "t1"]])).toEqual([]);
    expect(found(statement, "", [["x-trace", "t2"]])).toHaveLength(1);
    expect(found({ "$response.header.X-Id": "$request.body#/id" }, "", [["X-Id", "2"]])).toEqual([]);
  });

  test("nor have forms", () => {
    const echo = { "$response.body#/size": "$request.body#/size", "$response.body#/tags": "$request.body#/tag" };
    const operation = operationOf(responses, { "x-contract": { echoes: echo } });
    const headers: [string, string][] = [["Content-Type", "application/x-www-form-urlencoded"]];
    const found = (sent: string, body: unknown) =>
      violationsOf(echoes, caseOf(operation), exchangeOf({ status: 201, body }, { sent, headers }));
    expect(found("size=2&tag=a+b&tag=c", { size: 2, tags: ["a b", "c"] })).toEqual([]);
    expect(found("tag=1&tag=2", { tags: [1, 2] })).toEqual([]);
    expect(found("tag=a", { tags: ["a"] })).toEqual([]);
    expect(found("size=2", { size: 3 })).toHaveLength(1);
    expect(found("tag=a&tag=b", { tags: ["b", "a"] })).toHaveLength(1);
    expect(found("", { size: 3 })).toEqual([]);
  });

  test("path parameters are decoded", () => {
    const operation = operationOf(responses, {
      "x-contract": { equals: { "$response.body#/id": "$request.path.id" } },
    });
    const template = { names: ["id"], match: () => new Map([["id", "a%20b"]]) };
    const testCase = caseOf({ ...operation, template });
    expect(violationsOf(equals, testCase, exchangeOf({ status: 201, body: { id: "a b" } }))).toEqual([]);
    expect(violationsOf(equals, testCase, exchangeOf({ status: 201, body: { id: "c" } }))).toHaveLength(1);
  });
});
