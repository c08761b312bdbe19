import type { Pointer } from "../../openapi/pointer.ts";
import type { Severity } from "../violation.ts";

/** Version of `report.schema.json`. It changes when readers of the previous version would break. */
export const schemaVersion = 1;

/** The result of a run. `report.schema.json` is its JSON Schema. */
export interface Report {
  schemaVersion: typeof schemaVersion;
  /** The result in one line, with how many operations were not tested. */
  summary: string;
  /** Name and version of the program. */
  tool: string;
  /** The server. */
  url: string;
  /** The document, and the file that pointers refer to. */
  document: { title: string; version: string; file: string };
  /** The same seed gives the same cases. */
  seed: number;
  /** When the run began, ISO 8601. */
  startedAt: string;
  durationMs: number;
  /** Requests sent. */
  requests: number;
  /** Whether warnings and operations that were not tested fail the run. */
  strict: boolean;
  /** Whether all was sent and there is no error and no stale waiver; with `strict`, also no operation that was not tested. */
  passed: boolean;
  /** How many operations were to be tested, and how many got at least one test case. `skipped` has the reasons. */
  operations: { total: number; tested: number };
  /** What the run was limited to, in words: `2 of 81 operations`. */
  limits: string[];
  /** Why the run ended before all was sent; undefined where it did not. */
  stopped?: string;
  /** Every test case, in the order in which it was judged. */
  cases: CaseResult[];
  families: FamilySummary[];
  /** Errors by rank, then warnings. With `strict`, warnings are errors. */
  violations: ReportedViolation[];
  /** Violations that a waiver matches. */
  waived: (ReportedViolation & { reason: string })[];
  /** Waivers that match nothing; they fail the run. */
  staleWaivers: { id: string; reason: string }[];
  /** What was not tested, and why. */
  skipped: { what: string; why: string; cases: number }[];
  /** Documented responses that were never seen, by operation. */
  unseen: { operation: string; statuses: string[] }[];
  /** What may explain the result, such as a base path that `--url` lacks. */
  hints: string[];
  /** Things that the run made on the server, and what became of them. */
  things: { made: number; deleted: number; left: number };
  /** Where the values came from that identify things, once for each value of an operation. */
  sources: ReportedSource[];
  /** Violations beyond the limit of the list. */
  unlisted: number;
}

/** Where a value of an operation's requests came from. */
export interface ReportedSource {
  operation: string;
  /** The value, by place and name: `path thingId`. */
  value: string;
  /** The operation that gave it; undefined where none did. */
  from: string | undefined;
  /** How it was found there, or why none was. */
  how: string;
}

/** How a test case went. */
export interface CaseResult {
  id: string;
  operation: string;
  family: string;
  /** The request, in words. */
  title: string;
  result: "passed" | "failed" | "waived" | "skipped";
  /** Ids of its violations, warnings included. */
  violations: string[];
  /** Why it was skipped. */
  why?: string;
}

/** Cases of one family, over all operations. */
export interface FamilySummary {
  family: string;
  cases: number;
  /** Cases without an error. */
  passed: number;
  /** Cases with an error that no waiver matches. */
  failed: number;
  /** Cases with a warning, whether or not they have an error. */
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
  /** Pointer to the rule in the document. */
  pointer: Pointer;
  /** What to give the run so that it can test the operation; undefined where that would not help. */
  fix?: string;
  /** Number of cases that show it. */
  count: number;
  /** The first of them. */
  cases: ShownCase[];
}

/** A case that shows a violation, without its secrets. */
export interface ShownCase {
  id: string;
  /** The request, in words. */
  title: string;
  request: ShownRequest;
  /** Status, headers and the first characters of the body; undefined without a response. */
  response: { status: number; headers: [string, string][]; body: string } | undefined;
  /**
   * A line for a shell that sends it again. Undefined where curl cannot, and where the request is about a thing that the run
   * made: run the case by its id and the report's seed.
   */
  curl: string | undefined;
}

/** A request without its secrets: the key is `${NAME}`. */
export interface ShownRequest {
  method: string;
  url: string;
  headers: [string, string][];
  /** The body if it is text and short enough, else undefined. */
  body: string | undefined;
  /** The bytes of the request in base64, without the key, if there is no curl line. */
  base64?: string;
}

/** A report's violations by severity, in their order. */
export function bySeverity({ violations }: Pick<Report, "violations">) {
  const of = (wanted: Severity) => violations.filter(({ severity }) => severity === wanted);
  return { errors: of("error"), warnings: of("warning") };
}
