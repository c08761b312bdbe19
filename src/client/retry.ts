import type { ApiError } from "./errors.ts";
import type { Endpoint, RetryOptions } from "./options.ts";

/** Longest `Retry-After` that is waited for. */
const maxRetryAfterMs = 60_000;

/** https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
const idempotent = /^(get|head|options|trace|put|delete)$/;

/**
 * Time to wait before the next attempt, in milliseconds; undefined where there is none.
 *
 * @param remainingMs What is left of the deadline.
 */
export function nextDelay(
  error: ApiError,
  { method }: Endpoint,
  retry: RetryOptions | false | undefined,
  remainingMs: number,
): number | undefined {
  const { max = 2, unknownOutcome = idempotent.test(method), baseDelay = 500, maxDelay = 8000 } = retry || {};
  if (retry === false || error.attempts > max || !mayRetry(error, unknownOutcome)) return undefined;
  const { retryAfterMs = 0 } = error;
  if (retryAfterMs > maxRetryAfterMs) return undefined;
  // Full jitter, so that clients that failed together do not come back together.
  const jitter = Math.random() * Math.min(maxDelay, baseDelay * 2 ** (error.attempts - 1));
  const delay = Math.max(jitter, retryAfterMs);
  return delay < remainingMs ? delay : undefined;
}

function mayRetry({ kind, outcome, status = 0 }: ApiError, unknownOutcome: boolean): boolean {
  if (kind === "connection" && outcome === "not-sent") return true;
  if (kind === "status" && status === 429) return true;
  if (!unknownOutcome) return false;
  if (kind === "status") return status === 408 || status === 409 || status >= 500;
  return kind === "connection" || kind === "timeout";
}

/** `Retry-After` in milliseconds from now: seconds or an HTTP date, never negative. Undefined where it is neither. */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Only what begins with a weekday: Date.parse takes much else for a date.
  const ms = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) - Date.now() : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** Codes of failures before a request has left: Node's, and undici's for a connection that was not made in time. */
const notSentCodes = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Whether a failure of fetch shows that the request was not sent. A browser does not tell: then it may have been. */
export function wasNotSent(error: unknown): boolean {
  const { code, cause, errors } = (error ?? {}) as { code?: unknown; cause?: unknown; errors?: unknown[] };
  if (Array.isArray(errors)) return errors.every(wasNotSent);
  return notSentCodes.test(String(code)) || (cause !== undefined && wasNotSent(cause));
}
