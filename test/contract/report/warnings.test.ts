import { describe, expect, test } from "vitest";
import { renderPretty } from "../../../src/contract/report/pretty.ts";
import { warningLines } from "../../../src/contract/report/warnings.ts";
import { sampleReport, violation } from "./sample-report.ts";

/** Warnings of so many checks, with so many each. */
const warnings = (checks: number, each: number) =>
  Array.from({ length: checks * each }, (_, index) => {
    const check = `check-${index % checks}`;
    return violation({ id: `o${index}/${check}/x`, operation: `o${index}`, check, severity: "warning" });
  });

describe("warnings", () => {
  test("up to ten stand in a line each", () => {
    expect(warningLines(warnings(10, 1), false)).toHaveLength(10);
  });

  test("more are summed up by check, with one of them", () => {
    expect(warningLines(warnings(2, 8), false)).toEqual([
      expect.stringMatching(/^check-0: 8 warnings in 8 operations \(--verbose lists them\), such as o0: /),
      expect.stringMatching(/^check-1: 8 warnings in 8 operations \(--verbose lists them\), such as o1: /),
    ]);
  });

  test("of many checks take ten lines too, and none is left uncounted", () => {
    const lines = warningLines(warnings(30, 3), false);
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe("63 warnings of 21 other checks (--verbose)");
  });

  test("are all listed where that is asked for", () => {
    expect(warningLines(warnings(30, 3), true)).toHaveLength(90);
    const report = sampleReport({ violations: warnings(30, 3) });
    const lengthOf = (verbose: boolean) => renderPretty(report, { verbose }).split("\n").length;
    expect(lengthOf(true) - lengthOf(false)).toBe(80);
  });
});

test("any other list of the report is cut after ten lines, too", () => {
  const skipped = Array.from({ length: 25 }, (_, index) => ({ what: `o${index}`, why: "no thing", cases: 1 }));
  const text = renderPretty(sampleReport({ skipped }));
  expect(text).toMatch(/\n {2}o8: no thing \(1 case\)\n {2}\.\.\. and 16 more \(--verbose\)\n/);
  expect(renderPretty(sampleReport({ skipped }), { verbose: true })).toContain("\n  o24: no thing (1 case)\n");
});
