import { expectedStatuses } from "../model/expected-statuses.ts";
import type { Check } from "./check.ts";

/** The server rejects what the document forbids. */
export const negativeDataRejection: Check = {
  name: "negative-data-rejection",
  headline: "the server accepts what the spec forbids",
  rank: 5,
  run(testCase, { response }) {
    const { expected, pointer } = testCase;
    if (!response || expected.outcome !== "refusal" || response.status < 200 || response.status > 299) return [];
    const { statuses, exact } = expectedStatuses(testCase);
    if (exact) return [];
    return [
      {
        severity: expected.basis === "document" ? "error" : "warning",
        expected: `a refusal${statuses ? ` with ${statuses.join(" or ")}` : ""}`,
        actual: `${response.status}: it was accepted`,
        pointer,
        // One violation for each keyword of the document, not for each way to break it.
        fingerprint: `${expected.class} ${pointer}`,
      },
    ];
  },
};
