import type { Pointer } from "../openapi/pointer.ts";

/** One departure from the contract, as a check tells it. */
export interface Violation {
  /** Name of the check, as in `checks/`. */
  check: string;
  /** `advice` does not fail a run: only an RFC or good sense asks for it. */
  severity: "error" | "warning";
  /** What was due, as in: a refusal with 400 or 422. */
  expected: string;
  /** What came, as in: 200. */
  got: string;
  /** Where the document says so. */
  pointer: Pointer;
  /** Findings of one operation and check with the same mark are one fault. */
  mark: string;
  /** Which of the case's exchanges shows it, from 0. Default: 0. */
  exchange?: number;
}
