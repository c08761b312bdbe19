import { expect, test } from "vitest";
import { formatExchange } from "../../src/mock/format-exchange.ts";
import { readViolations } from "../../src/mock/violations.ts";

test("no header: no violation", () => {
  expect(readViolations(undefined)).toEqual([]);
});

test("each violation is a place and a reason", () => {
  const header = JSON.stringify([
    { location: ["request", "body", "clips", "0"], severity: "Error", code: "format", message: "must match format" },
    { location: ["request", "query"], severity: "Error", code: "required", message: "must have limit" },
  ]);
  expect(readViolations(header)).toEqual(["request.body.clips.0: must match format", "request.query: must have limit"]);
});

test("a header that Prism has cut is given as it is", () => {
  expect(readViolations('Too many violations! [{"loc')).toEqual(['Too many violations! [{"loc']);
});

test("the log's line leaves out the query, which may hold a secret", () => {
  const line = formatExchange({
    method: "GET",
    path: "/a/?key=SECRET",
    status: 422,
    refused: true,
    durationMs: 2.6,
    violations: ["request.body: is missing"],
  });
  expect(line).toBe("GET /a/ 422 3 ms  request.body: is missing");
});
