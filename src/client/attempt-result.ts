import type { ErrorDetails } from "./errors.ts";

/** How an attempt ended: with a documented success, or with a failure. */
export type AttemptResult = DocumentedSuccess | AttemptFailure;

/** A success that matches the spec. */
export interface DocumentedSuccess {
  status: number;
  headers: Headers;
  data: unknown;
}

/** Everything else: the parts of an error. */
export interface AttemptFailure {
  /** Continues `POST /path/ …`, without a full stop. */
  message: string;
  details: Omit<ErrorDetails, "attempts">;
  /** The status if the spec names it or its range; `default` if the default response covers it. */
  documented?: number | "default" | undefined;
  /** The body if it has a documented type. */
  errorData?: unknown;
  /** Whether the attempt failed before it called fetch. @default false */
  beforeFetch?: boolean;
}
