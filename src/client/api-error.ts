/** What is known of a failed call. */
export interface ApiErrorDetails {
  /** HTTP status of the answer; undefined where there was none. */
  status?: number;
  /** The answer's body: parsed where it is JSON, else its text. */
  body?: unknown;
  /** What went wrong underneath. */
  cause?: unknown;
}

/** A call that did not end with a documented success. */
export class ApiError extends Error {
  override readonly name: string = "ApiError";
  /** HTTP status of the answer; undefined where there was none. */
  readonly status: number | undefined;
  /** The answer's body: parsed where it is JSON, else its text. */
  readonly body: unknown;

  constructor(message: string, { status, body, cause }: ApiErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.body = body;
  }
}
