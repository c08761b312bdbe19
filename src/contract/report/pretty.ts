import type { Fault, Report } from "./report.ts";
import { familyTable } from "./table.ts";
import { visible } from "./visible.ts";

/** How a report is written for people. */
export interface PrettyOptions {
  /** Whether the terminal shows colours. Default: false. */
  colour?: boolean;
}

/** Cases of a fault that are named; the rest is counted. */
const namedCases = 4;
const maxExactCharacters = 300;

/** A report for people: the verdict, a paragraph a fault, what is known and what is advised, and a table of the families. */
export function renderPretty(report: Report, { colour = false }: PrettyOptions = {}): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const { faults, waived, advice, staleWaivers, skipped, unseen, unlisted, document } = report;
  const sections = [
    paint(report.holds ? 32 : 31, verdict(report)),
    ...faults.map((fault, index) => paragraph(fault, `${index + 1}`, document.file, (text) => paint(31, text))),
    unlisted > 0 ? `... and ${plural(unlisted, "violation")} more, of other kinds; the table counts their cases.` : "",
    list(
      "Waived",
      waived.map(({ id, count, reason }) => `${id}  (${cases(count)}): ${reason}`),
    ),
    list(
      "Waivers that match nothing: take them away",
      staleWaivers.map(({ id, reason }) => `${id}: ${reason}`),
    ),
    list(
      "Advice, which fails under --strict only",
      advice.map((fault) => adviceLine(fault)),
    ),
    list(
      "Documented and never seen",
      unseen.map(({ operation, statuses }) => `${operation}: ${statuses.join(", ")}`),
    ),
    list(
      "Not judged",
      skipped.map(({ what, why, cases: count }) => `${what}: ${why}${count > 0 ? ` (${cases(count)})` : ""}`),
    ),
    familyTable(report.families),
    `${plural(report.requests, "request")} to ${report.url} in ${(report.durationMs / 1_000).toFixed(1)} s, seed ${report.seed}, ${report.tool}`,
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function verdict({ holds, faults, waived, staleWaivers, families, document, unlisted }: Report): string {
  const sent = families.reduce((sum, family) => sum + family.cases, 0);
  const what = `${document.title} ${document.version}`;
  if (holds)
    return `The server keeps the contract of ${what}: ${cases(sent)}${waived.length > 0 ? `, ${plural(waived.length, "departure")} waived` : ""}.`;
  const why = [
    ...(faults.length > 0 ? [plural(faults.length, "fault")] : []),
    ...(unlisted > 0 ? [`${plural(unlisted, "violation")} more`] : []),
    ...(staleWaivers.length > 0
      ? [`${plural(staleWaivers.length, "waiver")} that ${staleWaivers.length === 1 ? "matches" : "match"} nothing`]
      : []),
  ];
  return `The server does not keep the contract of ${what}: ${why.join(", and ")}, ${cases(sent)}.`;
}

function paragraph(fault: Fault, number: string, file: string, paint: (text: string) => string): string {
  const [first] = fault.cases;
  const named = [...new Set(fault.cases.map(({ title }) => title))].slice(0, namedCases);
  const more = fault.count > named.length ? `; ${fault.count} in all` : "";
  const rows: [string, string][] = [
    ["sent", `${named.join("; ")}${more}`],
    ["expected", fault.expected],
    ["says", `${file}#${fault.pointer}`],
    ["came", fault.got],
  ];
  const body = first?.response?.body;
  if (body && !fault.got.includes(body.slice(0, 20))) rows.push(["", body.slice(0, 200)]);
  if (first?.curl) rows.push(["replay", first.curl]);
  else if (first?.request.base64)
    rows.push(["replay", `no curl line; the exact bytes in base64: ${cut(first.request.base64)}`]);
  else rows.push(["replay", "no curl line, and too many bytes to show: run the family again with --only and the seed"]);
  const indent = " ".repeat(number.length + 2);
  const lines = rows.map(([name, text]) => `${indent}${name.padEnd(9)} ${oneLine(text)}`);
  return [`${number}  ${paint(oneLine(`${fault.operation}: ${headline(fault)}`))}  (${fault.check})`, ...lines].join(
    "\n",
  );
}

const headlines: Record<string, string> = {
  "no-success": "no valid request succeeds",
  answered: "there is no whole answer",
  "server-error": "the server fails",
  secrets: "an answer holds the key",
  isolation: "an answer holds what another request sent",
  "negative-data-rejection": "what the description forbids is accepted",
  "positive-data-acceptance": "what the description allows is refused",
  status: "the status is not the one that is due",
  redirect: "the operation redirects",
  "media-type": "the media type is not as documented",
  headers: "a header is not as documented",
  "body-schema": "the body is not as documented",
  "strict-json": "the body is not what every parser reads as JSON",
  framing: "the message is not framed as HTTP asks",
  "content-coding": "the answer is compressed, and nobody asked for it",
  unique: "a value that is unique comes twice",
  echoes: "what was sent does not come back as it was",
  allow: "Allow is not right",
  request: "a recorded request is not as documented",
};

function headline({ check }: Fault): string {
  return headlines[check] ?? check;
}

function adviceLine({ operation, check, expected, got, count, cases: [first] }: Fault): string {
  return `${operation}: ${first?.title ?? check}: ${got}; advised is ${expected} (${check}, ${cases(count)})`;
}

function list(title: string, items: string[]): string {
  return items.length === 0 ? "" : [`${title}:`, ...items.map((item) => `  ${oneLine(item)}`)].join("\n");
}

function oneLine(text: string): string {
  return visible(text).replaceAll(/[\n\t]/g, " ");
}

function cut(text: string): string {
  return text.length <= maxExactCharacters
    ? text
    : `${text.slice(0, maxExactCharacters)}... (${text.length} characters; --reporter json has them all)`;
}

function cases(count: number): string {
  return plural(count, "case");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
