import { bySeverity, type FamilySummary, type Report, type ReportedViolation } from "./report.ts";
import { reproduction } from "./reproduce.ts";

/** Renders a report as JUnit XML: a suite of the families, and a suite of the violations with a failure per error. */
export function renderJunit(report: Report): string {
  const { families, waived, skipped, staleWaivers, unlisted, durationMs, strict, operations } = report;
  const { errors } = bySeverity(report);
  const isIncomplete = strict && operations.tested < operations.total;
  const found = [
    ...errors.map((error) => testCase(error.operation, error.id, failure(error, report))),
    ...staleWaivers.map(({ id, reason }) =>
      testCase("waivers", id, element("failure", "stale waiver: it matches nothing", reason)),
    ),
    ...(unlisted > 0
      ? [testCase("unlisted", "violations", element("failure", `${unlisted} violations more than are listed`))]
      : []),
    ...(isIncomplete ? [testCase("operations", "tested", element("failure", report.summary))] : []),
    ...waived.map(({ operation, id, reason }) => testCase(operation, id, element("skipped", reason))),
    ...skipped.map(({ what, why }) => testCase(what, why, element("skipped", why))),
  ];
  const failing = errors.length + staleWaivers.length + (unlisted > 0 ? 1 : 0) + (isIncomplete ? 1 : 0);
  const failingFamilies = families.filter(({ failed }) => failed > 0).length;
  const skipping = waived.length + skipped.length;
  const suites = [
    suite("families", families.map(familyCase), failingFamilies, 0),
    suite("violations", found, failing, skipping),
  ];
  const time = (durationMs / 1_000).toFixed(3);
  const all = counts(families.length + found.length, failingFamilies + failing, skipping);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${text(report.document.title)}" ${all} time="${time}">\n${suites.join("\n")}\n</testsuites>\n`;
}

function suite(name: string, cases: string[], failures: number, skipped: number): string {
  return `  <testsuite name="${name}" ${counts(cases.length, failures, skipped)}>\n${cases.join("\n")}\n  </testsuite>`;
}

function counts(tests: number, failures: number, skipped: number): string {
  return `tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function familyCase({ family, cases, passed, failed }: FamilySummary): string {
  const inner = failed > 0 ? element("failure", `${failed} of ${cases} cases failed, ${passed} passed`) : "";
  return testCase("families", family, inner);
}

function testCase(className: string, name: string, inner: string): string {
  const open = `    <testcase classname="${text(className)}" name="${text(name)}"`;
  return inner === "" ? `${open}/>` : `${open}>${inner}</testcase>`;
}

function failure({ expected, actual, pointer, cases, count }: ReportedViolation, { document, seed }: Report): string {
  const sent = cases.map(({ title }) => title).join("; ");
  const [first] = cases;
  const lines = [
    `request: ${sent} (${count} in all)`,
    `expected: ${expected}`,
    `spec: ${document.file}#${pointer}`,
    `actual: ${actual}`,
    ...(first ? [`reproduce: ${reproduction(first, seed)}`] : []),
  ];
  return element("failure", `${actual}; expected ${expected}`, lines.join("\n"));
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
