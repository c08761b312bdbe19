import { describe, expect, test } from "vitest";
import { type SelectionOptions, selectOperations } from "../../../src/contract/run/selection.ts";
import { listOperations } from "../../../src/openapi/operation.ts";
import { documentWith } from "../model/read.ts";

const operation = (operationId: string, ...tags: string[]) => ({
  operationId,
  ...(tags.length > 0 && { tags }),
  responses: {},
});
const operations = listOperations(
  documentWith({
    "/orders": { get: operation("listOrders", "orders"), post: operation("createOrder", "orders", "write") },
    "/orders/{id}": { get: operation("getOrder", "orders"), delete: operation("deleteOrder", "write") },
    "/orders/{id}/items": { get: operation("listItems") },
    "/bills.json": { get: operation("listBills") },
  }),
);

describe("operations are selected", () => {
  const pathOf = (...paths: string[]): SelectionOptions => ({ include: { paths } });
  test.each<[string, SelectionOptions, string]>([
    ["all, by default", {}, "createOrder deleteOrder getOrder listBills listItems listOrders"],
    ["by id", { include: { operations: ["getOrder", "listBills"] } }, "getOrder listBills"],
    ["by method, in either case", { include: { methods: ["get"] } }, "getOrder listBills listItems listOrders"],
    ["by tag", { include: { tags: ["write"] } }, "createOrder deleteOrder"],
    ["by what all lists name", { include: { tags: ["write"], methods: ["POST"] } }, "createOrder"],
    ["by a whole path", pathOf("/orders"), "createOrder listOrders"],
    ["by a path with its parameter", pathOf("/orders/{id}"), "deleteOrder getOrder"],
    ["* stays within a segment", pathOf("/orders/*"), "deleteOrder getOrder"],
    ["** crosses segments, and none", pathOf("/orders/**"), "createOrder deleteOrder getOrder listItems listOrders"],
    ["a dot is a dot", pathOf("/bills.*"), "listBills"],
    ["without those excluded", { exclude: { methods: ["GET"], tags: ["write"] } }, ""],
    [
      "excluded though included",
      { include: { paths: ["/orders"] }, exclude: { operations: ["createOrder"] } },
      "listOrders",
    ],
    [
      "an empty list says nothing",
      { include: { tags: [] }, exclude: { tags: [] } },
      operations
        .map(({ id }) => id)
        .sort()
        .join(" "),
    ],
  ])("%s", (_, options, ids) => {
    const selection = selectOperations(operations, options);
    const tested = operations.filter(selection.isTested).map(({ id }) => id);
    expect(tested.sort().join(" ")).toBe(ids);
    expect(selection).toMatchObject({ tested: tested.length, total: operations.length });
  });

  test("what is only not included may still be called for others", () => {
    const [list] = operations;
    if (!list) throw new Error("No operation.");
    expect(selectOperations(operations, { include: { tags: ["write"] } }).isCallable(list)).toBe(true);
    expect(selectOperations(operations, { exclude: { tags: ["orders"] } }).isCallable(list)).toBe(false);
  });

  test.each<[SelectionOptions, string]>([
    [
      { include: { operations: ["getOrders"] } },
      'No operation has the id "getOrders" (--operation): choose of: listOrders, createOrder, getOrder, deleteOrder, listItems, listBills.',
    ],
    [{ exclude: { tags: ["order"] } }, 'No operation has the tag "order" (--exclude-tag): choose of: orders, write.'],
    [
      { include: { paths: ["/order/*"] } },
      'No operation has the path "/order/*" (--path): choose of: /orders, /orders/{id}, /orders/{id}/items, /bills.json.',
    ],
  ])("%j is told to match nothing", (options, message) => {
    expect(() => selectOperations(operations, options)).toThrow(expect.objectContaining({ message, exitCode: 2 }));
  });
});
