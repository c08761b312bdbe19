import { expect, test } from "vitest";
import { listOperations } from "../../src/openapi/operation.ts";

test("a path item behind a $ref is followed", () => {
  const document = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: { "/a": { $ref: "#/components/pathItems/A" } },
    components: { pathItems: { A: { get: { operationId: "getA" } } } },
  };
  expect(listOperations(document).map(({ path }) => path)).toEqual(["/a"]);
});
