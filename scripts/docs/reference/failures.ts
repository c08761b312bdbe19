import type { Operation } from "../../../src/openapi/operation.ts";

/** A kind of failure, and what it means for the caller. */
export interface FailureAdvice {
  /** The failure: `4XX`, `A timeout`. */
  sign: string;
  /** What it says about the operation's effect. */
  effect: string;
  /** Whether to retry. */
  again: string;
}

/** A response that servers send without documenting it. */
export interface SeenResponse {
  status: string;
  summary: string;
  example: unknown;
}

/** Safe and idempotent methods may be sent again: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
const repeatable = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]);

/**
 * Explains the failures of an operation, according to HTTP (RFC 9110, section 15): a 4xx is a rejection; after a 5xx or
 * without a response, the operation may have taken effect.
 */
export function describeFailures({ method, object }: Operation): FailureAdvice[] {
  const isRepeatable = repeatable.has(method);
  const unknown = object["x-unknown-outcome"] ?? "It may have taken effect.";
  const look = isRepeatable
    ? "Yes: the method is idempotent, so a second request has no further effect."
    : "Not blindly: a retry may do it twice. Check first whether it took effect.";
  return [
    {
      sign: "4XX",
      effect: "The request was rejected, which in HTTP means that nothing was done.",
      again: "Not unchanged: correct the request first. After a 429, wait as long as Retry-After says, then retry.",
    },
    { sign: "408", effect: `The server gave up waiting. ${unknown}`, again: look },
    { sign: "5XX", effect: `The server failed. ${unknown}`, again: look },
    { sign: "A timeout, or a broken connection", effect: `Unknown. ${unknown}`, again: look },
    {
      sign: "No connection (refused, unknown host name)",
      effect: "The request was not sent, and nothing was done.",
      again: "Yes, when the server is reachable.",
    },
  ];
}
