import type { Report } from "./report.ts";

/** A report as JSON; `report.schema.json` describes it. */
export function renderJson(report: Report): string {
  return JSON.stringify(report, null, 2);
}
