/** How a client reaches the API. Only `baseUrl` is required. */
export interface ClientOptions {
  /**
   * Base URL of the gateway, a path prefix included: `https://gateway.example/v1`. A final slash makes no difference.
   * A query, a hash, credentials, and schemes other than `http` and `https` are refused.
   */
  baseUrl: string | URL;
  /**
   * API key, sent as `Authorization: Bearer KEY`, or a function that gives it, called before each attempt. ASCII without
   * spaces and line breaks. Default: no key is sent.
   */
  apiKey?: string | (() => string | Promise<string>) | undefined;
  /** Headers of every call. Default: none but the documented ones. */
  headers?: Record<string, string> | undefined;
  /** The fetch to call, with a URL as text and its settings. Default: the global one. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Longest time of one attempt, its answer's body included, in milliseconds. Default: 60000. `false`: no limit. */
  timeout?: number | false | undefined;
  /** Longest time of a call, all attempts and waits included, in milliseconds. Default: 180000. `false`: no limit. */
  deadline?: number | false | undefined;
  /** When and how often to try again. `false`: never. Default: see {@link RetryOptions}. */
  retry?: RetryOptions | false | undefined;
  /** Largest body of an answer, in bytes after decompression. Default: 1048576 (1 MiB). */
  maxResponseBytes?: number | undefined;
  /** Called after each attempt. It sees no body and no key, and what it throws is ignored. Default: none. */
  logger?: ((event: LogEvent) => void) | undefined;
  /** Checks bodies against the description; see the package's `/validate`. Default: none is checked. */
  validate?: Validate | undefined;
  /** Allows a key over plain `http` to another host than this machine. Default: false. */
  allowInsecureHttp?: boolean | undefined;
  /** Allows a key in a browser, where everyone who opens the page can read it. Default: false. */
  allowKeyInBrowser?: boolean | undefined;
}

/**
 * When and how often to try again. By default only what cannot have taken effect: requests that were not sent (the
 * connection was refused, the name not found) and answers with status 429.
 */
export interface RetryOptions {
  /** Further attempts after the first. Default: 2. */
  max?: number | undefined;
  /**
   * Also try again where the operation may have taken effect: after a reset, a timeout, a cut body, 408, 409 and 5xx.
   * Default: true for idempotent methods (RFC 9110, section 9.2.2), false for all others.
   */
  unknownOutcome?: boolean | undefined;
  /** Greatest wait before the second attempt, in milliseconds; it doubles each time. Default: 500. */
  baseDelay?: number | undefined;
  /** Greatest wait of all, in milliseconds. A longer `Retry-After` is kept all the same, up to 60 s. Default: 8000. */
  maxDelay?: number | undefined;
}

/** What a caller may set for one call; what is absent is the client's. */
export interface CallOptions
  extends Partial<Pick<ClientOptions, "headers" | "timeout" | "deadline" | "retry" | "maxResponseBytes">> {
  /** Ends the call wherever it is, a wait between attempts included. */
  signal?: AbortSignal | undefined;
}

/** One attempt, as the logger sees it. */
export interface LogEvent {
  method: string;
  /** The path of the description, without the values of its parameters. */
  path: string;
  /** 1 for the first. */
  attempt: number;
  /** Absent where there was no answer. */
  status?: number | undefined;
  durationMs: number;
  /** Bytes of the answer's body after decompression, as far as it was read. */
  bytes: number;
}

/** Checks the bodies of an operation. It throws where a body is wrong and the call has to fail for it. */
export interface Validate {
  /** Called with a request's body before it is sent. */
  request?: (operationId: string, body: unknown) => void;
  /** Called with the body of an answer that has a documented status. */
  response?: (operationId: string, status: number, body: unknown) => void;
}

/** What is sent for an operation and what may come back; see `endpoints` in `generated/client.ts`. */
export interface Endpoint {
  /** In capitals, as it is sent. */
  method: string;
  path: string;
  /** Media types of the documented answers. */
  accept: string;
  /** Whether the method's first argument is a request body. */
  body: boolean;
  /** By documented status (`200`, `4XX`, `default`): the JSON types of the body, `any`, or `none` where there is no body. */
  responses: Readonly<Record<string, string>>;
  /** What an unknown outcome means, in words. Absent where the operation has no effect. */
  unknownOutcome?: string;
}
