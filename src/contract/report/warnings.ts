import type { ReportedViolation } from "./report.ts";
import { plural } from "./summary.ts";

/** Lines that a report has for its warnings, unless all are asked for. */
const maxLines = 10;

/** Sums up warnings: a line for each, or for each check where they are many. */
export function warningLines(warnings: readonly ReportedViolation[], isVerbose: boolean): string[] {
  if (isVerbose || warnings.length <= maxLines) return warnings.map((warning) => lineOf(warning));
  const checks = groupByCheck(warnings);
  const groups = [...checks.values()].sort((a, b) => b.length - a.length);
  const isTooLong = groups.length > maxLines;
  const shown = isTooLong ? groups.slice(0, maxLines - 1) : groups;
  const rest = groups.slice(shown.length).flat();
  return [
    ...shown.map((group) => groupLine(group)),
    ...(isTooLong
      ? [`${plural(rest.length, "warning")} of ${groups.length - shown.length} other checks (--verbose)`]
      : []),
  ];
}

function groupByCheck(warnings: readonly ReportedViolation[]): Map<string, ReportedViolation[]> {
  const groups = new Map<string, ReportedViolation[]>();
  for (const warning of warnings) groups.set(warning.check, [...(groups.get(warning.check) ?? []), warning]);
  return groups;
}

function groupLine(group: readonly ReportedViolation[]): string {
  const [first] = group;
  if (!first) return "";
  if (group.length === 1) return lineOf(first);
  const operations = new Set(group.map(({ operation }) => operation)).size;
  return `${first.check}: ${plural(group.length, "warning")} in ${plural(operations, "operation")} (--verbose lists them), such as ${lineOf(first)}`;
}

function lineOf({ id, operation, check, expected, actual, count, cases: [first] }: ReportedViolation): string {
  return `${operation}: ${first?.title ?? check}: ${actual}; expected ${expected} (${id}, ${plural(count, "case")})`;
}
