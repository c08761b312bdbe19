/** The contract suite: `runContract()` judges a server, `describeContract()` does so in vitest, a test a case. */
import { hasPeers, needPeers } from "../internal/peers.ts";
import type { DescribeContractOptions } from "./describe-contract.ts";
import type { Report } from "./report/report.ts";
import type { ContractOptions } from "./run/prepare.ts";

export { UserError } from "../internal/user-error.ts";
export type { Token } from "./model/security.ts";
export { renderJson } from "./report/json.ts";
export { renderJunit } from "./report/junit.ts";
export { renderPretty } from "./report/pretty.ts";
export type { FamilySummary, Report, ReportedViolation, ShownCase, ShownRequest } from "./report/report.ts";
export type { RequestOverrides } from "./run/base-request.ts";
export type { Shard } from "./run/shard.ts";
export type { Waiver } from "./run/waivers.ts";
export type { Severity } from "./violation.ts";
export type { ContractOptions, DescribeContractOptions };

const peers = ["ajv", "ajv-formats", "fast-check"] as const;
const peersInVitest = [...peers, "vitest"] as const;

// Loaded here, where waiting is possible: vitest wants its tests declared at once. Without vitest, the rest is of use.
const suite = hasPeers(peersInVitest) ? await import("./describe-contract.ts") : undefined;

/**
 * Judges a server: sends every case and gathers what departs from the document. It ends whatever the server does.
 *
 * @throws {UserError} exit code 2, where nothing can be judged: no server, no operation, an unusable document, a
 * missing package.
 */
export async function runContract(options: ContractOptions): Promise<Report> {
  needPeers("runContract()", peers);
  const { runContract: run } = await import("./run-contract.ts");
  return run(options);
}

/**
 * Makes a vitest test of every case of the document, so that filters, watch mode, reporters and `--shard` do what they do
 * in any suite. A test fails on an error, with the report's words and curl line; warnings fail only with `strict`.
 *
 * @throws {UserError} while tests are collected, where the document or a waiver cannot be used or a package is
 * missing.
 */
export function describeContract(options: DescribeContractOptions): void {
  needPeers("describeContract()", peersInVitest);
  suite?.describeContract(options);
}
