import type { Check } from "./check.ts";

/** No request makes the server fail. */
export const serverError: Check = {
  name: "server-error",
  headline: "the server fails",
  rank: 2,
  needsBaseline: true,
  run({ pointer, expected, operation }, { response, request }) {
    if (!response || response.status < 500) return [];
    if (response.status === 501 && request.method !== operation.method) return [];
    const outcome =
      expected.outcome === "success" ? "a success" : expected.outcome === "refusal" ? "a refusal" : "no failure";
    return [
      {
        severity: "error",
        expected: `${outcome}: no request makes the server fail`,
        actual: String(response.status),
        pointer,
        fingerprint: `${response.status} ${expected.class ?? expected.outcome}`,
      },
    ];
  },
};
