import { isPermanent } from "./classify-error.ts";
import type { ApiError } from "./errors.ts";
import type { Endpoint, RetryOptions } from "./options.ts";

/** Longest `Retry-After` that the client waits for, in milliseconds. */
const maxRetryAfterMs = 60_000;

/** POST and PATCH: the other methods are idempotent. https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
const notIdempotent = /^P[OA]/;

/**
 * Returns the time to wait before the next attempt, in milliseconds; undefined if the call must not be retried.
 *
 * @param remainingMs Time left until the deadline.
 */
export function nextDelay(
  { kind, outcome, status = 0, attempts, retryAfterMs = 0, cause }: ApiError,
  { method }: Endpoint,
  retry: RetryOptions | false | undefined = {},
  remainingMs: number,
): number | undefined {
  if (retry === false) return undefined;
  const { max = 2, unknownOutcome = !notIdempotent.test(method), baseDelay = 500, maxDelay = 8000 } = retry;
  if (attempts > max || retryAfterMs > maxRetryAfterMs || (kind === "connection" && isPermanent(cause)))
    return undefined;
  const harmless = (kind === "connection" && outcome === "not-sent") || status === 429;
  // fetch throws a TypeError for a truncated body. A body that is too large or invalid would be so again.
  const interrupted = kind === "connection" || kind === "timeout" || (kind === "body" && cause instanceof TypeError);
  const transient = interrupted || status === 408 || status === 409 || status >= 500;
  if (!harmless && !(unknownOutcome && transient)) return undefined;
  // Full jitter keeps clients that failed together from coming back together.
  const jitter = Math.random() * Math.min(maxDelay, baseDelay * 2 ** (attempts - 1));
  const delay = Math.max(jitter, retryAfterMs);
  return delay < remainingMs ? delay : undefined;
}
