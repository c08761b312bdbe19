import { resolve } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";
import { isFalseAlarm } from "./false-alarms.ts";
import { findLayoutProblems, type Layout } from "./layout.ts";
import { type LintProblem, refuseProblems } from "./lint-problem.ts";
import { redocly, redoclyConfig } from "./redocly.ts";

/**
 * Lints a spec and its workflows, and returns the warnings.
 *
 * @throws {SpecProblemsError} With all problems.
 */
export async function lintSpec(layout: Layout): Promise<LintProblem[]> {
  const documents = [layout.root, ...layout.workflows];
  const run = await redocly("lint", ...documents, `--config=${redoclyConfig}`, "--format=json", "--max-problems=1000");
  const found = readProblems(run.stdout, run.stderr);
  refuseProblems(unique([...findLayoutProblems(layout), ...found.filter(({ isWarning }) => !isWarning)]));
  return unique(found);
}

/** The part of `redocly lint --format=json` that is read here. */
interface RedoclyReport {
  problems: {
    ruleId: string;
    severity: "error" | "warn";
    message: string;
    location: { source: { ref: string }; pointer?: string; start?: { line: number; col: number } }[];
  }[];
}

function readProblems(stdout: string, stderr: string): (LintProblem & { isWarning: boolean })[] {
  let reports: RedoclyReport[];
  try {
    // One indented JSON report per document, with nothing between them: `}{`.
    reports = stdout.split(/(?<=^\})(?=\{$)/m).map((report) => JSON.parse(report));
  } catch (cause) {
    throw new UserError(`Redocly could not lint the spec: ${stderr.trim()}`, 2, { cause });
  }
  return reports
    .flatMap(({ problems }) => problems)
    .filter(({ ruleId: rule, message, location: [place] }) => {
      return !isFalseAlarm({ rule, message, file: resolve(place?.source.ref ?? ""), pointer: place?.pointer });
    })
    .map(({ ruleId, severity, message, location: [place] }) => ({
      file: resolve(place?.source.ref ?? ""),
      line: place?.start?.line ?? 1,
      column: place?.start?.col ?? 1,
      // The location is printed already; Redocly repeats it in some messages, with an absolute path.
      message: message.replace(/ in "[^"]*" \(\d+:\d+\)/, "").replace(/\s*\n\s*/g, " "),
      rule: ruleId,
      // Redocly's own rules all count, whatever their severity.
      isWarning: severity === "warn" && ruleId.startsWith("own/"),
    }));
}

/** Removes duplicates: Redocly reports a problem of a shared file once per file that refers to it. */
function unique(problems: LintProblem[]): LintProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
