import type { Outcome } from "./outcome.ts";

/**
 * The kind of failure.
 *
 * - `usage`: an option, the key, a header, a parameter or the body is invalid; nothing was sent.
 * - `status`: the response's status is not a documented success.
 * - `redirect`: the response is a redirect, which the client never follows.
 * - `body`: the response is a success, but its body does not match the spec.
 * - `connection`: the connection failed before a complete response arrived.
 * - `timeout`: an attempt took longer than `timeout`, or the call longer than `deadline`.
 * - `aborted`: the caller's signal aborted the call.
 */
export type ErrorKind = "usage" | "status" | "redirect" | "body" | "connection" | "timeout" | "aborted";

/** The facts of a failed call. */
export interface ErrorDetails {
  kind: ErrorKind;
  outcome: Outcome;
  /** Attempts to send the request; 0 if there was none. */
  attempts: number;
  /** HTTP status of the last response. */
  status?: number | undefined;
  /** Headers of the last response. */
  headers?: Headers | undefined;
  /** Body of the last response: parsed if it is JSON, else its first 2000 characters. */
  body?: unknown;
  /** Time to wait that the server asks for in `Retry-After`, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** The server's id of the request, from its header `x-request-id` or `request-id`. */
  requestId?: string | undefined;
  /** The server's code of the failure, from `code` or `error.code` of the body. */
  code?: string | number | undefined;
  /** The underlying error, if there is one. */
  cause?: unknown;
}

/** Brands errors, so that one copy of the package recognizes the errors of another. */
const brand = Symbol.for("openapi-client.ApiError");

/** A call that did not end in a documented success. */
export class ApiError extends Error {
  override readonly name: string = "ApiError";
  declare readonly kind: ErrorKind;
  declare readonly outcome: Outcome;
  /** Attempts to send the request; 0 if there was none. */
  declare readonly attempts: number;
  /** HTTP status of the last response; undefined if there was none. */
  declare readonly status: number | undefined;
  /** Headers of the last response; undefined if there was none. */
  declare readonly headers: Headers | undefined;
  /** Body of the last response: parsed if it is JSON, else its first 2000 characters. */
  declare readonly body: unknown;
  /** Time to wait that the server asks for in `Retry-After`, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** The server's id of the request, from its header `x-request-id` or `request-id`. */
  declare readonly requestId: string | undefined;
  /** The server's code of the failure, from `code` or `error.code` of the body; undefined if it has none. */
  declare readonly code: string | number | undefined;

  constructor(message: string, { cause, ...details }: ErrorDetails) {
    super(message, cause === undefined ? {} : { cause });
    Object.assign(this, details);
  }

  get [brand](): true {
    return true;
  }
}

/** Whether `value` is an {@link ApiError}, of this copy of the package or another. */
export function isApiError(value: unknown): value is ApiError {
  return value instanceof Error && brand in value;
}

/** Returns the server's id of the request; undefined if it sends none. */
export function requestIdOf(headers: Headers | undefined): string | undefined {
  return headers?.get("x-request-id") ?? headers?.get("request-id") ?? undefined;
}

/** The error class of each kind. */
export type ErrorClasses = Record<ErrorKind, new (message: string, details: ErrorDetails) => ApiError>;
