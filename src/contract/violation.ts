import type { Pointer } from "../openapi/pointer.ts";

/** An `error` fails the run: the document says so. A `warning` does not: only an RFC or good practice asks for it. */
export type Severity = "error" | "warning";

/** How a response violates the contract. */
export interface Violation extends ViolationDetails {
  /** Name of the check that found it, as in `checks/`. */
  check: string;
}

/** A violation as a check reports it; the registry adds the check's name. */
export interface ViolationDetails {
  severity: Severity;
  /** In words: "a rejection with 400 or 422". */
  expected: string;
  /** In words: "200". */
  actual: string;
  /** Where the document states it. */
  pointer: Pointer;
  /** What to give the run so that it can test the operation; undefined where that would not help. */
  fix?: string;
  /** Groups violations: those of one operation and check with the same fingerprint are reported as one. */
  fingerprint: string;
  /** Index of the exchange that shows it. @default 0 */
  exchange?: number;
}
