import type { FamilySummary } from "./report.ts";

const columns = ["cases", "passed", "failed", "waived", "skipped"] as const;

/** Renders the families as a table with totals. `passed`, `failed` and `waived` add up to `cases`. */
export function familyTable(families: readonly FamilySummary[]): string {
  const total = (column: (typeof columns)[number]) => families.reduce((sum, family) => sum + family[column], 0);
  const rows = families.map((family) => [family.family, ...columns.map((column) => String(family[column]))]);
  return renderTable(["family", ...columns], [...rows, ["all", ...columns.map((column) => String(total(column)))]], 1);
}

/**
 * Renders a table of texts.
 *
 * @param texts How many columns are texts, which start at the left; the others are numbers.
 */
export function renderTable(head: readonly string[], body: readonly (readonly string[])[], texts: number): string {
  const rows = [head, ...body];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const align = (text: string, column: number) =>
    column < texts ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(align).join("  ").trimEnd()).join("\n");
}
