import { expect, test } from "vitest";
import { renderPretty } from "../../../src/contract/report/pretty.ts";
import { sampleReport, shownCase, violation } from "./sample-report.ts";

const things = { made: 0, deleted: 0, left: 0 };
const none = { violations: [], waived: [], staleWaivers: [], skipped: [], unseen: [], sources: [], things };

test("a report tells the verdict, a paragraph per error, what is waived, warned of, unseen and skipped, and a table", () => {
  expect(renderPretty(sampleReport())).toBe(
    `The server does not keep the contract of Orders 2.0.0: 1 error, and 1 stale waiver, 50 cases.

1  createOrder: the server accepts what the spec forbids  (negative-data-rejection)
   request    \`items[0].quantity\` is "5" in place of an integer; 12 in all
   expected   a refusal with 422
   spec       generated/openapi.json#/components/schemas/Item/properties/quantity/type
   actual     201: it was accepted
              {"id":"o1"}
   reproduce  curl -sS -i -X POST 'http://127.0.0.1:8080/orders'
   id         createOrder/negative-data-rejection/invalidBody

Waived:
  createOrder/status/missing  (2 cases): known & filed

Stale waivers, which match nothing: remove them:
  gone/*: fixed

Warnings, which fail only with --strict:
  createOrder: \`items[0].quantity\` is "5" in place of an integer: 201: it was accepted; expected a refusal with 422 (createOrder/allow/absent, 1 case)

Documented responses never seen:
  createOrder: 409, 5XX

Values of things:
  getOrder: path orderId from createOrder ($response.body#/id of a link)
  getBill: path billId is made up: createBill answered 500

Not tested:
  getOrder: no order is known (2 cases)

family    cases  passed  failed  waived  skipped
type         40      28      12       0        2
required     10       8       0       2        0
all          50      36      12       2        2

12 things made on the server, 9 deleted, 3 left

50 requests to http://127.0.0.1:8080 in 1.2 s, seed 7, tool/1.0.0`,
  );
});

test("a server that keeps the contract gets the verdict and the table only", () => {
  const text = renderPretty(sampleReport({ ...none, passed: true, requests: 1 }));
  expect(text.split("\n\n").map((section) => section.split("\n")[0])).toEqual([
    "The server keeps the contract of Orders 2.0.0: 50 cases.",
    "family    cases  passed  failed  waived  skipped",
    "1 request to http://127.0.0.1:8080 in 1.2 s, seed 7, tool/1.0.0",
  ]);
});

test("the verdict counts a waived departure", () => {
  const { waived } = sampleReport();
  expect(renderPretty(sampleReport({ ...none, waived, passed: true }))).toMatch(/: 50 cases, 1 violation waived\.\n/);
});

test("violations beyond the listed ones are told, and are reason enough for the verdict", () => {
  const text = renderPretty(sampleReport({ ...none, unlisted: 3 }));
  expect(text).toMatch(/^The server does not keep the contract of Orders 2\.0\.0: 3 violations more, 50 cases\.\n/);
  expect(text).toContain("... and 3 violations more, not listed; the table counts their cases.");
});

test("without a curl line, the case's id and the seed reproduce it", () => {
  const text = renderPretty(sampleReport({ violations: [violation({ cases: [shownCase({ curl: undefined })] })] }));
  expect(text).toContain("reproduce  run this test case alone, with --case 'createOrder/type/quantity' --seed 7\n");
});

test("colours come only when they are asked for", () => {
  expect(renderPretty(sampleReport())).not.toContain("\u001b");
  const text = renderPretty(sampleReport(), { colour: true });
  expect(text.startsWith("\u001b[31mThe server does not keep the contract")).toBe(true);
  expect(text).toContain(" 50 cases.\u001b[0m\n\n1  ");
  expect(text).toContain(
    "\n1  \u001b[31mcreateOrder: the server accepts what the spec forbids\u001b[0m  (negative-data-rejection)\n",
  );
});

test("what a server sends cannot break a line or reach the terminal", () => {
  const text = renderPretty(
    sampleReport({ violations: [violation({ actual: "200 with \u001b[2J\u009b1m\r\nX: y" })] }),
  );
  expect(text).toContain("   actual     200 with \\x1b[2J\\x9b1m\\x0d X: y\n");
});
