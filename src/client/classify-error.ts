import type { AttemptFailure } from "./attempt-result.ts";
import type { ErrorKind } from "./errors.ts";

/** The message of a call that the caller's signal aborts. */
export const abortedMessage = "was aborted";

/**
 * Classifies what an attempt threw before its response was read to the end.
 *
 * @param signal The caller's signal.
 * @param timeoutMs The attempt's timeout if it has ended, else false.
 * @param beforeFetch Whether fetch has not been called yet.
 * @param status The response's status; undefined if no response arrived.
 */
export function classifyError(
  cause: unknown,
  signal: AbortSignal | undefined,
  timeoutMs: number | false,
  beforeFetch: boolean,
  status: number | undefined,
): AttemptFailure {
  const notSent = beforeFetch || (!status && wasNotSent(cause));
  const failure = (kind: ErrorKind, message: string): AttemptFailure => ({
    message,
    details: { kind, outcome: notSent ? "not-sent" : "unknown", status, cause },
    beforeFetch,
  });
  if (signal?.aborted) return failure("aborted", abortedMessage);
  if (timeoutMs !== false) return failure("timeout", `took over ${Math.round(timeoutMs)} ms`);
  if (beforeFetch) {
    return failure("usage", `was not sent: ${cause instanceof TypeError ? cause.message : "apiKey failed"}`);
  }
  return failure("connection", notSent ? "was not sent: no connection" : "lost the connection");
}

/** Codes of failures before a request is sent: Node's, and undici's for a connection that was not made in time. */
const notSentCodes = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Whether an error of fetch proves that the request was not sent. A browser's error proves nothing. */
export function wasNotSent(error: unknown): boolean {
  const { code, cause, errors } = (error ?? {}) as { code?: string; cause?: unknown; errors?: unknown[] };
  return errors?.every(wasNotSent) ?? (notSentCodes.test(`${code}`) || (!!cause && wasNotSent(cause)));
}
