import { findCheck } from "../checks/index.ts";
import type { Report, ReportedViolation } from "./report.ts";
import { reproduction } from "./reproduce.ts";

/** Renders a report as SARIF 2.1.0, which code scanners show: a result for each violation, at the document that states it. */
export function renderSarif(report: Report): string {
  const [name = report.tool, version = ""] = report.tool.split(/\/(?=[^/]*$)/);
  const all = [...report.violations, ...report.waived];
  const checks = [...new Set(all.map(({ check }) => check))];
  const waivedFor = new Map(report.waived.map(({ id, reason }) => [id, reason]));
  const result = (violation: ReportedViolation) => {
    const { id, operation, check, severity, expected, actual, pointer, cases } = violation;
    const [first] = cases;
    const sent = first ? ` (${first.title}). Reproduce: ${reproduction(first, report.seed)}` : "";
    const reason = waivedFor.get(id);
    return {
      ruleId: check,
      level: severity,
      message: { text: `${operation}: ${actual}; expected ${expected}${sent}` },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: encodeURI(report.document.file) } },
          logicalLocations: [{ fullyQualifiedName: pointer, kind: "element" }],
        },
      ],
      // The same in every run, so that a scanner follows a violation from one to the next.
      partialFingerprints: { "violationId/v1": id },
      ...(reason !== undefined && { suppressions: [{ kind: "external", justification: reason }] }),
    };
  };
  const rules = checks.map((id) => ({ id, shortDescription: { text: findCheck(id)?.headline ?? id } }));
  const run = {
    tool: { driver: { name, ...(version !== "" && { version }), rules } },
    invocations: [{ executionSuccessful: report.stopped === undefined, exitCode: report.passed ? 0 : 1 }],
    results: all.map(result),
  };
  const sarif = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return JSON.stringify(sarif, undefined, 2);
}
