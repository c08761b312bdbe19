import type { Pointer } from "../../openapi/pointer.ts";
import type { Severity } from "../violation.ts";

/** The version of the report's shape, as in `report.schema.json`. It changes when a reader of the old shape would break. */
export const schemaVersion = 1;

/** The result of a run. `report.schema.json` is its JSON Schema. */
export interface Report {
  schemaVersion: typeof schemaVersion;
  /** The program that judged: name and version. */
  tool: string;
  /** The server. */
  url: string;
  /** The document: what it is called, and the file that pointers point into. */
  document: { title: string; version: string; file: string };
  /** Gives the same cases again. */
  seed: number;
  /** When the run began, ISO 8601. */
  startedAt: string;
  durationMs: number;
  /** How many requests were sent. */
  requests: number;
  /** No error and no stale waiver. */
  passed: boolean;
  families: FamilySummary[];
  /** Errors, the gravest first, then warnings. Under `strict`, what would be a warning is an error. */
  violations: ReportedViolation[];
  /** Violations that a waiver matches. */
  waived: (ReportedViolation & { reason: string })[];
  /** Waivers that match nothing any more; they fail the run. */
  staleWaivers: { id: string; reason: string }[];
  /** What was not judged, and why. */
  skipped: { what: string; why: string; cases: number }[];
  /** Documented responses that were never seen, by operation. */
  unseen: { operation: string; statuses: string[] }[];
  /** Violations of other kinds than those listed, where there are too many. */
  unlisted: number;
}

/** Cases of one family, over all operations. */
export interface FamilySummary {
  family: string;
  cases: number;
  /** Cases without an error. */
  passed: number;
  /** Cases with an error that no waiver matches. */
  failed: number;
  /** Cases with a warning, whatever else they have. */
  warnings: number;
  waived: number;
  skipped: number;
}

/** A violation, with the cases that show it. */
export interface ReportedViolation {
  /** `createOrder/status/accepted`: the same in every run; waivers match it. */
  id: string;
  operation: string;
  check: string;
  severity: Severity;
  expected: string;
  actual: string;
  /** Where the document says so. */
  pointer: Pointer;
  /** How many cases show it. */
  count: number;
  /** The first of them. */
  cases: ShownCase[];
}

/** A case that shows a violation, without its secrets. */
export interface ShownCase {
  id: string;
  /** What was sent, in words. */
  title: string;
  request: ShownRequest;
  /** What came: the head's status and headers and the body's first characters; undefined for none. */
  response: { status: number; headers: [string, string][]; body: string } | undefined;
  /** A line for a shell that sends it again. Undefined where curl cannot: run the case by its id and the report's seed. */
  curl: string | undefined;
}

/** A request without its secrets: the key is `${NAME}`. */
export interface ShownRequest {
  method: string;
  url: string;
  headers: [string, string][];
  /** The body where it is text and short enough, else undefined. */
  body: string | undefined;
  /** All bytes of the request in base64, where curl cannot send them; without the key only. */
  base64?: string;
}

/** A report's violations by severity, in their order. */
export function bySeverity({ violations }: Pick<Report, "violations">) {
  const of = (wanted: Severity) => violations.filter(({ severity }) => severity === wanted);
  return { errors: of("error"), warnings: of("warning") };
}
