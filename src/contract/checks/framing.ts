import type { Exchange } from "../http/client.ts";
import type { Check } from "./check.ts";

/** Responses in a row after which closed connections are no coincidence. */
const minResponses = 3;

/** Time after which a server may well close an idle connection, in milliseconds. */
const maxIdleMs = 500;

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
    const closed = exchanges.slice(1).filter((next, index) => isClosedBetween(exchanges[index], next));
    if (parallel || closed.length < minResponses || closed.length < exchanges.length - 1) return [];
    return [
      {
        severity: "error",
        expected:
          "Connection: close in each response after which the server closes the connection (RFC 9112, section 9.3)",
        actual: `${closed.length} responses without it, each followed by the end of its connection`,
        pointer,
        fingerprint: "closed without Connection: close",
      },
    ];
  },
};

/** Whether a connection that could carry the next request was closed before it, and not for being idle. */
function isClosedBetween(previous: Exchange | undefined, next: Exchange): boolean {
  if (previous?.reusable !== true || next.previousRequests !== 0) return false;
  const { sentAt = 0, durationMs } = previous;
  return (next.sentAt ?? 0) - sentAt - durationMs < maxIdleMs;
}
