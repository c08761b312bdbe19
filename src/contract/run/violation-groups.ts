import { findCheck } from "../checks/index.ts";
import type { Report, ReportedViolation, ShownCase } from "../report/report.ts";
import type { Classified } from "./classify.ts";

/** Violations that a report lists at most, and cases that it shows of each; the rest are counted. */
const maxListed = 300;
const maxShown = 5;

/** A violation before it is counted among those of the same id. */
export interface FoundViolation extends Classified, Omit<ReportedViolation, "severity" | "count" | "cases"> {
  /** Renders the test case. Undefined if there is nothing to show. Called only for the cases that the report lists. */
  show: (() => ShownCase) | undefined;
}

/** The violations of a run, grouped by id and severity. */
export interface ViolationGroups {
  add(violation: FoundViolation): void;
  summary(): Pick<Report, "violations" | "waived" | "unlisted">;
}

type Group = ReportedViolation & Pick<Classified, "waivedFor">;

/** No groups yet. */
export function createViolationGroups(): ViolationGroups {
  const groups = new Map<string, Group>();
  let unlisted = 0;
  return {
    add({ show, ...violation }) {
      const key = `${violation.severity} ${violation.id}`;
      const group = groups.get(key);
      if (group) return addCase(group, show);
      if (groups.size < maxListed) groups.set(key, { ...violation, count: 1, cases: show ? [show()] : [] });
      else unlisted++;
    },
    summary() {
      const sorted = [...groups.values()].sort((a, b) => orderOf(a) - orderOf(b));
      return {
        violations: sorted.flatMap(({ waivedFor, ...violation }) => (waivedFor === undefined ? [violation] : [])),
        waived: sorted.flatMap(({ waivedFor: reason, ...violation }) =>
          reason === undefined ? [] : [{ ...violation, reason }],
        ),
        unlisted,
      };
    },
  };
}

/** Counts one more violation of the group, and shows its test case unless it is shown already. */
function addCase(group: Group, show: FoundViolation["show"]): void {
  group.count++;
  if (!show || group.cases.length >= maxShown) return;
  const shown = show();
  if (group.cases.every(({ id }) => id !== shown.id)) group.cases.push(shown);
}

/** Sorts errors before warnings, and each by the rank of its check. */
function orderOf({ severity, check }: ReportedViolation): number {
  return (severity === "error" ? 0 : 1_000) + (findCheck(check)?.rank ?? 999);
}
