import type { Exchange } from "../http/client.ts";
import type { Report, ShownCase } from "../report/report.ts";
import type { TestCase } from "../test-case.ts";
import { classify, isFailure, violationId } from "./classify.ts";
import { createFamilyTallies } from "./family-tallies.ts";
import type { Judged } from "./judge.ts";
import { createSkips } from "./skips.ts";
import { createViolationGroups } from "./violation-groups.ts";
import type { Waivers } from "./waivers.ts";

/** Collects the results of test cases, in memory that does not grow with their number. */
export interface Collector {
  add(testCase: TestCase, judged: Judged): void;
  /** @param family That of a test case that is not sent; undefined if there is none to send. */
  skip(what: string, why: string, family?: string): void;
  /** How many violations fail the run so far. */
  readonly violations: number;
  /** The parts of a report that come from test cases. */
  summary(): Pick<Report, "families" | "violations" | "waived" | "staleWaivers" | "skipped" | "unlisted">;
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
  let violations = 0;
  return {
    add(testCase, judged) {
      const classified = judged.violations.map((violation) => {
        const id = redact(violationId(testCase, violation));
        const { check, pointer } = violation;
        const exchange = judged.exchanges[violation.exchange ?? 0];
        const found = {
          id,
          operation: testCase.operation.id,
          check,
          ...classify(violation, id, waivers, strict),
          expected: redact(violation.expected),
          actual: redact(violation.actual),
          pointer,
        };
        groups.add({ ...found, show: exchange && (() => show(testCase, exchange)) });
        return found;
      });
      violations += classified.filter(isFailure).length;
      families.add(testCase.family, classified);
    },
    skip(what, why, family) {
      skips.add(what, why, family === undefined ? 0 : 1);
      if (family !== undefined) families.skip(family);
    },
    get violations() {
      return violations;
    },
    summary: () => ({
      families: families.summary(),
      ...groups.summary(),
      staleWaivers: waivers.unused(),
      skipped: skips.summary(),
    }),
  };
}
