import { expect, test } from "vitest";
import { pathBelow, pathValues } from "../../../src/contract/model/request-path.ts";
import { documentWith, readOne } from "./read.ts";

const responses = { 200: { description: "Fine." } };
const operation = readOne(documentWith({ "/shops/{shop}/orders/{id}": { get: { operationId: "read", responses } } }));

test.each<[string, string, [string, string][] | undefined]>([
  [
    "/shops/1/orders/2",
    "",
    [
      ["shop", "1"],
      ["id", "2"],
    ],
  ],
  [
    "/api/shops/1/orders/2?x=/3",
    "/api",
    [
      ["shop", "1"],
      ["id", "2"],
    ],
  ],
  [
    "/shops/a%20b/orders/%2F",
    "",
    [
      ["shop", "a b"],
      ["id", "/"],
    ],
  ],
  [
    "/shops/%zz/orders/100%",
    "",
    [
      ["shop", "%zz"],
      ["id", "100%"],
    ],
  ],
  ["/shops/1/orders", "", undefined],
  ["/shops/1/orders/2", "/api", undefined],
])("the path parameters of %s below %j", (target, basePath, values) => {
  expect(pathValues(operation, target, basePath)).toEqual(values && new Map(values));
});

test("a path below another base path is undefined", () => {
  expect(pathBelow("/api", "/other/a")).toBeUndefined();
  expect(pathBelow("/api", "/api/a?b")).toBe("/a");
});
