import { findCheck } from "../checks/index.ts";
import { groupCauses } from "./causes.ts";
import { bySeverity, type Report } from "./report.ts";
import { reproduction } from "./reproduce.ts";
import { plural } from "./summary.ts";
import { warningLines } from "./warnings.ts";

/** GitHub shows at most ten annotations of each kind for a step: https://docs.github.com/en/rest/checks/runs */
const maxAnnotations = 10;

/** Renders a report as workflow commands of GitHub Actions: an annotation for each cause, after the verdict. */
export function renderGithub(report: Report): string {
  const causes = groupCauses(bySeverity(report).errors);
  const shown = causes.slice(0, causes.length > maxAnnotations ? maxAnnotations - 1 : maxAnnotations);
  const rest = causes.length - shown.length;
  const errors = shown.map(({ violation, operations }) => {
    const { check, actual, expected, pointer, cases } = violation;
    const title = `${operations.join(", ")}: ${findCheck(check)?.headline ?? check}`;
    const [first] = cases;
    const lines = [
      ...(first ? [`request: ${first.title}`] : []),
      `expected: ${expected}`,
      `actual: ${actual}`,
      `spec: ${report.document.file}#${pointer}`,
      ...(first ? [`reproduce: ${reproduction(first, report.seed)}`] : []),
    ];
    return command("error", title, lines.join("\n"));
  });
  return [
    command(report.passed ? "notice" : "error", "Contract", report.summary),
    ...errors,
    ...(rest > 0 ? [command("error", "Contract", `${plural(rest, "cause")} more: see the job summary`)] : []),
  ].join("\n");
}

/** Renders a report as Markdown, for the summary of a job. */
export function renderMarkdown(report: Report): string {
  const { errors, warnings } = bySeverity(report);
  const rows = groupCauses(errors).map(({ violation, operations, count }) => {
    const { check, actual, expected } = violation;
    const cells = [operations.join(", "), findCheck(check)?.headline ?? check, actual, expected, String(count)];
    return `| ${cells.map(cell).join(" | ")} |`;
  });
  const table = ["| Operation | Violation | Actual | Expected | Test cases |", "|---|---|---|---|---|", ...rows];
  const warned = warningLines(warnings, false).map((line) => `- ${cell(line)}`);
  const families = report.families.map(({ family, cases, passed, failed, skipped }) => {
    return `| ${[family, cases, passed, failed, skipped].join(" | ")} |`;
  });
  return [
    "## Contract",
    cell(report.summary),
    ...(rows.length > 0 ? [table.join("\n")] : []),
    ...(warned.length > 0 ? [["Warnings:", "", ...warned].join("\n")] : []),
    ["| Family | Test cases | Passed | Failed | Skipped |", "|---|---|---|---|---|", ...families].join("\n"),
  ].join("\n\n");
}

/** A text that stays in its cell and is no markup. */
function cell(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[|\\[\]*_]/g, "\\$&");
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function command(kind: "error" | "notice", title: string, message: string): string {
  const data = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  return `::${kind} title=${data(title).replaceAll(":", "%3A").replaceAll(",", "%2C")}::${data(message)}`;
}
