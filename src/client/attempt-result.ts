import type { ErrorDetails } from "./errors.ts";

/** How an attempt ended: with a documented success, or with a failure. */
export type AttemptResult = DocumentedSuccess | AttemptFailure;

/** A success that matches the spec. */
export interface DocumentedSuccess {
  status: number;
  headers: Headers;
  data: unknown;
  /** Bytes of the body, after decompression. */
  bytes: number;
}

/** Everything else: the parts of an error. */
export interface AttemptFailure {
  /** Continues `POST /path/ …`; the server's reason may follow. */
  message: string;
  details: Omit<ErrorDetails, "attempts" | "requestId">;
  /** The result's status: as documented (`default` if that response covers it), or `undocumented`. @default "failed" */
  resultStatus?: number | "default" | "undocumented" | "failed" | undefined;
  /** The body, if it has the documented type. */
  errorData?: unknown;
  /** Whether the attempt failed before it called fetch. @default false */
  beforeFetch?: boolean;
  /** Bytes that were read of the body, after decompression. @default 0 */
  bytes?: number | undefined;
}
