import { expect, test } from "vitest";
import type { Classified } from "../../../src/contract/run/classify.ts";
import { createFamilyTallies } from "../../../src/contract/run/family-tallies.ts";

const error: Classified = { severity: "error", waivedFor: undefined };
const warning: Classified = { severity: "warning", waivedFor: undefined };
const waivedError: Classified = { severity: "error", waivedFor: "known" };
const waivedWarning: Classified = { severity: "warning", waivedFor: "known" };

test.each<[string, Classified[], object]>([
  ["without violations passes", [], { passed: 1 }],
  ["with an error fails", [error, waivedError], { failed: 1 }],
  ["with a warning passes, with a warning", [warning, warning], { passed: 1, warnings: 1 }],
  ["with an error and a warning counts as both", [warning, error], { failed: 1, warnings: 1 }],
  ["whose only violation is waived is waived", [waivedError], { waived: 1 }],
  ["whose only warning is waived is waived, without a warning", [waivedWarning], { waived: 1 }],
])("a test case %s", (_, violations, counts) => {
  const tallies = createFamilyTallies();
  tallies.add("examples", violations);
  const none = { family: "examples", cases: 1, passed: 0, failed: 0, warnings: 0, waived: 0, skipped: 0 };
  expect(tallies.summary()).toEqual([{ ...none, ...counts }]);
});

test("families stand in the order in which they came, skipped ones too", () => {
  const tallies = createFamilyTallies();
  tallies.skip("type");
  tallies.add("examples", []);
  tallies.add("type", [error]);
  expect(tallies.summary()).toEqual([
    { family: "type", cases: 1, passed: 0, failed: 1, warnings: 0, waived: 0, skipped: 1 },
    { family: "examples", cases: 1, passed: 1, failed: 0, warnings: 0, waived: 0, skipped: 0 },
  ]);
});
