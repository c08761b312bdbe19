import { resolve } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";
import { findLayoutFaults, type Layout } from "./layout.ts";
import { type Fault, refuseProblems } from "./lint-problem.ts";
import { redocly, redoclyConfig } from "./redocly.ts";

/**
 * Lints a spec and its workflows.
 *
 * @throws {SpecProblemsError} with everything that is wrong.
 */
export async function lintSpec(layout: Layout): Promise<void> {
  const documents = [layout.root, ...layout.workflows];
  const run = await redocly("lint", ...documents, `--config=${redoclyConfig}`, "--format=json", "--max-problems=1000");
  refuseProblems(unique([...findLayoutFaults(layout), ...readProblems(run.stdout, run.stderr)]));
}

/** The part of `redocly lint --format=json` that is read here. */
interface RedoclyReport {
  problems: {
    ruleId: string;
    message: string;
    location: { source: { ref: string }; start?: { line: number; col: number } }[];
  }[];
}

function readProblems(stdout: string, stderr: string): Fault[] {
  let reports: RedoclyReport[];
  try {
    // One indented JSON report a document, with nothing between them: `}{`.
    reports = stdout.split(/(?<=^\})(?=\{$)/m).map((report) => JSON.parse(report));
  } catch (cause) {
    throw new UserError(`Redocly could not lint the description: ${stderr.trim()}`, 2, { cause });
  }
  return reports
    .flatMap(({ problems }) => problems)
    .map(({ ruleId, message, location: [place] }) => ({
      file: resolve(place?.source.ref ?? ""),
      line: place?.start?.line ?? 1,
      column: place?.start?.col ?? 1,
      // The place stands in front already; Redocly repeats it in some messages, with an absolute path.
      message: message.replace(/ in "[^"]*" \(\d+:\d+\)/, "").replace(/\s*\n\s*/g, " "),
      rule: ruleId,
    }));
}

/** Redocly reports a fault of a shared file once for every file that refers to it. */
function unique(faults: Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
