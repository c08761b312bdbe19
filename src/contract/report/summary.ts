import { bySeverity, type Report } from "./report.ts";

/** The result of a run in one line: what was found, in how much of the document. */
export function summarize(report: Omit<Report, "schemaVersion" | "summary">): string {
  const { limits, stopped } = report;
  const early = stopped === undefined ? "" : ` The report is partial: ${stopped}.`;
  const limited = limits.length === 0 ? "" : ` The run was limited to ${limits.join("; ")}.`;
  return `${verdictOf(report)}${early}${limited}`;
}

function verdictOf(report: Omit<Report, "schemaVersion" | "summary">): string {
  const { waived, staleWaivers, families, document, unlisted, operations } = report;
  const { errors } = bySeverity(report);
  const sent = families.reduce((sum, family) => sum + family.cases, 0);
  const what = `${document.title} ${document.version}`;
  const failures = [
    ...(errors.length > 0 ? [plural(errors.length, "error")] : []),
    ...(unlisted > 0 ? [`${plural(unlisted, "violation")} more`] : []),
    ...(staleWaivers.length > 0 ? [plural(staleWaivers.length, "stale waiver")] : []),
  ];
  const untested = operations.total - operations.tested;
  if (failures.length > 0) {
    const rest =
      untested === 0 ? "" : `; ${untested} of ${plural(operations.total, "operation")} ${were(untested)} not tested`;
    return `The server does not keep the contract of ${what}: ${failures.join(", and ")}, ${plural(sent, "case")}${rest}.`;
  }
  const accepted = waived.length > 0 ? `, ${plural(waived.length, "violation")} waived` : "";
  if (untested === 0 && report.stopped === undefined)
    return `The server keeps the contract of ${what}: ${plural(sent, "case")}${accepted}.`;
  const tested = untested === 0 ? "what was sent" : showCoverage(operations);
  return `No violations in ${tested}${report.strict ? ", which fails with --strict" : ""}: ${what}, ${plural(sent, "case")}${accepted}.`;
}

/** How many operations were tested, and how many were not, in words. */
export function showCoverage({ total, tested }: Report["operations"]): string {
  return `${tested} of ${plural(total, "operation")}; ${total - tested} ${were(total - tested)} not tested`;
}

function were(count: number): string {
  return count === 1 ? "was" : "were";
}

/** A count with its noun: `1 case`, `2 cases`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
