import type { TestCase } from "../test-case.ts";
import type { Severity, Violation } from "../violation.ts";
import type { Waivers } from "./waivers.ts";

/** How a violation counts in a run. */
export interface Classified {
  severity: Severity;
  /** The waiver's reason; undefined if no waiver matches. */
  waivedFor: string | undefined;
}

/** Applies waivers and `strict`, under which every warning is an error. */
export function classify({ severity }: Violation, id: string, waivers: Waivers, strict = false): Classified {
  return { severity: strict ? "error" : severity, waivedFor: waivers.reasonFor(id) };
}

/** Whether a violation fails the run. */
export function isFailure({ severity, waivedFor }: Classified): boolean {
  return severity === "error" && waivedFor === undefined;
}

/** The id that a waiver names: the same in every run, whatever the values. */
export function violationId({ operation }: TestCase, { check, fingerprint }: Violation): string {
  return `${operation.id}/${check}/${fingerprint}`;
}
