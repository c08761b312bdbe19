import type { AttemptFailure } from "./attempt-result.ts";
import type { ErrorKind } from "./errors.ts";

/** The message of a call that the caller's signal aborts. */
export const abortedMessage = "was aborted by the caller's signal";

/** How far an attempt got before it threw. */
export interface AttemptProgress {
  /** The caller's signal. */
  signal: AbortSignal | undefined;
  /** Whether the attempt was aborted, by the caller or by its timeout. */
  aborted: boolean;
  timeoutMs: number;
  /** Whether the request was passed to fetch. */
  attempted: boolean;
  /** The response's status; undefined if no response arrived. */
  status: number | undefined;
}

/** Classifies what an attempt threw before its response was read to the end. */
export function classifyError(cause: unknown, progress: AttemptProgress): AttemptFailure {
  const { signal, aborted, timeoutMs, attempted, status } = progress;
  const notSent = !attempted || (!status && wasNotSent(cause));
  const failure = (kind: ErrorKind, message: string): AttemptFailure => ({
    message,
    details: { kind, outcome: notSent ? "not-sent" : "unknown", status, cause },
    attempted,
  });
  if (signal?.aborted) return failure("aborted", abortedMessage);
  if (aborted) return failure("timeout", `took longer than ${Math.round(timeoutMs)} ms`);
  if (!attempted)
    return failure("usage", `was not sent: ${cause instanceof TypeError ? cause.message : "apiKey failed"}`);
  return failure("connection", notSent ? "was not sent: no connection" : "failed: the connection closed early");
}

/** Codes of failures before a request is sent: Node's, and undici's for a connection that was not made in time. */
const notSentCodes = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Whether an error of fetch proves that the request was not sent. A browser's error proves nothing. */
export function wasNotSent(error: unknown): boolean {
  const { code, cause, errors } = (error ?? {}) as { code?: string; cause?: unknown; errors?: unknown[] };
  return errors?.every(wasNotSent) ?? (notSentCodes.test(`${code}`) || (!!cause && wasNotSent(cause)));
}
