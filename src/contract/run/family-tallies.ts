import type { FamilySummary } from "../report/report.ts";
import { type Classified, isFailure } from "./classify.ts";

/** Counts the test cases of each family by their result. */
export interface FamilyTallies {
  /** Counts a test case with those violations. */
  add(family: string, violations: readonly Classified[]): void;
  skip(family: string): void;
  /** In the order in which the families came first. */
  summary(): FamilySummary[];
}

/** No test case yet. */
export function createFamilyTallies(): FamilyTallies {
  const tallies = new Map<string, FamilySummary>();
  const tallyOf = (family: string): FamilySummary => {
    const none = { family, cases: 0, passed: 0, failed: 0, warnings: 0, waived: 0, skipped: 0 };
    const tally = tallies.get(family) ?? none;
    tallies.set(family, tally);
    return tally;
  };
  return {
    add(family, violations) {
      const tally = tallyOf(family);
      tally.cases++;
      tally[resultOf(violations)]++;
      if (violations.some(({ severity, waivedFor }) => severity === "warning" && waivedFor === undefined)) {
        tally.warnings++;
      }
    },
    skip: (family) => void tallyOf(family).skipped++,
    summary: () => [...tallies.values()],
  };
}

/** How a test case with those violations counts. */
export function resultOf(violations: readonly Classified[]): "passed" | "failed" | "waived" {
  if (violations.some(isFailure)) return "failed";
  return violations.some(({ waivedFor }) => waivedFor !== undefined) ? "waived" : "passed";
}
