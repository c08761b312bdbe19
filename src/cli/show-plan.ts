import { renderPlan } from "../contract/report/plan.ts";
import { countPlan } from "../contract/run/count-plan.ts";
import type { SuiteFlags } from "./contract-flags.ts";
import { readOptions } from "./read-options.ts";

/**
 * Says what a run with these flags would send.
 *
 * @throws {UserError} Exit code 2, if a flag or a file is invalid.
 */
export async function showPlan({ url, har: _, ...flags }: SuiteFlags): Promise<string> {
  return renderPlan(countPlan({ ...(await readOptions(flags)), ...(url !== undefined && { url }) }));
}
