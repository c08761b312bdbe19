import type { Check } from "./check.ts";

/** The message is framed as HTTP/1.1 asks, so that every client finds the same end: RFC 9112, section 6. */
export const framing: Check = {
  name: "framing",
  headline: "the message is not framed as HTTP asks",
  rank: 9,
  run: ({ pointer }, { response }) =>
    (response?.faults ?? []).map((fault) => ({
      severity: "error",
      expected: "an answer that HTTP/1.1 allows",
      actual: `${response?.status}: ${fault}`,
      pointer,
      fingerprint: fault.replaceAll(/\d+/g, "N"),
    })),
};
