import type { Pointer } from "../openapi/pointer.ts";

/** An `error` fails the run: the document says so. A `warning` does not: only an RFC or good practice asks for it. */
export type Severity = "error" | "warning";

/** What a check reports where a response breaks the contract. */
export interface Violation {
  /** Name of the check, as in `checks/`. */
  check: string;
  severity: Severity;
  /** In words: a refusal with 400 or 422. */
  expected: string;
  /** In words: 200. */
  actual: string;
  /** Where the document says so. */
  pointer: Pointer;
  /** Groups violations: those of one operation and check with the same fingerprint are reported as one. */
  fingerprint: string;
  /** Which of the case's exchanges shows it, from 0. Default: 0. */
  exchange?: number;
}
