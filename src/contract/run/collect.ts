import type { Exchange } from "../http/client.ts";
import type { FamilySummary, Fault, Report, ShownCase } from "../report/report.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";
import type { Judged } from "./judge.ts";
import type { Waivers } from "./waivers.ts";

/** Faults that a report lists at most, and cases that it shows of each; the rest are counted. */
const maxFaults = 300;
const maxShown = 5;

/** Gathers what a run finds, in memory that does not grow with the number of cases. */
export interface Collector {
  add(testCase: TestCase, judged: Judged): void;
  skip(what: string, why: string, family?: string): void;
  /** How many violations there are so far. */
  readonly violations: number;
  /** The parts of a report that come from cases. */
  summary(): Pick<Report, "families" | "faults" | "advice" | "waived" | "staleWaivers" | "skipped" | "unlisted">;
}

interface Options {
  waivers: Waivers;
  /** Whether advice fails too. */
  strict: boolean;
  show(testCase: TestCase, exchange: Exchange): ShownCase;
  /** Takes the key out of a text. */
  redact(text: string): string;
}

/** A collector without violations. */
export function createCollector({ waivers, strict, show, redact }: Options): Collector {
  const groups = new Map<string, Fault & ViolationKind>();
  const families = new Map<string, FamilySummary>();
  const skipped = new Map<string, Report["skipped"][number]>();
  let violations = 0;
  let unlisted = 0;

  const familyOf = (family: string): FamilySummary => {
    const known = families.get(family) ?? {
      family,
      cases: 0,
      held: 0,
      violations: 0,
      advice: 0,
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
    { kind, reason }: ViolationKind,
  ) => {
    const key = `${kind} ${id}`;
    const group = groups.get(key);
    if (group) group.count++;
    else if (groups.size >= maxFaults) unlisted++;
    const exchange = exchanges[violation.exchange ?? 0];
    const isShown = group ? group.cases.length < maxShown : groups.size < maxFaults;
    const shown = isShown && exchange ? [show(testCase, exchange)] : [];
    if (group) group.cases.push(...shown.filter((one) => group.cases.every((other) => other.id !== one.id)));
    else if (groups.size < maxFaults) {
      const { check, pointer } = violation;
      const [expected, got] = [redact(violation.expected), redact(violation.got)];
      groups.set(key, {
        id,
        operation: testCase.operation.id,
        check,
        expected,
        got,
        pointer,
        count: 1,
        cases: shown,
        kind,
        reason,
      });
    }
  };

  return {
    add(testCase, judged) {
      const family = familyOf(testCase.family);
      family.cases++;
      const kinds = new Set<string>();
      for (const violation of judged.violations) {
        const id = redact(faultId(testCase, violation));
        const sorted = kindOf(violation, id, waivers, strict);
        kinds.add(sorted.kind);
        if (sorted.kind === "fault") violations++;
        note(testCase, violation, judged.exchanges, id, sorted);
      }
      if (kinds.has("fault")) family.violations++;
      else if (kinds.has("waived")) family.waived++;
      else family.held++;
      if (kinds.has("warning")) family.advice++;
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
      const all = [...groups.values()].sort((a, b) => gravity(a.check) - gravity(b.check));
      const plain = ({ kind: _, reason: __, ...fault }: (typeof all)[number]): Fault => fault;
      return {
        families: [...families.values()],
        faults: all.filter(({ kind }) => kind === "fault").map(plain),
        advice: all.filter(({ kind }) => kind === "warning").map(plain),
        waived: all.filter(({ kind }) => kind === "waived").map(({ kind: _, ...fault }) => fault),
        staleWaivers: waivers.unused(),
        skipped: [...skipped.values()],
        unlisted,
      };
    },
  };
}

/** What a violation counts as, and why it is waived, where it is. */
export interface ViolationKind {
  kind: "fault" | "warning" | "waived";
  reason: string;
}

/** Sorts a violation: what is waived is neither fault nor advice, and under `strict` advice is a fault. */
export function kindOf({ severity }: Violation, id: string, waivers: Waivers, strict = false): ViolationKind {
  const reason = waivers.reasonFor(id);
  if (reason !== undefined) return { kind: "waived", reason };
  return { kind: severity === "error" || strict ? "fault" : "warning", reason: "" };
}

/** What a waiver names: the same in every run, whatever the values. */
export function faultId({ operation }: TestCase, { check, mark }: Violation): string {
  return `${operation.id}/${check}/${mark}`;
}

const byGravity = [
  "no-success",
  "answered",
  "server-error",
  "secrets",
  "isolation",
  "negative-data-rejection",
  "positive-data-acceptance",
  "status",
  "redirect",
];

function gravity(check: string): number {
  const place = byGravity.indexOf(check);
  return place < 0 ? byGravity.length : place;
}
