import { expect, test } from "vitest";
import { explainViolations } from "../../../src/contract/report/explain.ts";
import type { Violation } from "../../../src/contract/violation.ts";
import { shownCase } from "./sample-report.ts";

const violation: Violation & { id: string } = {
  id: "createOrder/negative-data-rejection/invalidBody",
  check: "negative-data-rejection",
  severity: "error",
  expected: "a refusal with 422",
  actual: "201 with \u001b[2J",
  pointer: "/paths/~1orders/post",
  fingerprint: "invalidBody",
};

test("a violation has the request, the expected and actual response, a pointer into the spec, and how to reproduce it", () => {
  expect(explainViolations([violation, { ...violation, actual: "500" }], [shownCase()], "openapi.json")).toBe(
    `\`items[0].quantity\` is "5" in place of an integer (negative-data-rejection)
  expected   a refusal with 422
  spec       openapi.json#/paths/~1orders/post
  actual     201 with \\x1b[2J
  reproduce  curl -sS -i -X POST 'http://127.0.0.1:8080/orders'
  id         createOrder/negative-data-rejection/invalidBody

\`items[0].quantity\` is "5" in place of an integer (negative-data-rejection)
  expected   a refusal with 422
  spec       openapi.json#/paths/~1orders/post
  actual     500
  reproduce  curl -sS -i -X POST 'http://127.0.0.1:8080/orders'
  id         createOrder/negative-data-rejection/invalidBody`,
  );
});

test("without a curl line there is none", () => {
  expect(explainViolations([violation], [shownCase({ curl: undefined })], "openapi.json")).not.toContain("reproduce");
});
