import { findCheck } from "../checks/index.ts";
import type { Exchange } from "../http/client.ts";
import type { FamilySummary, Report, ReportedViolation, ShownCase } from "../report/report.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";
import { type Classified, classify, isFailure, violationId } from "./classify.ts";
import type { Judged } from "./judge.ts";
import type { Waivers } from "./waivers.ts";

/** Violations that a report lists at most, and cases that it shows of each; the rest are counted. */
const maxListed = 300;
const maxShown = 5;

/** Gathers what a run finds, in memory that does not grow with the number of cases. */
export interface Collector {
  add(testCase: TestCase, judged: Judged): void;
  skip(what: string, why: string, family?: string): void;
  /** How many violations there are so far. */
  readonly violations: number;
  /** The parts of a report that come from cases. */
  summary(): Pick<Report, "families" | "violations" | "waived" | "staleWaivers" | "skipped" | "unlisted">;
}

interface Options {
  waivers: Waivers;
  /** Whether warnings fail too. */
  strict: boolean;
  show(testCase: TestCase, exchange: Exchange): ShownCase;
  /** Takes the key out of a text. */
  redact(text: string): string;
}

/** A collector without violations. */
export function createCollector({ waivers, strict, show, redact }: Options): Collector {
  const groups = new Map<string, ReportedViolation & { waivedFor: string | undefined }>();
  const families = new Map<string, FamilySummary>();
  const skipped = new Map<string, Report["skipped"][number]>();
  let violations = 0;
  let unlisted = 0;

  const familyOf = (family: string): FamilySummary => {
    const known = families.get(family) ?? {
      family,
      cases: 0,
      passed: 0,
      failed: 0,
      warnings: 0,
      waived: 0,
      skipped: 0,
    };
    families.set(family, known);
    return known;
  };
  const note = (
    testCase: TestCase,
    violation: Violation,
    exchanges: readonly Exchange[],
    id: string,
    { severity, waivedFor }: Classified,
  ) => {
    const key = `${severity} ${id}`;
    const group = groups.get(key);
    if (group) group.count++;
    else if (groups.size >= maxListed) unlisted++;
    const exchange = exchanges[violation.exchange ?? 0];
    const isShown = group ? group.cases.length < maxShown : groups.size < maxListed;
    const shown = isShown && exchange ? [show(testCase, exchange)] : [];
    if (group) group.cases.push(...shown.filter((one) => group.cases.every((other) => other.id !== one.id)));
    else if (groups.size < maxListed) {
      const { check, pointer } = violation;
      const [expected, actual] = [redact(violation.expected), redact(violation.actual)];
      groups.set(key, {
        id,
        operation: testCase.operation.id,
        check,
        severity,
        expected,
        actual,
        pointer,
        count: 1,
        cases: shown,
        waivedFor,
      });
    }
  };

  return {
    add(testCase, judged) {
      const family = familyOf(testCase.family);
      family.cases++;
      const found = judged.violations.map((violation) => {
        const id = redact(violationId(testCase, violation));
        const classified = classify(violation, id, waivers, strict);
        note(testCase, violation, judged.exchanges, id, classified);
        return classified;
      });
      const failures = found.filter(isFailure).length;
      violations += failures;
      if (failures > 0) family.failed++;
      else if (found.some(({ waivedFor }) => waivedFor !== undefined)) family.waived++;
      else family.passed++;
      if (found.some(({ severity, waivedFor }) => severity === "warning" && waivedFor === undefined)) family.warnings++;
    },
    skip(what, why, family) {
      const key = `${what} ${why}`;
      const known = skipped.get(key) ?? { what, why, cases: 0 };
      if (family !== undefined) {
        known.cases++;
        familyOf(family).skipped++;
      }
      skipped.set(key, known);
    },
    get violations() {
      return violations;
    },
    summary() {
      const all = [...groups.values()].sort((a, b) => orderOf(a) - orderOf(b));
      return {
        families: [...families.values()],
        violations: all.flatMap(({ waivedFor, ...violation }) => (waivedFor === undefined ? [violation] : [])),
        waived: all.flatMap(({ waivedFor, ...violation }) =>
          waivedFor === undefined ? [] : [{ ...violation, reason: waivedFor }],
        ),
        staleWaivers: waivers.unused(),
        skipped: [...skipped.values()],
        unlisted,
      };
    },
  };
}

/** Sorts errors before warnings, and each by the rank of its check. */
function orderOf({ severity, check }: ReportedViolation): number {
  return (severity === "error" ? 0 : 1_000) + (findCheck(check)?.rank ?? 999);
}
