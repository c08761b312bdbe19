import type { Check } from "./check.ts";
import { triggerOf } from "./trigger.ts";

/** No request makes the server fail. */
export const serverError: Check = {
  name: "server-error",
  headline: "the server fails",
  rank: 2,
  standsAlone: true,
  run(testCase, { response, request, isOvercome }) {
    const { pointer, expected, operation } = testCase;
    if (!response || response.status < 500) return [];
    if (response.status === 501 && request.method !== operation.method) return [];
    const outcome =
      expected.outcome === "success" ? "a success" : expected.outcome === "refusal" ? "a refusal" : "no failure";
    return [
      {
        severity: "error",
        expected: `${outcome}: no request makes the server fail`,
        actual: `${response.status}${isOvercome ? " with Retry-After, and another status after the wait" : ""}`,
        pointer,
        // A server that fails now and then has one bug, whatever is sent.
        fingerprint: `${response.status} ${isOvercome ? "Retry-After" : triggerOf(testCase)}`,
      },
    ];
  },
};
