import type { Exchange } from "../http/client.ts";
import type { CaseResult, Report, ShownCase } from "../report/report.ts";
import type { TestCase } from "../test-case.ts";
import { classify, isFailure, violationId } from "./classify.ts";
import { createFamilyTallies, resultOf } from "./family-tallies.ts";
import type { Judged } from "./judge.ts";
import { createSkips } from "./skips.ts";
import { createViolationGroups } from "./violation-groups.ts";
import type { Waivers } from "./waivers.ts";

/** Collects the results of test cases: a line of each, and the details of what they found. */
export interface Collector {
  add(testCase: TestCase, judged: Judged): void;
  /** @param skipped The test case, or recorded request, that is not judged; undefined if there is none. */
  skip(what: string, why: string, skipped?: Pick<TestCase, "family"> & Partial<Pick<TestCase, "id" | "title">>): void;
  /** How many violations fail the run so far. */
  readonly violations: number;
  /** The parts of a report that come from test cases. */
  summary(): Pick<Report, "cases" | "families" | "violations" | "waived" | "staleWaivers" | "skipped" | "unlisted">;
}

interface Options {
  waivers: Waivers;
  /** Whether warnings fail too. */
  strict: boolean;
  show(testCase: TestCase, exchange: Exchange): ShownCase;
  /** Removes the key from a text. */
  redact(text: string): string;
}

/** A collector without results. */
export function createCollector({ waivers, strict, show, redact }: Options): Collector {
  const groups = createViolationGroups();
  const families = createFamilyTallies();
  const skips = createSkips();
  const cases: CaseResult[] = [];
  let violations = 0;
  return {
    add(testCase, judged) {
      const classified = judged.violations.map((violation) => {
        const id = redact(violationId(testCase, violation));
        const { check, pointer, fix } = violation;
        const exchange = judged.exchanges[violation.exchange ?? 0];
        const found = {
          id,
          operation: testCase.operation.id,
          check,
          ...classify(violation, id, waivers, strict),
          expected: redact(violation.expected),
          actual: redact(violation.actual),
          pointer,
          ...(fix !== undefined && { fix: redact(fix) }),
        };
        groups.add({ ...found, show: exchange && (() => show(testCase, exchange)) });
        return found;
      });
      violations += classified.filter(isFailure).length;
      const { id, family, operation, title } = testCase;
      const ids = [...new Set(classified.map((found) => found.id))];
      cases.push({
        id,
        operation: operation.id,
        family,
        title: redact(title),
        result: resultOf(classified),
        violations: ids,
      });
      families.add(testCase.family, classified);
    },
    skip(what, why, skipped) {
      skips.add(what, why, skipped ? 1 : 0);
      if (!skipped) return;
      const { family, id, title = "" } = skipped;
      families.skip(family);
      if (id === undefined) return;
      cases.push({ id, operation: what, family, title: redact(title), result: "skipped", violations: [], why });
    },
    get violations() {
      return violations;
    },
    summary: () => ({
      cases,
      families: families.summary(),
      ...groups.summary(),
      staleWaivers: waivers.unused(),
      skipped: skips.summary(),
    }),
  };
}
