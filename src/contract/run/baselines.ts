import { noSuccessOf } from "../checks/no-success.ts";
import { isSuccess } from "../model/expected-statuses.ts";
import type { TestCase } from "../test-case.ts";
import type { Judged } from "./judge.ts";

/** Which operations have accepted a valid request. */
export interface Baselines {
  note(testCase: TestCase, judged: Judged): void;
  /** Whether the operation has accepted the request that its variants are made from. */
  hasSucceeded(testCase: TestCase): boolean;
  /** The first valid requests that failed, with their violations: `no-success` if the baseline never succeeded. */
  failures(): { testCase: TestCase; judged: Judged }[];
}

/** What is known of an operation. */
interface Known {
  /** Whether the baseline has succeeded. */
  baseline: boolean;
  /** Whether any valid request has. */
  any: boolean;
  /** The first valid request, if it failed. */
  firstFailure: { testCase: TestCase; judged: Judged } | undefined;
}

/** Nothing sent yet. */
export function createBaselines(): Baselines {
  const operations = new Map<string, Known>();
  return {
    note(testCase, judged) {
      const { operation, expected, role } = testCase;
      if (expected.outcome !== "success") return;
      const succeeds = judged.exchanges.some(({ response }) => response && isSuccess(operation, response.status));
      const firstFailure = succeeds ? undefined : { testCase, judged };
      const known = operations.get(operation.id) ?? { baseline: false, any: false, firstFailure };
      operations.set(operation.id, known);
      known.any ||= succeeds;
      known.baseline ||= succeeds && role !== "variant";
    },
    hasSucceeded: ({ operation }) => operations.get(operation.id)?.baseline ?? false,
    failures: () =>
      [...operations.values()].flatMap(({ firstFailure, baseline, any }) => {
        if (!firstFailure) return [];
        // A baseline that failed at first and succeeded later was valid: its violations count.
        if (baseline) return [firstFailure];
        const { testCase, judged } = firstFailure;
        const violations = [noSuccessOf(testCase, judged.exchanges[0] ?? {}, any)];
        return [{ testCase, judged: { ...judged, violations } }];
      }),
  };
}
