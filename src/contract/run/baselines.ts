import { findCheck } from "../checks/index.ts";
import { type Circumstances, likelyCause } from "../checks/likely-cause.ts";
import { noSuccessOf } from "../checks/no-success.ts";
import { serverError } from "../checks/server-error.ts";
import { isSuccess } from "../model/expected-statuses.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";
import { createDeletions } from "./deletions.ts";
import type { Judged, JudgedCase } from "./judge.ts";

/** What counts of a test case: its violations, or why it shows nothing. */
export type Counted = { violations: Violation[]; why?: string };

/** Which operations have accepted the valid request that their test cases are made from, and what counts until they have. */
export interface Baselines {
  /**
   * Takes note of a test case and returns what counts of it. Undefined for an operation's first valid request, if it did not
   * succeed: what is said of it depends on what comes later.
   */
  note(testCase: TestCase, judged: Judged): Counted | undefined;
  /** Whether the operation's baseline has succeeded, as far as one has been sent. */
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
  /** Whether the server failed on the last of them. */
  isFailing: boolean;
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
    const alone = { testCase, judged: { ...judged, violations: standing(testCase, judged) } };
    if (judged.violations.some(({ check }) => findCheck(check)?.explainsFailure)) return [alone];
    const [exchange = {}] = judged.exchanges;
    const cause = likelyCause(testCase, exchange, { ...around, isNothingFound });
    const violations = [
      noSuccessOf(testCase, exchange, { variantsSucceeded: any, cause, basePath: around.basePath }),
      // `no-success` tells of the status itself.
      ...standing(testCase, judged).filter(({ check }) => check !== serverError.name),
    ];
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
        if (role === "variant") return judged;
        const why = deletions.reasonFor(judged);
        const failure = { testCase, judged, ...(why !== undefined && { why }) };
        operations.set(operation.id, {
          baseline: succeeds,
          any: succeeds,
          firstFailure: succeeds ? undefined : failure,
          isFailing: false,
        });
        return succeeds ? judged : undefined;
      }
      known.any ||= succeeds;
      known.baseline ||= succeeds && role !== "variant";
      // Until the valid request works again, others fail like it.
      const isLikeIt = role === "variant" && known.isFailing;
      if (role !== "variant") known.isFailing = isFailure(judged);
      if (known.baseline) return isLikeIt ? withoutServerErrors(judged) : judged;
      // What fails beside the baseline most likely fails like it.
      const isAlike = known.firstFailure !== undefined && hasFailed(known.firstFailure.judged) && hasFailed(judged);
      const violations = isAlike ? [] : standing(testCase, judged);
      const isShown = succeeds || violations.length > 0;
      return { violations, ...(!isShown && { why: "the valid request that it is made from has not succeeded" }) };
    },
    hasSucceeded: ({ operation }) => operations.get(operation.id)?.baseline ?? true,
    failures() {
      const all = [...operations.values()];
      const isNothingFound = all.every(isAbsent) && all.some(isOfNoThing);
      return all.flatMap((known) => failureOf(known, isNothingFound));
    },
  };
}

/**
 * The violations that are ones although the baseline has not succeeded: those that need no success, and errors of a response
 * that is one.
 */
function standing({ target }: TestCase, { violations, exchanges }: Judged): Violation[] {
  if (target === "elsewhere") return [];
  return violations.filter(({ check, severity, exchange = 0 }) => {
    const status = exchanges[exchange]?.response?.status ?? 0;
    return severity === "error" && (findCheck(check)?.standsAlone || (status >= 200 && status <= 299));
  });
}

function isAccepted({ operation, expected }: TestCase, { exchanges }: Judged): boolean {
  if (expected.outcome !== "success") return false;
  return exchanges.some(({ response }) => response && isSuccess(operation, response.status));
}

function withoutServerErrors(judged: Judged): Counted {
  const violations = judged.violations.filter(({ check }) => check !== serverError.name);
  const isShown = violations.length > 0 || !isFailure(judged);
  return { violations, ...(!isShown && { why: "the server fails on the valid request that it is made from" }) };
}

/** Whether the server failed on one of the requests. */
function isFailure({ exchanges }: Judged): boolean {
  return exchanges.some(({ response }) => response !== undefined && response.status >= 500);
}

/** Whether one of the requests got no response, or one of a server that fails. */
function hasFailed(judged: Judged): boolean {
  return isFailure(judged) || judged.exchanges.some(({ response }) => !response);
}

function isAbsent({ any, firstFailure }: Known): boolean {
  return !any && firstFailure?.judged.exchanges[0]?.response?.status === 404;
}

/** Whether the operation names no thing in its path, so that only the path itself can be absent. */
function isOfNoThing({ firstFailure }: Known): boolean {
  return firstFailure?.testCase.operation.template.names.length === 0;
}
