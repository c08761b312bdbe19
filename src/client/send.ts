import type { Trouble } from "./answer.ts";
import { type AttemptSettings, type PreparedRequest, sendOnce } from "./attempt.ts";
import { type ErrorClasses, type Outcome, requestIdOf } from "./errors.ts";
import { startLimit } from "./limit.ts";
import type { CallOptions, ClientOptions, Endpoint } from "./options.ts";
import type { Failed, Failure, Success, Undocumented } from "./result.ts";
import { nextDelay } from "./retry.ts";

/** What became of a call, whatever the operation. */
export type AnyResult = Success<number, unknown> | Failure<number | "default", unknown> | Undocumented | Failed;

/** The client's options, and what it makes of them. */
export type ClientSettings = ClientOptions & AttemptSettings & { errors: ErrorClasses };

/** Sends a request until it has its answer, or may not be tried again. It does not throw. */
export async function send(
  operationId: string,
  endpoint: Endpoint,
  request: PreparedRequest,
  client: ClientSettings,
  own: CallOptions,
): Promise<AnyResult> {
  const { signal } = own;
  const maxResponseBytes = own.maxResponseBytes ?? client.maxResponseBytes ?? 1_048_576;
  const timeoutMs = limit(own.timeout ?? client.timeout ?? 60_000);
  const deadlineAt = performance.now() + limit(own.deadline ?? client.deadline ?? 180_000);
  const remainingMs = () => Math.max(0, deadlineAt - performance.now());
  let outcome: Outcome = "not-sent";
  for (let attempt = 1; ; attempt++) {
    const settings = { attempt, timeoutMs: Math.min(timeoutMs, remainingMs()), maxResponseBytes, signal };
    let answer = await sendOnce(request, endpoint, client, settings);
    if ("data" in answer) {
      const { status, headers, data } = answer;
      try {
        client.validate?.response?.(operationId, status, data);
        return { ok: true, status, data, headers, attempts: attempt, requestId: requestIdOf(headers) };
      } catch (cause) {
        const message = `answered ${status} with a body that is not as described: ${(cause as Error).message}`;
        answer = { message, details: { kind: "body", outcome: "unknown", status, headers, body: data, cause } };
      }
    }
    // In the order of their names: one attempt that may have taken effect makes the whole call unknown.
    if (answer.details.outcome > outcome) outcome = answer.details.outcome;
    const attempts = answer.attempted === false ? attempt - 1 : attempt;
    const failure = fail(client.errors, endpoint, answer, outcome, attempts);
    const delay = nextDelay(failure.error, endpoint, own.retry ?? client.retry, remainingMs());
    if (delay === undefined) return failure;
    await new Promise((resolve) => void startLimit(delay, signal, resolve));
    if (signal?.aborted) {
      const message = "was ended by the caller's signal";
      const details = { ...answer.details, kind: "aborted", cause: signal.reason } as const;
      return fail(client.errors, endpoint, { message, details }, outcome, attempts);
    }
  }
}

/** The result of a call that failed, with its error: where, what, and what is known of its effect. */
export function fail(
  errors: ErrorClasses,
  { method, path, unknownOutcome }: Endpoint,
  { message, details, documented, errorData }: Trouble,
  outcome = details.outcome,
  attempts = 0,
): Exclude<AnyResult, { ok: true }> {
  const effect = (outcome === "unknown" && unknownOutcome) || "";
  const text = `${method} ${path} ${message}. ${effect}`.trim();
  const error = new errors[details.kind](text, { ...details, outcome, attempts });
  const { headers, requestId, kind } = error;
  const base = { ok: false, error, headers, attempts, requestId } as const;
  if (documented) return { ...base, status: documented, data: errorData };
  return { ...base, status: kind === "status" || kind === "redirect" ? "undocumented" : "failed" };
}

function limit(ms: number | false): number {
  return ms === false ? Number.POSITIVE_INFINITY : ms;
}
