import type { Generator } from "./generators.ts";
import { describeStrictness } from "./strictness.ts";
import type { Outcome } from "./try-generator.ts";

/** A generator that was tried. */
export interface Tried extends Pick<Generator, "name" | "output" | "notes"> {
  version: string;
  outcome: Outcome;
}

/** The outcomes as a Markdown table, and below it how strictly the types were checked. */
export function renderTable(tried: readonly Tried[]): string {
  const rows = tried.map(({ name, version, output, outcome, notes }) => {
    const verdict = outcome.failed ? `**fails at ${outcome.failed}**: ${outcome.why?.replaceAll("|", "\\|")}` : "yes";
    return `| ${name} ${version} | ${output} | ${verdict} | ${notes} |`;
  });
  return [
    "| generator | output | compiles, and its call brings the documented answer | to know |",
    "|---|---|---|---|",
    ...rows,
    "",
    `It compiles under ${describeStrictness()}.`,
  ].join("\n");
}
