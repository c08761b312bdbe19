import { renderGithub, renderMarkdown } from "../contract/report/github.ts";
import { renderJson } from "../contract/report/json.ts";
import { renderJunit } from "../contract/report/junit.ts";
import { renderPretty } from "../contract/report/pretty.ts";
import type { Report } from "../contract/report/report.ts";
import { renderSarif } from "../contract/report/sarif.ts";
import { UserError } from "../internal/user-error.ts";
import type { Reporter } from "./contract-flags.ts";
import { writeText } from "./write-file.ts";

/** A report to write, and where. */
export interface Output {
  reporter: Reporter;
  /** Undefined for stdout. */
  file: string | undefined;
}

/** Formats that programs read, which nothing else may be printed among. */
const whole: readonly Reporter[] = ["json", "junit", "sarif"];

/**
 * Pairs each `--reporter` with its `--out`.
 *
 * @throws {UserError} exit code 2, if a format that a program reads would share stdout, or two would share a file.
 */
export function planOutputs(reporters: readonly Reporter[], files: readonly (string | undefined)[]): Output[] {
  const outputs = reporters.map((reporter, index) => ({ reporter, file: files[index] }));
  const printed = outputs.filter(({ file }) => file === undefined);
  const shared = printed.length > 1 ? printed.find(({ reporter }) => whole.includes(reporter)) : undefined;
  if (shared) {
    throw new UserError(
      `--reporter ${shared.reporter} would be printed among another report: write --out FILE after it.`,
      2,
    );
  }
  const named = outputs.flatMap(({ file }) => file ?? []);
  const twice = named.find((file, index) => named.indexOf(file) !== index);
  if (twice !== undefined) throw new UserError(`--out ${twice} is given for two reports: name another file.`, 2);
  return outputs;
}

/**
 * Writes the reports, those to stdout first.
 *
 * @throws {UserError} exit code 2, if a file cannot be written.
 */
export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  { verbose }: { verbose: boolean },
): Promise<void> {
  const sorted = [...outputs].sort((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined));
  for (const { reporter, file } of sorted) {
    const colour = file === undefined && process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
    const render: Record<Reporter, () => string> = {
      pretty: () => renderPretty(report, { colour, verbose }),
      json: () => renderJson(report),
      junit: () => renderJunit(report),
      sarif: () => renderSarif(report),
      github: () => renderGithub(report),
    };
    const text = `${render[reporter]().trimEnd()}\n`;
    if (file === undefined) process.stdout.write(text);
    else {
      await writeText(file, text, "Check --out.");
      console.log(`${report.passed ? "passed" : "failed"}: ${file}`);
    }
    const summary = process.env.GITHUB_STEP_SUMMARY;
    if (reporter === "github" && summary)
      await writeText(summary, `${renderMarkdown(report)}\n`, "Check GITHUB_STEP_SUMMARY.", "a");
  }
}
