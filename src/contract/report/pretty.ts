import { findCheck } from "../checks/index.ts";
import { type Cause, groupCauses } from "./causes.ts";
import { bySeverity, type Report, type ReportedSource } from "./report.ts";
import { reproduction } from "./reproduce.ts";
import { visible } from "./show.ts";
import { plural } from "./summary.ts";
import { familyTable } from "./table.ts";
import { warningLines } from "./warnings.ts";

/** Options of `renderPretty()`. */
export interface PrettyOptions {
  /** Whether the terminal shows colours. @default false */
  colour?: boolean;
  /** Whether long lists are whole. @default false */
  verbose?: boolean;
}

/** Cases of a violation that are listed; the rest are counted. */
const listedCases = 4;

/** Lines of a list that says what else happened; the rest are counted. */
const listedLines = 10;

/** Renders a report for people: the verdict, a paragraph per cause of errors, then waived violations, warnings, what was not tested, and a table of the families. */
export function renderPretty(report: Report, { colour = false, verbose = false }: PrettyOptions = {}): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const { waived, staleWaivers, skipped, unseen, unlisted, hints } = report;
  const { errors, warnings } = bySeverity(report);
  const sections = [
    paint(report.passed ? 32 : 31, oneLine(report.summary)),
    ...hints.map(oneLine),
    ...groupCauses(errors).map((cause, index) => paragraph(cause, `${index + 1}`, report, (text) => paint(31, text))),
    unlisted > 0 ? `... and ${plural(unlisted, "violation")} more, not listed; the table counts their cases.` : "",
    list(
      "Waived",
      waived.map(({ id, count, reason }) => `${id}  (${cases(count)}): ${reason}`),
    ),
    list(
      "Stale waivers, which match nothing: remove them",
      staleWaivers.map(({ id, reason }) => `${id}: ${reason}`),
    ),
    list("Warnings, which fail only with --strict", warningLines(warnings, verbose)),
    list(
      "Documented responses never seen",
      short(
        unseen.map(({ operation, statuses }) => `${operation}: ${statuses.join(", ")}`),
        verbose,
      ),
    ),
    list("Values of things", short(report.sources.map(sourceLine), verbose)),
    list(
      "Not tested",
      short(
        skipped.map(({ what, why, cases: count }) => `${what}: ${why}${count > 0 ? ` (${cases(count)})` : ""}`),
        verbose,
      ),
    ),
    familyTable(report.families),
    thingsLine(report.things),
    `${plural(report.requests, "request")} to ${report.url} in ${(report.durationMs / 1_000).toFixed(1)} s, seed ${report.seed}, ${report.tool}`,
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function paragraph(
  { violation, operations, count }: Cause,
  number: string,
  { document, seed }: Report,
  paint: (text: string) => string,
): string {
  const [first] = violation.cases;
  const named = [...new Set(violation.cases.map(({ title }) => title))].slice(0, listedCases);
  const more = count > named.length ? `; ${count} in all` : "";
  const isOne = operations.length === 1;
  const rows: [string, string][] = [
    ["request", `${named.join("; ")}${more}`],
    ["expected", violation.expected],
    ["spec", `${document.file}#${violation.pointer}`],
    ["actual", violation.actual],
  ];
  const body = first?.response?.body;
  if (body && !violation.actual.includes(body.slice(0, 20))) rows.push(["", body.slice(0, 200)]);
  if (violation.fix !== undefined) rows.push(["fix", violation.fix]);
  if (first) rows.push(["reproduce", reproduction(first, seed)]);
  if (!isOne) rows.push(["operations", operations.join(", ")]);
  rows.push(["id", isOne ? violation.id : `OPERATION${violation.id.slice(violation.operation.length)}`]);
  const indent = " ".repeat(number.length + 2);
  const lines = rows.map(([name, text]) => `${indent}${name.padEnd(10)} ${oneLine(text)}`);
  const who = isOne ? violation.operation : plural(operations.length, "operation");
  const title = oneLine(`${who}: ${findCheck(violation.check)?.headline ?? violation.check}`);
  return [`${number}  ${paint(title)}  (${violation.check})`, ...lines].join("\n");
}

function sourceLine({ operation, value, from, how }: ReportedSource): string {
  return from === undefined
    ? `${operation}: ${value} is made up: ${how}`
    : `${operation}: ${value} from ${from} (${how})`;
}

function thingsLine({ made, deleted, left }: Report["things"]): string {
  return made === 0 ? "" : `${plural(made, "thing")} made on the server, ${deleted} deleted, ${left} left`;
}

/** The first lines of a long list, and how many there are. */
function short(lines: string[], isVerbose: boolean): string[] {
  if (isVerbose || lines.length <= listedLines) return lines;
  const shown = lines.slice(0, listedLines - 1);
  return [...shown, `... and ${lines.length - shown.length} more (--verbose)`];
}

function list(title: string, items: string[]): string {
  return items.length === 0 ? "" : [`${title}:`, ...items.map((item) => `  ${oneLine(item)}`)].join("\n");
}

function oneLine(text: string): string {
  return visible(text).replaceAll(/[\n\t]/g, " ");
}

function cases(count: number): string {
  return plural(count, "case");
}
