import { headerValues } from "../http/request.ts";
import type { Check } from "./check.ts";
import { triggerOf } from "./trigger.ts";

/** No request makes the server fail. */
export const serverError: Check = {
  name: "server-error",
  headline: "the server fails",
  rank: 2,
  needsBaseline: true,
  run(testCase, { response, request }) {
    const { pointer, expected, operation } = testCase;
    if (!response || response.status < 500) return [];
    if (response.status === 501 && request.method !== operation.method) return [];
    const outcome =
      expected.outcome === "success" ? "a success" : expected.outcome === "refusal" ? "a refusal" : "no failure";
    // A server that is overloaded now and then is one bug, whatever is sent.
    const isOverloaded = headerValues(response.headers, "retry-after").length > 0;
    return [
      {
        severity: "error",
        expected: `${outcome}: no request makes the server fail`,
        actual: String(response.status),
        pointer,
        fingerprint: `${response.status} ${isOverloaded ? "Retry-After" : triggerOf(testCase)}`,
      },
    ];
  },
};
