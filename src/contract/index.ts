/** The contract suite: `runContract()` judges a server, `describeContract()` does so in vitest, a test a case. */
export type { GivenRequest } from "./base-request.ts";
export type { Token } from "./context.ts";
export { type DescribeContractOptions, describeContract } from "./describe-contract.ts";
export { renderJson } from "./report/json.ts";
export { renderJunit } from "./report/junit.ts";
export { renderPretty } from "./report/pretty.ts";
export type { FamilySummary, Fault, Report, ShownCase, ShownRequest } from "./report/report.ts";
export type { ContractOptions } from "./run/prepare.ts";
export { runContract } from "./run/run-contract.ts";
export type { Shard } from "./run/shard.ts";
