import { sendOnce } from "./attempt.ts";
import type { PreparedRequest } from "./build-request.ts";
import { abortedMessage } from "./classify-error.ts";
import { createFailure } from "./create-failure.ts";
import { type ErrorClasses, requestIdOf } from "./errors.ts";
import { startLimit } from "./limit.ts";
import type { Settings } from "./merge-options.ts";
import type { Endpoint } from "./options.ts";
import { combineOutcomes, type Outcome } from "./outcome.ts";
import type { AnyResult } from "./result.ts";
import { nextDelay } from "./retry.ts";

/** Sends a request, and again while it may be retried. Never throws. */
export async function send(
  operationId: string,
  endpoint: Endpoint,
  request: PreparedRequest,
  settings: Settings,
  errors: ErrorClasses,
): Promise<AnyResult> {
  const { timeout = 60_000, deadline = 180_000, retry, signal } = settings;
  const timeoutMs = toMs(timeout);
  const deadlineAt = performance.now() + toMs(deadline);
  const remainingMs = () => Math.max(0, deadlineAt - performance.now());
  let outcome: Outcome = "not-sent";
  for (let attempt = 1; ; attempt++) {
    const limit = Math.min(timeoutMs, remainingMs());
    const result = await sendOnce(operationId, endpoint, request, settings, attempt, limit);
    if ("data" in result) {
      return { ok: true, ...result, attempts: attempt, requestId: requestIdOf(result.headers) };
    }
    outcome = combineOutcomes(outcome, result.details.outcome);
    const attempts = result.beforeFetch ? attempt - 1 : attempt;
    const failure = createFailure(errors, endpoint, result, outcome, attempts);
    const delay = nextDelay(failure.error, endpoint, retry, remainingMs());
    if (delay === undefined) return failure;
    await new Promise((resolve) => void startLimit(delay, signal, resolve));
    if (signal?.aborted) {
      const details = { ...result.details, kind: "aborted", cause: signal.reason } as const;
      return createFailure(errors, endpoint, { message: abortedMessage, details }, outcome, attempts);
    }
  }
}

/** Returns a limit in milliseconds; where there is none, more than any timer takes. */
function toMs(limit: number | false): number {
  return limit === false ? 2 ** 53 : limit;
}
