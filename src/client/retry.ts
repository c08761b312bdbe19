import type { ApiError } from "./errors.ts";
import type { Endpoint, RetryOptions } from "./options.ts";

/** Longest `Retry-After` that the client waits for, in milliseconds. */
const maxRetryAfterMs = 60_000;

/** https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
const idempotent = /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)$/;

/**
 * Returns the time to wait before the next attempt, in milliseconds; undefined if the call must not be retried.
 *
 * @param remainingMs Time left until the deadline.
 */
export function nextDelay(
  error: ApiError,
  { method }: Endpoint,
  retry: RetryOptions | false = {},
  remainingMs: number,
): number | undefined {
  if (retry === false) return undefined;
  const { max = 2, unknownOutcome = idempotent.test(method), baseDelay = 500, maxDelay = 8000 } = retry;
  const { attempts, retryAfterMs = 0 } = error;
  if (attempts > max || retryAfterMs > maxRetryAfterMs) return undefined;
  if (!isHarmless(error) && !(unknownOutcome && isTransient(error))) return undefined;
  // Full jitter keeps clients that failed together from coming back together.
  const jitter = Math.random() * Math.min(maxDelay, baseDelay * 2 ** (attempts - 1));
  const delay = Math.max(jitter, retryAfterMs);
  return delay < remainingMs ? delay : undefined;
}

/** Whether the attempt cannot have taken effect, and the next may succeed. */
function isHarmless({ kind, outcome, status }: ApiError): boolean {
  return (kind === "connection" && outcome === "not-sent") || status === 429;
}

/** Whether the next attempt may succeed, while this one may have taken effect. */
function isTransient({ kind, status = 0, cause }: ApiError): boolean {
  if (kind === "connection" || kind === "timeout") return true;
  // fetch throws a TypeError for a body that is cut; a body that is too large or invalid would be so again.
  if (kind === "body" && cause instanceof TypeError) return true;
  return status === 408 || status === 409 || status >= 500;
}
