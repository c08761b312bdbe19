import type { Outcome } from "./outcome.ts";

/**
 * What went wrong.
 *
 * - `usage`: the client was asked for something that it does not send: an option, a key, a header, a parameter.
 * - `status`: the answer's status is no documented success.
 * - `redirect`: the answer is a redirect, which is never followed.
 * - `body`: the answer is a success, but its body is not what the description promises.
 * - `connection`: there was no answer, or it broke off.
 * - `timeout`: an attempt, or all of them together, took too long.
 * - `aborted`: the caller's signal ended the call.
 */
export type ErrorKind = "usage" | "status" | "redirect" | "body" | "connection" | "timeout" | "aborted";

/** What is known of a failed call. */
export interface ErrorDetails {
  kind: ErrorKind;
  outcome: Outcome;
  /** Attempts to send the request. */
  attempts: number;
  /** HTTP status of the last answer. */
  status?: number | undefined;
  /** Headers of the last answer. */
  headers?: Headers | undefined;
  /** The last answer's body: parsed where it is JSON, else its text, cut to 2000 characters. */
  body?: unknown;
  /** Time that the server asks to be left alone, in milliseconds, from its `Retry-After`. */
  retryAfterMs?: number | undefined;
  /** The failure underneath, where there is one. */
  cause?: unknown;
}

/** Marks the errors of every copy of the package, so that one copy knows another's. */
const brand = Symbol.for("openapi-client.ApiError");

/** A call that did not end with a documented success. */
export class ApiError extends Error {
  override readonly name: string = "ApiError";
  declare readonly kind: ErrorKind;
  declare readonly outcome: Outcome;
  /** Attempts to send the request. 0: none was made. */
  declare readonly attempts: number;
  /** HTTP status of the last answer; undefined where there was none. */
  declare readonly status: number | undefined;
  /** Headers of the last answer; undefined where there was none. */
  declare readonly headers: Headers | undefined;
  /** The last answer's body: parsed where it is JSON, else its text, cut to 2000 characters. */
  declare readonly body: unknown;
  /** Time that the server asks to be left alone, in milliseconds, from its `Retry-After`. */
  declare readonly retryAfterMs: number | undefined;
  /** The server's name for the request: its header `x-request-id` or `request-id`. */
  declare readonly requestId: string | undefined;

  constructor(message: string, { cause, ...details }: ErrorDetails) {
    super(message, cause === undefined ? {} : { cause });
    Object.assign(this, details, { requestId: requestIdOf(details.headers) });
  }

  get [brand](): true {
    return true;
  }
}

/** Whether `value` is an {@link ApiError}, of this copy of the package or another. */
export function isApiError(value: unknown): value is ApiError {
  return value instanceof Error && brand in value;
}

/** The server's name for a request, or undefined where it gives none. */
export function requestIdOf(headers: Headers | undefined): string | undefined {
  return headers?.get("x-request-id") ?? headers?.get("request-id") ?? undefined;
}

/** A class for each kind of error, as the package names them. */
export type ErrorClasses = Record<ErrorKind, new (message: string, details: ErrorDetails) => ApiError>;
