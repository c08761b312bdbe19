import { bySeverity, type CaseResult, type Report, type ReportedViolation } from "./report.ts";
import { reproduction } from "./reproduce.ts";

/** Renders a report as JUnit XML: a suite for each operation with its test cases, and one for what concerns the run. */
export function renderJunit(report: Report): string {
  const errors = new Map(bySeverity(report).errors.map((error) => [error.id, error]));
  const waived = new Map(report.waived.map(({ id, reason }) => [id, reason]));
  const explained = new Set<string>();
  /** A violation is explained where it first comes, and named after that. */
  const failureOf = ({ violations }: CaseResult): string => {
    const own = violations.filter((id) => !waived.has(id));
    const found = own.flatMap((id) => errors.get(id) ?? []);
    const message = found.map(({ actual, expected }) => `${actual}; expected ${expected}`).join(" | ");
    const words = found.map((error) => {
      const isKnown = explained.has(error.id);
      explained.add(error.id);
      return isKnown ? `violation: ${error.id}, as above` : explain(error, report);
    });
    return element("failure", message || own.join(", "), words.join("\n\n"));
  };
  const inner = (result: CaseResult): Entry => {
    const { operation, family, title, violations, why = "" } = result;
    const entry = { className: operation, name: `${family}: ${title}` };
    if (result.result === "failed") return { ...entry, result: "failure", inner: failureOf(result) };
    if (result.result === "passed") return { ...entry, inner: "" };
    const reasons = violations.flatMap((id) => waived.get(id) ?? []);
    return { ...entry, result: "skipped", inner: element("skipped", why || reasons.join("; ")) };
  };
  const operations = new Map<string, Entry[]>();
  for (const one of report.cases) {
    const entries = operations.get(one.operation) ?? [];
    operations.set(one.operation, entries);
    entries.push(inner(one));
  }
  const suites = [...operations].map(([name, entries]) => suite(name, entries));
  const ofRun = entriesOfRun(report);
  if (ofRun.length > 0) suites.push(suite("run", ofRun));
  const all = counts([...operations.values()].flat().concat(ofRun));
  const time = (report.durationMs / 1_000).toFixed(3);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${text(report.document.title)}" ${all} time="${time}">\n${suites.join("\n")}\n</testsuites>\n`;
}

/** A test case of the XML. */
interface Entry {
  className: string;
  name: string;
  result?: "failure" | "skipped";
  inner: string;
}

/** What no test case shows: stale waivers, an end before its time, and operations that were not tested. */
function entriesOfRun({ staleWaivers, stopped, strict, operations, summary, skipped }: Report): Entry[] {
  const failing = (className: string, name: string, message: string, content = ""): Entry => ({
    className,
    name,
    result: "failure",
    inner: element("failure", message, content),
  });
  return [
    ...(stopped === undefined ? [] : [failing("run", "is complete", `the report is partial: ${stopped}`)]),
    ...staleWaivers.map(({ id, reason }) => failing("waivers", id, "stale waiver: it matches nothing", reason)),
    ...(strict && operations.tested < operations.total ? [failing("operations", "tested", summary)] : []),
    ...skipped
      .filter(({ cases }) => cases === 0)
      .map(({ what, why }) => ({
        className: what,
        name: why,
        result: "skipped" as const,
        inner: element("skipped", why),
      })),
  ];
}

function suite(name: string, entries: readonly Entry[]): string {
  const cases = entries.map(({ className, name: own, inner }) => {
    const open = `    <testcase classname="${text(className)}" name="${text(own)}"`;
    return inner === "" ? `${open}/>` : `${open}>${inner}</testcase>`;
  });
  return `  <testsuite name="${text(name)}" ${counts(entries)}>\n${cases.join("\n")}\n  </testsuite>`;
}

function counts(entries: readonly Entry[]): string {
  const of = (wanted: Entry["result"]) => entries.filter(({ result }) => result === wanted).length;
  return `tests="${entries.length}" failures="${of("failure")}" errors="0" skipped="${of("skipped")}"`;
}

function explain(
  { id, expected, actual, pointer, cases, count }: ReportedViolation,
  { document, seed }: Report,
): string {
  const sent = cases.map(({ title }) => title).join("; ");
  const [first] = cases;
  return [
    `violation: ${id}`,
    `request: ${sent} (${count} in all)`,
    `expected: ${expected}`,
    `spec: ${document.file}#${pointer}`,
    `actual: ${actual}`,
    ...(first ? [`reproduce: ${reproduction(first, seed)}`] : []),
  ].join("\n");
}

function element(name: string, message: string, content = ""): string {
  return `<${name} message="${text(message)}">${text(content)}</${name}>`;
}
/** Escapes the text, and replaces characters that XML 1.0 forbids: https://www.w3.org/TR/xml/#charsets */
function text(raw: string): string {
  return (
    raw
      .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      // Parsers turn these into spaces in attributes, and drop \r in text.
      .replaceAll(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}
