import { findCheck } from "../checks/index.ts";
import { type Circumstances, likelyCause } from "../checks/likely-cause.ts";
import { noSuccessOf } from "../checks/no-success.ts";
import { isSuccess } from "../model/expected-statuses.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";
import { createDeletions } from "./deletions.ts";
import type { Judged, JudgedCase } from "./judge.ts";

/** Which operations have accepted a valid request, and what counts until they have. */
export interface Baselines {
  /**
   * Takes note of a test case and returns the violations that count. Undefined for an operation's first valid request, if it
   * did not succeed: what is said of it depends on what comes later.
   */
  note(testCase: TestCase, judged: Judged): Violation[] | undefined;
  /** Whether the operation has accepted any valid request, as far as one has been sent. */
  hasSucceeded(testCase: TestCase): boolean;
  /** The first valid requests that did not succeed, with their violations; `no-success` where their baseline never did. */
  failures(): JudgedCase[];
}

/** What is known of an operation. */
interface Known {
  /** Whether the baseline has succeeded. */
  baseline: boolean;
  /** Whether any valid request has. */
  any: boolean;
  /** The first valid request, where it did not succeed. */
  firstFailure: JudgedCase | undefined;
}

/** Baselines of a run in which nothing has been sent. */
export function createBaselines(around: Omit<Circumstances, "isNothingFound">): Baselines {
  const operations = new Map<string, Known>();
  const deletions = createDeletions();
  const failureOf = ({ firstFailure, baseline, any }: Known, isNothingFound: boolean) => {
    if (!firstFailure) return [];
    if (firstFailure.why !== undefined && !any) return [firstFailure];
    // The baseline that failed at first and succeeded later was valid: what the checks found then counts.
    if (baseline) return [firstFailure];
    const { testCase, judged } = firstFailure;
    const alone = { testCase, judged: { ...judged, violations: standingAlone(judged) } };
    if (judged.violations.some(({ check }) => findCheck(check)?.explainsFailure)) return [alone];
    const [exchange = {}] = judged.exchanges;
    const cause = likelyCause(testCase, exchange, { ...around, isNothingFound });
    const violations = [noSuccessOf(testCase, exchange, { variantsSucceeded: any, cause }), ...standingAlone(judged)];
    return [{ testCase, judged: { ...judged, violations } }];
  };
  return {
    note(testCase, judged) {
      const { operation, role } = testCase;
      const succeeds = isAccepted(testCase, judged);
      deletions.note(testCase, judged);
      const known = operations.get(operation.id);
      if (!known) {
        // A case that is run by itself has no baseline before it, and is judged by itself.
        if (role === "variant") return judged.violations;
        const why = deletions.reasonFor(judged);
        const failure = { testCase, judged, ...(why !== undefined && { why }) };
        operations.set(operation.id, {
          baseline: succeeds,
          any: succeeds,
          firstFailure: succeeds ? undefined : failure,
        });
        return succeeds ? judged.violations : undefined;
      }
      known.any ||= succeeds;
      known.baseline ||= succeeds && role !== "variant";
      if (known.baseline) return judged.violations;
      if (known.any) return judged.violations.filter((one) => needOf(one) !== "baseline");
      // What fails beside the baseline most likely fails like it.
      return role === "variant" && hasFailed(known) ? [] : standingAlone(judged);
    },
    hasSucceeded: ({ operation }) => operations.get(operation.id)?.any ?? true,
    failures() {
      const all = [...operations.values()];
      const isNothingFound = all.every(isAbsent) && all.some(isOfNoThing);
      return all.flatMap((known) => failureOf(known, isNothingFound));
    },
  };
}

function needOf({ check }: Violation): "nothing" | "baseline" | undefined {
  return findCheck(check)?.needs;
}

/** The violations that are ones whether or not a valid request succeeds. */
function standingAlone({ violations }: Judged): Violation[] {
  return violations.filter((one) => needOf(one) === "nothing");
}

function isAccepted({ operation, expected }: TestCase, { exchanges }: Judged): boolean {
  if (expected.outcome !== "success") return false;
  return exchanges.some(({ response }) => response && isSuccess(operation, response.status));
}

/** Whether the first valid request got no response, or one of a server that fails. */
function hasFailed({ firstFailure }: Known): boolean {
  return firstFailure?.judged.exchanges.some(({ response }) => !response || response.status >= 500) ?? false;
}

function isAbsent({ any, firstFailure }: Known): boolean {
  return !any && firstFailure?.judged.exchanges[0]?.response?.status === 404;
}

/** Whether the operation names no thing in its path, so that only the path itself can be absent. */
function isOfNoThing({ firstFailure }: Known): boolean {
  return firstFailure?.testCase.operation.template.names.length === 0;
}
