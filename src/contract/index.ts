/** The contract suite: `runContract()` tests a server, `describeContract()` does so in vitest, with one test per test case. */
import { hasPeers, needPeers } from "../internal/peers.ts";
import type { OpenApiDocument } from "../openapi/document.ts";
import { overlayDocument } from "../openapi/overlay.ts";
import type { DescribeContractOptions } from "./describe-contract.ts";
import { renderJunit as junit } from "./report/junit.ts";
import { nameOptions, nameOptionsIn, rethrowNamingOptions } from "./report/name-options.ts";
import { type PrettyOptions, renderPretty as pretty } from "./report/pretty.ts";
import type { Report } from "./report/report.ts";
import type { ContractOptions } from "./run/prepare.ts";

export { UserError } from "../internal/user-error.ts";
export { renderJson } from "./report/json.ts";
export type { FamilySummary, Report, ReportedViolation, ShownCase, ShownRequest } from "./report/report.ts";
export { updateWaivers } from "./report/update-waivers.ts";
export type { RequestOverrides } from "./run/base-request.ts";
export type { TokenOption } from "./run/keys.ts";
export type { Shard } from "./run/shard.ts";
export type { Waiver } from "./run/waivers.ts";
export type { Severity } from "./violation.ts";
export type { ContractOptions, DescribeContractOptions };

const peers = ["ajv", "ajv-formats", "fast-check"] as const;
const peersInVitest = [...peers, "vitest"] as const;

// Loaded here, because vitest needs its tests declared synchronously. Without vitest, the rest of the entry still works.
const suite = hasPeers(peersInVitest) ? await import("./describe-contract.ts") : undefined;

/**
 * Tests a server: sends every test case and collects the violations. Ends whatever the server does.
 *
 * @throws {UserError} exit code 2, if nothing can be tested: no server, no operation, an unusable document, a missing
 * package.
 */
export async function runContract(options: ContractOptions): Promise<Report> {
  needPeers("runContract()", peers);
  const { runContract: run } = await import("./run-contract.ts");
  return nameOptionsIn(await run(options).catch(rethrowNamingOptions));
}

/**
 * Applies an overlay to a copy of a document, such as one that adds `x-contract`: https://spec.openapis.org/overlay/v1.0.0.html
 *
 * @param overlay Its content.
 * @throws {UserError} exit code 2, if it is no overlay 1.0, an action changes nothing, or a package is missing.
 */
export async function applyOverlay(document: OpenApiDocument, overlay: unknown): Promise<OpenApiDocument> {
  return overlayDocument(document, overlay, "the overlay");
}

/** Renders a report for people: the verdict, a paragraph per cause of errors, then waived violations, warnings, what was not tested, and a table of the families. */
export function renderPretty(report: Report, options: PrettyOptions = {}): string {
  return nameOptions(pretty(report, options));
}

/** Renders a report as JUnit XML: a suite for each operation with its test cases, and one for what concerns the run. */
export function renderJunit(report: Report): string {
  return nameOptions(junit(report));
}

/**
 * Declares a vitest test for every test case, so filters, watch mode, reporters and `--shard` work as usual. A test fails
 * on an error, with the report's text and curl line; warnings fail only with `strict`.
 *
 * @throws {UserError} while tests are collected, if the document or a waiver is unusable or a package is missing.
 */
export function describeContract(options: DescribeContractOptions): void {
  needPeers("describeContract()", peersInVitest);
  suite?.describeContract(options);
}
