import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Report } from "../contract/report/report.ts";
import { plural } from "../contract/report/summary.ts";
import { renderWaivers, updateWaivers } from "../contract/report/update-waivers.ts";
import { missingReason, type Waiver } from "../contract/run/waivers.ts";
import { UserError } from "../internal/user-error.ts";
import { readData } from "../openapi/read-document.ts";
import { writeText } from "./write-file.ts";

/**
 * Refuses to overwrite a file of waivers that the run does not read: its reasons would be lost.
 *
 * @throws {UserError} exit code 2.
 */
export function protectWaivers(file: string | undefined, given: string | undefined): void {
  if (file === undefined || !existsSync(file) || (given !== undefined && resolve(given) === resolve(file))) return;
  throw new UserError(`${file} exists. Give it with --waivers too, so that its reasons are kept.`, 2);
}

/**
 * Writes the waivers that the run needs to pass.
 *
 * @param given The file of those that it had.
 * @throws {UserError} exit code 2, if the file cannot be written.
 */
export async function writeWaivers(file: string, given: string | undefined, report: Report): Promise<void> {
  const known = given === undefined ? [] : ((await readData(given)) as Waiver[]);
  const waivers = updateWaivers(report, known);
  await writeText(file, renderWaivers(waivers), "Check --write-waivers.");
  const open = waivers.filter(({ reason }) => reason === missingReason).length;
  const unlisted = report.unlisted > 0 ? ` ${plural(report.unlisted, "violation")} more: run again with these.` : "";
  console.error(
    `${file}: ${plural(waivers.length, "waiver")}, ${open} without a reason: write one in place of ${missingReason}.${unlisted}`,
  );
}
