import type { Check } from "./check.ts";

/** Responses in a row after which closed connections are no coincidence. */
const minResponses = 3;

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

  runAcross({ pointer, parallel }, exchanges) {
    // The last connection was not used again.
    const kept = exchanges.slice(0, -1).filter(({ reusable }) => reusable === true);
    const isReused = exchanges.slice(1).some(({ previousRequests }) => previousRequests !== 0);
    if (parallel || isReused || kept.length < minResponses || kept.length < exchanges.length - 1) return [];
    return [
      {
        severity: "error",
        expected:
          "Connection: close in each response after which the server closes the connection (RFC 9112, section 9.3)",
        actual: `${kept.length} responses without it, each followed by the end of its connection`,
        pointer,
        fingerprint: "closed without Connection: close",
      },
    ];
  },
};
