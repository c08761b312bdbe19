import { describe, expect, test } from "vitest";
import { readThings } from "../../../src/contract/chain/read-things.ts";
import { findResources } from "../../../src/contract/chain/resources.ts";
import type { Header } from "../../../src/contract/http/request.ts";
import { listOperations } from "../../../src/openapi/operation.ts";
import { exchangeOf } from "../checks/exchange.ts";
import { documentWith } from "../model/read.ts";

const parameters = ["userId", "postId"].map((name) => ({
  name,
  in: "path",
  required: true,
  schema: { type: "string" },
}));
const get = (...names: string[]) => ({
  get: {
    parameters: parameters.filter(({ name }) => names.includes(name)),
    responses: { 200: { description: "One." } },
  },
});

interface Where {
  path?: string;
  item?: string;
  target?: string;
  outer?: string[];
  basePath?: string;
}

/** Reads the things that a response to a POST names. */
function read(
  { path = "/users", item = "/users/{userId}", target, outer = [], basePath = "" }: Where,
  {
    headers = [] as Header[],
    body = {} as unknown,
    sent = {} as unknown,
    links = {},
    xContract = undefined as unknown,
  },
) {
  const post = {
    operationId: "add",
    parameters: [],
    responses: { 201: { description: "Made.", links } },
    "x-contract": xContract,
  };
  const document = documentWith({
    [path]: { post },
    "/users/{userId}": { ...get("userId") },
    "/users/{userId}/posts/{postId}": { ...get("userId", "postId") },
  });
  const operations = listOperations(document);
  const resources = findResources(operations);
  const source = operations.find(({ id }) => id === "add");
  const resource = resources.along(item).at(-1);
  if (!source || !resource) throw new Error("no operation");
  const exchange = exchangeOf({ status: 201, headers, body }, { target: basePath + (target ?? path), sent });
  return readThings({ resource, source, exchange, outer, basePath, accepts: () => true }, resources);
}

describe("the Location of a response", () => {
  const at = (value: string, more: Where = {}) => read(more, { headers: [["Location", value]], body: { id: "b" } });

  test.each<[string, string]>([
    ["a path", "/users/a"],
    ["a URL of whatever host", "https://elsewhere.example/users/a"],
    ["a path with a final slash", "/users/a/"],
    ["a path that is relative to the request", "users/a"],
    ["a path below another base path", "/gateway/v2/users/a"],
    ["an encoded path", "/users/%61"],
  ])("may be %s", (_, location) => {
    expect(at(location)).toMatchObject([{ values: ["a"], how: "Location" }]);
  });

  test("is read below the base path", () => {
    expect(at("/api/users/a", { basePath: "/api" })).toMatchObject([{ values: ["a"] }]);
  });

  test("of another path does not count", () => {
    expect(at("/jobs/a")).toMatchObject([{ values: ["b"], how: "id in the response" }]);
  });

  test("has what the thing is part of too", () => {
    const inner = {
      path: "/users/{userId}/posts",
      target: "/users/u/posts",
      item: "/users/{userId}/posts/{postId}",
      outer: ["u"],
    };
    expect(at("/users/v/posts/p", inner)).toMatchObject([{ values: ["v", "p"] }]);
    expect(read(inner, { body: { id: 7 } })).toMatchObject([{ values: ["u", 7], how: "id in the response" }]);
  });
});

describe("links", () => {
  const target = { operationId: "GET /users/{userId}" };
  const linked = (userId: string, more: Parameters<typeof read>[1] = {}) =>
    read(
      { path: "/login", target: "/login?as=q" },
      { ...more, links: { user: { ...target, parameters: { userId } } } },
    );

  test.each<[string, Parameters<typeof read>[1], unknown]>([
    ["$response.body#/user/key", { body: { user: { key: 5 } } }, 5],
    ["$response.header.X-User", { headers: [["x-user", "h"]] }, "h"],
    ["$request.body#/name", { sent: { name: "n" } }, "n"],
    ["$request.query.as", {}, "q"],
    ["user-{$statusCode}", {}, "user-201"],
    ["constant", {}, "constant"],
  ])("%s", (expression, response, value) => {
    expect(linked(expression, response)).toMatchObject([{ values: [value], how: `${expression} of a link` }]);
  });

  test("without a value fall back on what else the response has", () => {
    expect(linked("$response.body#/gone", { body: { id: "b" } })).toMatchObject([{ values: ["b"] }]);
  });
});

describe("a response without links and Location", () => {
  test("has what x-contract calls unique, where no name tells more", () => {
    const body = { number: 12, name: "x" };
    for (const unique of [["/number"], ["$response.body#/number"]]) {
      expect(read({}, { body, xContract: { unique } })).toMatchObject([
        { values: [12], how: "number in the response" },
      ]);
    }
    expect(read({}, { body, xContract: { unique: ["/number", "/name"] } })).toEqual([]);
  });

  test("leaves what the client has chosen", () => {
    expect(read({}, { body: {}, sent: { user_id: "mine", id: "other" } })).toMatchObject([
      { values: ["mine"], how: "user_id in the request" },
    ]);
    expect(read({}, { body: {}, sent: { name: "x", ownerId: "o" } })).toEqual([]);
  });
});
