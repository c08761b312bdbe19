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
  /** Time to wait that the server asks for in `Retry-After`, in milliseconds; undefined if it does not, or in another form. */
  retryAfterMs?: number | undefined;
  /** The server's id of the request, from `requestIdHeader`. */
  requestId?: string | undefined;
  /** The server's code of the failure, from `code` or `error.code` of the body; else the system's, as `ECONNREFUSED`. */
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
  /** Time to wait that the server asks for in `Retry-After`, in milliseconds; undefined if it does not, or in another form. */
  declare readonly retryAfterMs: number | undefined;
  /** The server's id of the request, from `requestIdHeader`. */
  declare readonly requestId: string | undefined;
  /** The server's code of the failure, from `code` or `error.code` of the body; else the system's, as `ECONNREFUSED`. */
  declare readonly code: string | number | undefined;

  constructor(message: string, { cause, headers, ...details }: ErrorDetails) {
    super(message, cause === undefined ? {} : { cause });
    // Without `toJSON`, a logger writes headers as `{}`.
    const toJSON = () => Object.fromEntries(headers ?? []);
    Object.assign(this, details, { headers: headers && Object.assign(new Headers(headers), { toJSON }) });
  }

  /** The error as plain data for `JSON.stringify` and loggers, without stack and cause. */
  toJSON(): object {
    return { ...this, message: this.message };
  }

  get [brand](): true {
    return true;
  }
}

/** Whether `value` is an {@link ApiError}, of this copy of the package or another. */
export function isApiError(value: unknown): value is ApiError {
  return value instanceof Error && brand in value;
}

/**
 * Returns the server's id of the request; undefined if it sends none.
 *
 * @param name The header that has it. @default "x-request-id", else "request-id"
 */
export function requestIdOf(headers: Headers | undefined, name?: string): string | undefined {
  return headers?.get(name ?? "x-request-id") ?? headers?.get(name ?? "request-id") ?? undefined;
}

/** The error class of each kind. */
export type ErrorClasses = Record<ErrorKind, new (message: string, details: ErrorDetails) => ApiError>;
