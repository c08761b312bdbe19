import { documents, expectedStatuses } from "../model/expected-statuses.ts";
import type { TestCase } from "../test-case.ts";
import type { Check } from "./check.ts";

/** Statuses about the server's state, not the request: a thing is gone, taken, or unavailable to this caller now. */
const statusesOfState = new Set([402, 403, 404, 408, 409, 410, 412, 413, 423, 424, 425, 428, 429, 451]);

/** The server accepts what the document allows. */
export const positiveDataAcceptance: Check = {
  name: "positive-data-acceptance",
  headline: "the server rejects what the spec allows",
  rank: 6,
  judgesStatus: true,
  run(testCase, { response }) {
    const { expected, family, pointer } = testCase;
    if (!response || expected.outcome !== "success") return [];
    const { status } = response;
    if ((status >= 200 && status <= 399) || status >= 500 || expectedStatuses(testCase).exact) return [];
    return [
      {
        severity: expected.basis === "document" && !isExcused(testCase, status) ? "error" : "warning",
        expected: "a success: the document allows the request",
        actual: `${status}: it was rejected`,
        pointer,
        fingerprint: `${status} ${family} ${pointer}`,
      },
    ];
  },
};

/** A valid request may name what is gone by now; the baseline, which every other request is made from, must not. */
function isExcused({ operation, role, chained }: TestCase, status: number): boolean {
  // What the run has just made is there.
  const isThere = chained?.madeBy !== undefined && chained.state !== "deleted" && chained.areUntouched === true;
  if (isThere && (status === 404 || status === 410)) return false;
  const isDocumented = status === 413 ? operation.responses.has("413") : documents(operation, status);
  return role !== "baseline" && statusesOfState.has(status) && isDocumented;
}
