import type { Pointer } from "../../openapi/pointer.ts";

/** What a run found. `report.schema.json` is its JSON Schema. */
export interface Report {
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
  /** Whether the contract is kept: no fault, and no waiver that matches nothing. */
  holds: boolean;
  families: FamilySummary[];
  /** What fails the run: one entry a fault, the gravest first. */
  faults: Fault[];
  /** What only an RFC or good sense asks for. */
  advice: Fault[];
  /** Known departures. */
  waived: (Fault & { reason: string })[];
  /** Waivers that match nothing any more; they fail the run. */
  staleWaivers: { id: string; reason: string }[];
  /** What was not judged, and why. */
  skipped: { what: string; why: string; cases: number }[];
  /** Documented responses that were never seen, by operation. */
  unseen: { operation: string; statuses: string[] }[];
  /** Findings of other kinds than those listed, where there are too many. */
  unlisted: number;
}

/** Cases of one family, over all operations. */
export interface FamilySummary {
  family: string;
  cases: number;
  /** Cases without a violation. */
  held: number;
  violations: number;
  advice: number;
  waived: number;
  skipped: number;
}

/** One departure, with the cases that show it. */
export interface Fault {
  /** `createOrder/status/accepted`: the same in every run; waivers match it. */
  id: string;
  operation: string;
  check: string;
  expected: string;
  got: string;
  /** Where the document says so. */
  pointer: Pointer;
  /** How many cases show it. */
  count: number;
  /** The first of them. */
  cases: ShownCase[];
}

/** A case that shows a fault, without its secrets. */
export interface ShownCase {
  id: string;
  /** What was sent, in words. */
  title: string;
  request: ShownRequest;
  /** What came: the head's status and headers and the body's first characters; undefined for none. */
  response: { status: number; headers: [string, string][]; body: string } | undefined;
  /** A line for a shell that sends it again, or undefined where curl cannot. */
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
