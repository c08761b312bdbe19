import type { Check } from "./check.ts";

/** The message is framed as HTTP/1.1 requires, so that all clients find the same end: RFC 9112, section 6. */
export const framing: Check = {
  name: "framing",
  headline: "the message is not framed as HTTP requires",
  rank: 9,
  run: ({ pointer }, { response }) =>
    (response?.problems ?? []).map((problem) => ({
      severity: "error",
      expected: "a response that HTTP/1.1 allows",
      actual: `${response?.status}: ${problem}`,
      pointer,
      fingerprint: problem.replaceAll(/\d+/g, "N"),
    })),
};
