import { expect, test } from "vitest";
import { refusal } from "../../../src/contract/cases/expected.ts";
import { problemStatus } from "../../../src/contract/checks/problem-status.ts";
import type { Header } from "../../../src/contract/http/request.ts";
import { caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

const testCase = caseOf(operationOf({ 200: jsonResponse(), 422: jsonResponse() }), refusal("body"));
const problem = "application/problem+json";
const found = (body: unknown, { type = problem, status = 422 } = {}) => {
  const headers: Header[] = [["Content-Type", type]];
  return violationsOf(problemStatus, testCase, exchangeOf({ status, headers, body }));
};

test.each<[string, unknown, object?]>([
  ["the same status", { status: 422 }],
  ["no status", { title: "Invalid" }],
  ["a text, which readers ignore", { status: "400" }],
  ["null", { status: null }],
  ["a list", [{ status: 400 }]],
  ["no JSON", "{"],
  ["another media type", { status: 400 }, { type: "application/json" }],
  ["the same status, undocumented", { status: 409 }, { status: 409 }],
])("%s is right", (_, body, more) => {
  expect(found(body, more)).toEqual([]);
});

test.each<[string, unknown, object?]>([
  ["another status", { status: 400 }],
  ["a success", { status: 200 }],
  ["zero", { status: 0 }],
  ["with a charset", { status: 400 }, { type: `${problem}; charset=utf-8` }],
  ["in capitals", { status: 400 }, { type: "Application/Problem+JSON" }],
  ["an undocumented status", { status: 400 }, { status: 409 }],
  ["a failure", { status: 502 }, { status: 500 }],
])("%s is a violation", (_, body, more) => {
  expect(found(body, more)).toMatchObject([{ check: "problem-status", severity: "error" }]);
});

test("with both statuses", () => {
  expect(found({ status: 400 })).toEqual([
    {
      check: "problem-status",
      severity: "error",
      expected: "status 422 in the problem, as in the response (RFC 9457, section 3.1.2)",
      actual: "422 with a problem of status 400",
      pointer: "/paths/~1things/post/responses/422",
      fingerprint: "422",
    },
  ]);
});
