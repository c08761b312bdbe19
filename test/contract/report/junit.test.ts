import { expect, test } from "vitest";
import { renderJunit } from "../../../src/contract/report/junit.ts";
import { sampleReport, shownCase, violation } from "./sample-report.ts";

/** Opening tags of that name. */
function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?= )[^>]*>`, "g")) ?? [];
}

test("a suite for each operation, and one for what concerns the run, with counts that are right", () => {
  const xml = renderJunit(sampleReport());
  expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /);
  expect(tags(xml, "testsuites")).toEqual([
    '<testsuites name="Orders" tests="6" failures="3" errors="0" skipped="2" time="1.234">',
  ]);
  expect(tags(xml, "testsuite")).toEqual([
    '<testsuite name="createOrder" tests="4" failures="2" errors="0" skipped="1">',
    '<testsuite name="getOrder" tests="1" failures="0" errors="0" skipped="1">',
    '<testsuite name="run" tests="1" failures="1" errors="0" skipped="0">',
  ]);
  expect([tags(xml, "testcase"), tags(xml, "failure"), tags(xml, "skipped")].map(({ length }) => length)).toEqual([
    6, 3, 2,
  ]);
});

test("a failure has the request, the expected and actual response, a pointer into the spec, and how to reproduce it", () => {
  const [, content = ""] =
    /201: it was accepted; expected a refusal with 422">([^<]*)</.exec(renderJunit(sampleReport())) ?? [];
  expect(content.split("&#10;")).toEqual([
    "violation: createOrder/negative-data-rejection/invalidBody",
    "request: `items[0].quantity` is &quot;5&quot; in place of an integer (12 in all)",
    "expected: a refusal with 422",
    "spec: generated/openapi.json#/components/schemas/Item/properties/quantity/type",
    "actual: 201: it was accepted",
    "reproduce: curl -sS -i -X POST 'http://127.0.0.1:8080/orders'",
  ]);
});

test("without a curl line, the case's id and the seed reproduce it", () => {
  const cases = [shownCase({ curl: undefined })];
  const xml = renderJunit(sampleReport({ violations: [violation({ cases })] }));
  expect(xml).toContain("&#10;reproduce: run this test case alone, with --case 'createOrder/type/quantity' --seed 7<");
});

test("what is waived or was not tested is skipped, with the reason", () => {
  expect(tags(renderJunit(sampleReport()), "skipped")).toEqual([
    '<skipped message="known &amp; filed">',
    '<skipped message="no order is known">',
  ]);
});

test("a violation is explained where it first comes, and named after that", () => {
  const xml = renderJunit(sampleReport());
  expect(xml.match(/reproduce: /g)).toHaveLength(1);
  expect(xml).toContain(">violation: createOrder/negative-data-rejection/invalidBody, as above<");
});

test("a test case that shows a violation beyond the listed ones fails too", () => {
  const xml = renderJunit(sampleReport({ violations: [], unlisted: 1 }));
  expect(tags(xml, "failure")).toContain('<failure message="createOrder/negative-data-rejection/invalidBody">');
  expect(tags(xml, "testsuite")[0]).toContain('tests="4" failures="2"');
});

test("a run that ended early fails, and says where it ended", () => {
  const xml = renderJunit(sampleReport({ stopped: "2 s had passed" }));
  expect(xml).toContain('<failure message="the report is partial: 2 s had passed">');
});

test("characters that XML has a use for are escaped, those that it forbids replaced", () => {
  const actual = '<a href="x">&\n\t\u0000\u0008\u001b\ud800\uffff🎵\'';
  const xml = renderJunit(sampleReport({ violations: [violation({ actual })] }));
  expect(xml).toContain(
    'message="&lt;a href=&quot;x&quot;&gt;&amp;&#10;&#9;\ufffd\ufffd\ufffd\ufffd\ufffd🎵\'; expected a refusal with 422"',
  );
});
