import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { listOperations } from "../../src/openapi/operation.ts";
import { pathShape, readPathKey } from "../../src/openapi/path-key.ts";

describe("a key of paths", () => {
  test.each<[string, string, string[]]>([
    ["/things/{id}", "/things/{id}", []],
    ["/things?beta=true", "/things", ["beta=true"]],
    ["/things/{id}?a=b&c", "/things/{id}", ["a=b", "c"]],
    ["/things?q={q}", "/things", ["q={q}"]],
    ["/things?a=b?c", "/things", ["a=b?c"]],
    ["/things#list", "/things", []],
    ["/things?a=b#list", "/things", ["a=b"]],
    ["/#X-Target=Service.List", "/", []],
    ["/things{?limit,offset}", "/things", []],
    ["/things?a=b{&limit}", "/things", ["a=b"]],
    ["/things{#part}", "/things", []],
    ["/things?", "/things", []],
  ])("%s has the path %s and the query %j", (key, path, query) => {
    expect(readPathKey(key)).toEqual({ path, query });
  });

  test("has the shape of its path, whatever its parameters are called", () => {
    expect(pathShape("/things/{id}?beta=true")).toBe(pathShape("/things/{thingId}#read"));
  });
});

test("keys of one path share their methods", () => {
  const operation = { responses: {} };
  const document: OpenApiDocument = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: {
      "/things/{id}": { get: operation },
      "/things/{id}?action=copy": { post: operation },
      "/things/{thingId}#move": { post: operation, put: operation },
      "/others": { delete: operation },
    },
  };
  const methods = listOperations(document).map((one) => [one.method, [...one.methods].sort()]);
  const shared = ["GET", "POST", "PUT"];
  expect(methods).toEqual([
    ["GET", shared],
    ["POST", shared],
    ["PUT", shared],
    ["POST", shared],
    ["DELETE", ["DELETE"]],
  ]);
});
