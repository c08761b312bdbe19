import { sendOnce } from "./attempt.ts";
import type { AttemptFailure } from "./attempt-result.ts";
import type { PreparedRequest } from "./build-request.ts";
import { abortedMessage } from "./classify-error.ts";
import { type ApiError, requestIdOf } from "./errors.ts";
import { startLimit } from "./limit.ts";
import type { Settings } from "./merge-options.ts";
import type { Endpoint } from "./options.ts";
import { combineOutcomes, type Outcome } from "./outcome.ts";
import type { AnyResult } from "./result.ts";
import { nextDelay } from "./retry.ts";

/**
 * Sends a request, and again while it may be retried. Never throws.
 *
 * @param fail Creates the result of a failed call.
 */
export async function send(
  operationId: string,
  endpoint: Endpoint,
  request: PreparedRequest,
  settings: Settings,
  fail: (failure: AttemptFailure, outcome: Outcome, attempts: number) => Exclude<AnyResult, { ok: true }>,
): Promise<AnyResult> {
  const { timeout = 60_000, deadline = 180_000, retry, signal, logger, requestIdHeader } = settings;
  const { method, path } = endpoint;
  const timeoutMs = toMs(timeout);
  const deadlineAt = performance.now() + toMs(deadline);
  const remainingMs = () => Math.max(0, deadlineAt - performance.now());
  let outcome: Outcome = "not-sent";
  for (let attempt = 1; ; attempt++) {
    const startedAt = performance.now();
    const limit = Math.min(timeoutMs, remainingMs());
    const attempted = await sendOnce(operationId, endpoint, request, settings, limit);
    const { bytes = 0 } = attempted;
    const log = ({ status, requestId, kind, message: error }: Partial<ApiError>, retryInMs?: number) => {
      const durationMs = performance.now() - startedAt;
      try {
        const { host } = new URL(request.url);
        logger?.({ method, path, host, attempt, status, durationMs, bytes, requestId, kind, error, retryInMs });
      } catch {
        // A logger that throws must not fail the call.
      }
    };
    if ("data" in attempted) {
      const { status, headers, data } = attempted;
      const requestId = requestIdOf(headers, requestIdHeader);
      if (logger) log({ status, requestId });
      return { ok: true, status, headers, data, attempts: attempt, requestId };
    }
    outcome = combineOutcomes(outcome, attempted.details.outcome);
    const attempts = attempted.beforeFetch ? attempt - 1 : attempt;
    const failure = fail(attempted, outcome, attempts);
    const retryInMs = nextDelay(failure.error, endpoint, retry, remainingMs());
    log(failure.error, retryInMs);
    if (retryInMs === undefined) return failure;
    await new Promise((resolve) => void startLimit(retryInMs, signal, resolve));
    if (signal?.aborted) {
      const details = { ...attempted.details, kind: "aborted", cause: signal.reason } as const;
      return fail({ message: abortedMessage, details }, outcome, attempts);
    }
  }
}

/** Returns a limit in milliseconds; where there is none, more than any timer takes. */
function toMs(limit: number | false): number {
  return limit === false ? 2 ** 53 : limit;
}
