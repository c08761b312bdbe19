import { describe, expect, test } from "vitest";
import { isDestructive, orderOperations } from "../../../src/contract/chain/order.ts";
import { findResources } from "../../../src/contract/chain/resources.ts";
import { listOperations } from "../../../src/openapi/operation.ts";
import { documentWith } from "../model/read.ts";

const responses = { 200: { description: "Fine." } };

/** Reads operations written as `POST /things`, and what some of them have. */
function read(lines: string[], more: Record<string, object> = {}) {
  const paths: Record<string, Record<string, object>> = {};
  for (const line of lines) {
    const [method = "", path = ""] = line.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: { responses, ...more[line] } };
  }
  const operations = listOperations(documentWith(paths));
  const resources = findResources(operations);
  const sources = (path: string) => {
    const { creators = [], finders = [] } = resources.along(path).at(-1) ?? {};
    return { creators: creators.map(({ id }) => id), finders: finders.map(({ id }) => id) };
  };
  return {
    operations,
    resources,
    sources,
    order: orderOperations(operations, resources, () => []).map(({ id }) => id),
  };
}

const link = (target: object, parameters: object) => ({
  responses: { 201: { description: "Made.", links: { next: { ...target, parameters } } } },
});

describe("what gives the things of a path", () => {
  test.each<[string, string[], string, string[], string[]]>([
    [
      "POST to the path before it",
      ["POST /things", "GET /things/{thingId}"],
      "/things/{thingId}",
      ["POST /things"],
      [],
    ],
    ["with final slashes", ["POST /things/", "GET /things/{id}/"], "/things/{id}/", ["POST /things/"], []],
    ["by a verb", ["POST /things/create", "GET /things/{id}"], "/things/{id}", ["POST /things/create"], []],
    ["GET of the list", ["GET /things", "GET /things/{id}"], "/things/{id}", [], ["GET /things"]],
    ["before a suffix", ["POST /things", "GET /things/{id}.json"], "/things/{id}.json", ["POST /things"], []],
    ["before an action", ["POST /things", "POST /things/{id}:run"], "/things/{id}:run", ["POST /things"], []],
    ["of an inner path", ["POST /a/{x}/b", "GET /a/{id}/b/{y}/c"], "/a/{id}/b/{y}/c", ["POST /a/{x}/b"], []],
    [
      "elsewhere, by the noun",
      ["POST /pets", "GET /pets/{petId}", "GET /o/{o}/pets/{petId}"],
      "/o/{o}/pets/{petId}",
      ["POST /pets"],
      [],
    ],
    [
      "elsewhere, by the parameter",
      ["POST /orders", "GET /orders/{id}", "GET /bills/of/{orderId}"],
      "/bills/of/{orderId}",
      ["POST /orders"],
      [],
    ],
    ["nothing", ["GET /things/{id}", "PUT /things/{id}"], "/things/{id}", [], []],
  ])("%s", (_, lines, path, creators, finders) => {
    expect(read(lines).sources(path)).toEqual({ creators, finders });
  });

  const lines = ["POST /login", "GET /me", "GET /users/{userId}"];
  const get = "GET /users/{userId}";
  test.each<[string, object, object]>([
    ["operationId", { operationId: get }, { userId: "$response.body#/id" }],
    ["operationRef", { operationRef: "#/paths/~1users~1{userId}/get" }, { userId: "$response.body#/id" }],
    ["an encoded operationRef", { operationRef: "#/paths/~1users~1%7BuserId%7D/get" }, { userId: "$request.query.u" }],
    [
      "a whole operationRef",
      { operationRef: "https://x.org/openapi.json#/paths/~1users~1{userId}/get" },
      { "path.userId": "a" },
    ],
  ])("a link by %s", (_, target, parameters) => {
    const linked = link(target, parameters);
    const { sources } = read(lines, { "POST /login": linked, "GET /me": linked });
    expect(sources("/users/{userId}")).toEqual({ creators: ["POST /login"], finders: ["GET /me"] });
  });

  test("a link before what has the likely path", () => {
    const { sources } = read(["POST /users", ...lines], {
      "POST /login": link({ operationId: get }, { userId: "$url" }),
    });
    expect(sources("/users/{userId}").creators).toEqual(["POST /login", "POST /users"]);
  });

  test("no link that leads nowhere, gives another parameter, or comes from the thing itself", () => {
    const { sources } = read([...lines, "PUT /users/{userId}"], {
      "POST /login": link({ operationId: "gone" }, { userId: "a" }),
      "GET /me": link({ operationId: get }, { "query.userId": "a" }),
      "PUT /users/{userId}": link({ operationId: get }, { userId: "a" }),
    });
    expect(sources("/users/{userId}")).toEqual({ creators: [], finders: [] });
  });
});

describe("operations are ordered", () => {
  test("producers first, destructive ones last and inside out, others as the document has them", () => {
    const lines = [
      "DELETE /users/{id}",
      "GET /users/{id}/posts/{postId}",
      "DELETE /users/{id}/posts/{postId}",
      "POST /users/{id}/posts/{postId}/publish",
      "GET /health",
      "POST /users/{id}/posts",
      "PUT /users/{id}",
      "POST /users",
    ];
    const { order } = read(lines);
    const at = (line: string) => order.indexOf(line);
    expect(at("POST /users")).toBeLessThan(at("POST /users/{id}/posts"));
    expect(at("POST /users/{id}/posts")).toBeLessThan(at("GET /users/{id}/posts/{postId}"));
    expect(order.slice(-3)).toEqual([
      "DELETE /users/{id}/posts/{postId}",
      "POST /users/{id}/posts/{postId}/publish",
      "DELETE /users/{id}",
    ]);
  });

  test("as the document has them where nothing gives anything", () => {
    const lines = ["PUT /b/{id}", "GET /a", "POST /c"];
    expect(read(lines).order).toEqual(lines);
  });

  test("each once, also where two need each other", () => {
    const lines = ["POST /a/{aId}/b", "POST /b/{bId}/a", "GET /a/{aId}", "GET /b/{bId}"];
    const linked = {
      "POST /a/{aId}/b": link({ operationId: "GET /b/{bId}" }, { bId: "$url" }),
      "POST /b/{bId}/a": link({ operationId: "GET /a/{aId}" }, { aId: "$url" }),
    };
    expect(read(lines, linked).order.toSorted()).toEqual(lines.toSorted());
  });
});

test.each([
  ["DELETE /things/{id}", true],
  ["POST /things/{id}/archive", true],
  ["POST /things/{id}:archive", true],
  ["POST /things/{id}/parts", false],
  ["POST /things/{id}/notes", false],
  ["POST /things", false],
  ["PUT /things/{id}", false],
  ["GET /things/{id}", false],
])("whether %s is destructive: %s", (line, expected) => {
  const { resources } = read([
    "POST /things",
    "POST /things/{id}/parts",
    "GET /things/{id}/parts/{part}",
    "GET /things/{id}/notes",
  ]);
  const [method = "", path = ""] = line.split(" ");
  expect(isDestructive({ method, path }, resources)).toBe(expected);
});
