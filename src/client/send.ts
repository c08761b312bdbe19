import type { Trouble } from "./answer.ts";
import { attempt, type PreparedRequest } from "./attempt.ts";
import { type ApiError, type ErrorClasses, type Outcome, readRequestId } from "./errors.ts";
import type { CallOptions, ClientOptions, Endpoint } from "./options.ts";
import type { Failed, Failure, Success, Undocumented } from "./result.ts";
import { nextDelay } from "./retry.ts";

/** What became of a call, whatever the operation. */
export type AnyResult = Success<number, unknown> | Failure<number, unknown> | Undocumented | Failed;

/** The client's options, and what it makes of them. */
export type ClientSettings = ClientOptions & { fetch: NonNullable<ClientOptions["fetch"]>; errors: ErrorClasses };

/** Sends a request until it has its answer, or may not be tried again. It does not throw. */
export async function send(
  operationId: string,
  endpoint: Endpoint,
  request: PreparedRequest,
  client: ClientSettings,
  own: CallOptions,
): Promise<AnyResult> {
  const { apiKey, fetch, logger, validate, errors } = client;
  const { signal, retry = client.retry } = own;
  const timeout = own.timeout ?? client.timeout ?? 60_000;
  const deadline = own.deadline ?? client.deadline ?? 180_000;
  const maxResponseBytes = own.maxResponseBytes ?? client.maxResponseBytes ?? 1_048_576;
  const deadlineAt = performance.now() + limit(deadline);
  let worst: Outcome = "not-sent";
  for (let attempts = 1; ; attempts++) {
    const timeoutMs = Math.min(limit(timeout), Math.max(0, deadlineAt - performance.now()));
    const settings = { apiKey, fetch, logger, signal, timeoutMs, maxResponseBytes, number: attempts };
    let answer = await attempt(request, endpoint, settings);
    if (!("message" in answer)) {
      const { status, headers, data } = answer;
      try {
        validate?.response?.(operationId, status, data);
        return { ok: true, status, data, headers, attempts, requestId: readRequestId(headers) };
      } catch (cause) {
        const message = `answered ${status} with a body that the description does not allow: ${(cause as Error).message}`;
        const details = { kind: "body", outcome: "unknown", status, headers, body: data, cause } as const;
        answer = { message, details, documented: true };
      }
    }

    worst = worseOf(worst, answer.details.outcome);
    const sent = answer.details.kind === "usage" ? attempts - 1 : attempts;
    const error = makeError(errors, endpoint, answer, worst, sent);
    const delay = nextDelay(error, endpoint, retry, deadlineAt - performance.now());
    if (delay === undefined) return failureOf(error, answer);
    if (!(await wait(delay, signal))) {
      const message = "was ended by the caller's signal between two attempts";
      const details = { ...answer.details, kind: "aborted", cause: signal?.reason } as const;
      return failureOf(makeError(errors, endpoint, { message, details }, worst, sent));
    }
  }
}

/** The error of a call: where, what, and what is known of its effect. */
export function makeError(
  errors: ErrorClasses,
  { method, path, unknownOutcome }: Endpoint,
  { message, details }: Omit<Trouble, "documented">,
  outcome: Outcome,
  attempts: number,
): ApiError {
  const effect = outcome === "unknown" && unknownOutcome ? ` ${unknownOutcome}` : "";
  const text = `${method.toUpperCase()} ${path} ${message}.${effect}`;
  return new errors[details.kind](text, { ...details, outcome, attempts });
}

/** The result of a call that failed. */
export function failureOf(error: ApiError, { documented, errorData }: Partial<Trouble> = {}): AnyResult {
  const { headers, attempts, requestId, status, kind } = error;
  const base = { ok: false as const, error, headers, attempts, requestId };
  if (kind !== "status" && kind !== "redirect") return { ...base, status: "failed" };
  return documented && status !== undefined
    ? { ...base, status, data: errorData }
    : { ...base, status: "undocumented" };
}

function limit(ms: number | false): number {
  return ms === false ? Number.POSITIVE_INFINITY : ms;
}

/** One attempt that may have taken effect makes the whole call unknown, whatever the others were. */
function worseOf(a: Outcome, b: Outcome): Outcome {
  const order: Outcome[] = ["not-sent", "rejected", "unknown"];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

/** Waits; false where the signal ended the wait. */
function wait(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", finish);
      resolve(!signal?.aborted);
    };
    const timer = setTimeout(finish, ms);
    signal?.addEventListener("abort", finish);
    if (signal?.aborted) finish();
  });
}
