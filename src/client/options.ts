import type { ErrorKind } from "./errors.ts";

/** Options of a client. Only `baseUrl` is required. */
export interface ClientOptions {
  /**
   * Base URL of the gateway, with its path prefix: `https://gateway.example/v1`. A trailing slash is ignored. Must not have
   * credentials, a query or a hash.
   */
  baseUrl: string | URL;
  /**
   * API key, sent as `Authorization: Bearer KEY`, or a function that returns it, called before each attempt. Must be ASCII
   * without spaces and line breaks.
   *
   * @default no key
   */
  apiKey?: string | (() => string | Promise<string>) | undefined;
  /** Headers of every call, beside `accept` and `content-type`. @default none */
  headers?: Record<string, string> | undefined;
  /** Replaces fetch. Called with the URL as a string. @default globalThis.fetch */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * Settings that fetch takes beside those of the client: `dispatcher` of any undici, `credentials`, `keepalive`, `cache`.
   *
   * @default none
   */
  fetchOptions?: object | undefined;
  /** Timeout of one attempt, response body included, in milliseconds. `false`: no limit. @default 60000 */
  timeout?: number | false | undefined;
  /** Timeout of a call, all attempts and waits included, in milliseconds. `false`: no limit. @default 180000 */
  deadline?: number | false | undefined;
  /** When and how often to retry. `false`: never. @default see {@link RetryOptions} */
  retry?: RetryOptions | false | undefined;
  /** Largest response body, in bytes after decompression. @default 1048576 */
  maxResponseBytes?: number | undefined;
  /** Name of the response header that has the server's id of the request. @default "x-request-id", else "request-id" */
  requestIdHeader?: string | undefined;
  /** Called after each attempt, without bodies and key. Errors that it throws are ignored. @default none */
  logger?: ((event: LogEvent) => void) | undefined;
  /** Checks bodies against the spec; see `validateBodies` of the entry `/validate`. @default no check */
  validate?: Validate | undefined;
  /** Allows a key over plain `http` to another host. @default false */
  allowInsecureHttp?: boolean | undefined;
  /** Allows a key in a browser, where everyone who opens the page can read it. @default false */
  allowKeyInBrowser?: boolean | undefined;
}

/**
 * When and how often to retry. By default the client retries only requests that cannot have taken effect: those that were
 * not sent (connection refused, name not found) and those with status 429.
 */
export interface RetryOptions {
  /** Greatest number of attempts after the first. @default 2 */
  max?: number | undefined;
  /**
   * Also retries requests that may have taken effect: after a reset, a timeout, a truncated body, 408, 409 and 5xx.
   *
   * @default true for idempotent methods (RFC 9110, section 9.2.2), else false
   */
  unknownOutcome?: boolean | undefined;
  /** Longest wait before the second attempt, in milliseconds; doubles with each attempt. @default 500 */
  baseDelay?: number | undefined;
  /** Longest wait, in milliseconds. A longer `Retry-After` takes precedence, up to 60 s. @default 8000 */
  maxDelay?: number | undefined;
}

/** Options of one call; they override the client's. */
export interface CallOptions
  extends Pick<
    ClientOptions,
    "apiKey" | "deadline" | "fetch" | "fetchOptions" | "headers" | "logger" | "maxResponseBytes" | "retry" | "timeout"
  > {
  /** Aborts the call, also while it waits between attempts. */
  signal?: AbortSignal | undefined;
}

/** One attempt, as `logger` receives it. */
export interface LogEvent {
  method: string;
  /** The path template in the spec, without parameter values. */
  path: string;
  /** Host of the request, with its port if it is not the default: `gateway.example`, `127.0.0.1:4010`. */
  host: string;
  /** 1 for the first. */
  attempt: number;
  /** Absent if there was no response. */
  status?: number | undefined;
  /** In milliseconds. */
  durationMs: number;
  /** Bytes read of the response body, after decompression. */
  bytes: number;
  /** The server's id of the request. Absent if it sends none. */
  requestId?: string | undefined;
  /** Kind of the failure. Absent after a success. */
  kind?: ErrorKind | undefined;
  /** Message of the error. Absent after a success. */
  error?: string | undefined;
  /** Time until the next attempt, in milliseconds. Absent if there is none. */
  retryInMs?: number | undefined;
}

/** Checks the bodies of calls. A function that throws fails the call. */
export interface Validate {
  /** Called with the request body before it is sent. */
  request?: (operationId: string, body: unknown) => void;
  /** Called with the body of a documented success. */
  response?: (operationId: string, status: number, body: unknown) => void;
}

/** The request and the responses of an operation; see `endpoints` in `generated/client.ts`. */
export interface Endpoint {
  /** Upper case. */
  method: string;
  path: string;
  /** Media types of the documented responses, the value of `Accept`. */
  accept: string;
  /** Whether the method's first argument is the request body. */
  body: boolean;
  /**
   * By documented status (`200`, `4XX`, `default`): the JSON types of the body, `any`, or `none` for no body; then, for a
   * success, the top-level properties that its object always has.
   */
  responses: Readonly<Record<string, readonly [types: string, ...required: string[]]>>;
  /** Says what an unknown outcome means. Absent if the operation has no effect. */
  unknownOutcome?: string;
}

/** openapi-fetch's serializers of parameters, given where the spec has parameters: a client without them is smaller. */
export interface Serializers {
  querySerializer?: (query: Record<string, unknown>) => string;
  pathSerializer?: (path: string, values: Record<string, unknown>) => string;
}
