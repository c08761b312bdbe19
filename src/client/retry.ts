import type { ApiError } from "./errors.ts";
import type { Endpoint, RetryOptions } from "./options.ts";

/** Longest `Retry-After` that is waited for. */
const maxRetryAfterMs = 60_000;

/** https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
const idempotent = /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)$/;

/**
 * Time to wait before the next attempt, in milliseconds; undefined where there is none.
 *
 * @param remainingMs What is left of the deadline.
 */
export function nextDelay(
  { kind, outcome, status = 0, attempts, retryAfterMs = 0, cause }: ApiError,
  { method }: Endpoint,
  retry: RetryOptions | false | undefined,
  remainingMs: number,
): number | undefined {
  const { max = 2, unknownOutcome = idempotent.test(method), baseDelay = 500, maxDelay = 8000 } = retry || {};
  // Full jitter, so that clients that failed together do not come back together.
  const jitter = Math.random() * Math.min(maxDelay, baseDelay * 2 ** (attempts - 1));
  const delay = Math.max(jitter, retryAfterMs);
  const harmless = (kind === "connection" && outcome === "not-sent") || status === 429;
  // A body that broke off is fetch's TypeError; one that is too large, or not as described, would be so again.
  const broken = kind === "connection" || kind === "timeout" || (kind === "body" && cause instanceof TypeError);
  const transient = broken || status === 408 || status === 409 || status >= 500;
  return retry !== false &&
    attempts <= max &&
    (harmless || (unknownOutcome && transient)) &&
    retryAfterMs <= maxRetryAfterMs &&
    delay < remainingMs
    ? delay
    : undefined;
}

/** `Retry-After` in milliseconds from now: seconds or an HTTP date, never negative. Undefined where it is neither. */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return +value * 1000;
  // Only what begins with a weekday: Date.parse takes much else for a date.
  const ms = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) - Date.now() : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** Codes of failures before a request has left: Node's, and undici's for a connection that was not made in time. */
const notSentCodes = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Whether a failure of fetch shows that the request was not sent. A browser does not tell: then it may have been. */
export function wasNotSent(error: unknown): boolean {
  const { code, cause, errors } = (error ?? {}) as { code?: string; cause?: unknown; errors?: unknown[] };
  return errors?.every(wasNotSent) ?? (notSentCodes.test(`${code}`) || (!!cause && wasNotSent(cause)));
}
