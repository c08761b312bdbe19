import type { Operation } from "../../../src/openapi/operation.ts";

/** What a caller should make of a call that failed in one way. */
export interface FailureAdvice {
  /** How it shows: `4XX`, `no answer`. */
  sign: string;
  /** What it tells of the operation's effect. */
  effect: string;
  /** Whether to send the request again. */
  again: string;
}

/** Safe and idempotent methods may be sent again: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
const repeatable = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]);

/**
 * What failures of an operation tell, as far as HTTP goes (RFC 9110, section 15): a 4xx is a refusal; a 5xx, like an
 * answer that does not come, leaves open whether the operation took effect.
 */
export function describeFailures({ method, object }: Operation): FailureAdvice[] {
  const isRepeatable = repeatable.has(method);
  const unknown = object["x-unknown-outcome"] ?? "It may have taken effect.";
  const look = isRepeatable
    ? "Yes: the method is idempotent, so that a second request does no more than the first."
    : "Not blindly: another request may do it twice. Look first whether it has happened.";
  return [
    {
      sign: "4XX",
      effect: "The request was refused, which by HTTP means that nothing was done.",
      again:
        "Not as it is: mend what was refused. After a 429, wait for as long as Retry-After says, then send it again.",
    },
    { sign: "408", effect: `The server gave up waiting. ${unknown}`, again: look },
    { sign: "5XX", effect: `The server failed. ${unknown}`, again: look },
    { sign: "A timeout, or a connection that breaks off", effect: `Nobody can tell. ${unknown}`, again: look },
    {
      sign: "No connection (refused, name not found)",
      effect: "The request was not sent, and nothing was done.",
      again: "Yes, once the server can be reached.",
    },
  ];
}
