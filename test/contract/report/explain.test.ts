import { expect, test } from "vitest";
import type { Finding } from "../../../src/contract/finding.ts";
import { explainFindings } from "../../../src/contract/report/explain.ts";
import { shownCase } from "./sample-report.ts";

const finding: Finding = {
  check: "accepted",
  severity: "finding",
  expected: "a refusal with 422",
  got: "201 with \u001b[2J",
  pointer: "/paths/~1orders/post",
  mark: "invalidBody",
};

test("a finding tells what was sent, due, documented and got, and how to send it again", () => {
  expect(explainFindings([finding, { ...finding, got: "500" }], [shownCase()], "openapi.json")).toBe(
    `\`items[0].quantity\` is "5" in place of an integer (accepted)
  expected  a refusal with 422
  says      openapi.json#/paths/~1orders/post
  came      201 with \\x1b[2J
  replay    curl -sS -i -X POST 'http://127.0.0.1:8080/orders'

\`items[0].quantity\` is "5" in place of an integer (accepted)
  expected  a refusal with 422
  says      openapi.json#/paths/~1orders/post
  came      500
  replay    curl -sS -i -X POST 'http://127.0.0.1:8080/orders'`,
  );
});

test("without a curl line there is none", () => {
  expect(explainFindings([finding], [shownCase({ curl: undefined })], "openapi.json")).not.toContain("replay");
});
