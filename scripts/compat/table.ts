import type { Generator } from "./generators.ts";
import { describeStrictness } from "./strictness.ts";
import type { Outcome } from "./try-generator.ts";

/** A generator and its outcome. */
export interface Tried extends Pick<Generator, "name" | "output" | "notes"> {
  version: string;
  outcome: Outcome;
}

/** Renders the outcomes as a Markdown table, with the compiler options below. */
export function renderTable(tried: readonly Tried[]): string {
  const rows = tried.map(({ name, version, output, outcome, notes }) => {
    const verdict = outcome.failed ? `**fails at ${outcome.failed}**: ${outcome.why?.replaceAll("|", "\\|")}` : "yes";
    return `| ${name} ${version} | ${output} | ${verdict} | ${notes} |`;
  });
  return [
    "| Generator | Output | Compiles, and its call returns the documented response | Notes |",
    "|---|---|---|---|",
    ...rows,
    "",
    `Compiled with ${describeStrictness()}.`,
  ].join("\n");
}
