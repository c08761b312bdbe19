import { type AttemptSettings, sendOnce } from "./attempt.ts";
import type { PreparedRequest } from "./build-request.ts";
import { abortedMessage } from "./classify-error.ts";
import { createFailure } from "./create-failure.ts";
import { type ErrorClasses, requestIdOf } from "./errors.ts";
import { startLimit } from "./limit.ts";
import type { CallOptions, ClientOptions, Endpoint } from "./options.ts";
import { combineOutcomes, type Outcome } from "./outcome.ts";
import type { AnyResult } from "./result.ts";
import { nextDelay } from "./retry.ts";

/** The client's options with their defaults and the error classes. */
export type ClientSettings = ClientOptions & AttemptSettings & { errors: ErrorClasses };

/** Sends a request, and again while it may be retried. Never throws. */
export async function send(
  operationId: string,
  endpoint: Endpoint,
  request: PreparedRequest,
  client: ClientSettings,
  own: CallOptions,
): Promise<AnyResult> {
  const { signal } = own;
  const maxResponseBytes = own.maxResponseBytes ?? client.maxResponseBytes ?? 1_048_576;
  const timeoutMs = toMs(own.timeout ?? client.timeout ?? 60_000);
  const deadlineAt = performance.now() + toMs(own.deadline ?? client.deadline ?? 180_000);
  const remainingMs = () => Math.max(0, deadlineAt - performance.now());
  let outcome: Outcome = "not-sent";
  for (let attempt = 1; ; attempt++) {
    const settings = { attempt, timeoutMs: Math.min(timeoutMs, remainingMs()), maxResponseBytes, signal };
    let result = await sendOnce(request, endpoint, client, settings);
    if ("data" in result) {
      const { status, headers, data } = result;
      try {
        client.validate?.response?.(operationId, status, data);
        return { ok: true, ...result, attempts: attempt, requestId: requestIdOf(headers) };
      } catch (cause) {
        const message = `returned ${status} with a body that is invalid: ${(cause as Error).message}`;
        result = { message, details: { kind: "body", outcome: "unknown", status, headers, body: data, cause } };
      }
    }
    outcome = combineOutcomes(outcome, result.details.outcome);
    const attempts = result.beforeFetch ? attempt - 1 : attempt;
    const failure = createFailure(client.errors, endpoint, result, outcome, attempts);
    const delay = nextDelay(failure.error, endpoint, own.retry ?? client.retry, remainingMs());
    if (delay === undefined) return failure;
    await new Promise((resolve) => void startLimit(delay, signal, resolve));
    if (signal?.aborted) {
      const details = { ...result.details, kind: "aborted", cause: signal.reason } as const;
      return createFailure(client.errors, endpoint, { message: abortedMessage, details }, outcome, attempts);
    }
  }
}

function toMs(limit: number | false): number {
  return limit === false ? Number.POSITIVE_INFINITY : limit;
}
