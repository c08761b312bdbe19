import { relative } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";

/** A problem of the spec and its location. Lines and columns start at 1. */
export interface LintProblem {
  /** Absolute path of the file. */
  file: string;
  line: number;
  column: number;
  message: string;
  /** Name of the rule that found it. */
  rule: string;
}

/** Formats a problem as `file:line:column  message  (rule)`, with the file relative to the working directory. */
export function formatProblem({ file, line, column, message, rule }: LintProblem): string {
  return `${relative(process.cwd(), file)}:${line}:${column}  ${message}  (${rule})`;
}

/** Lint failed: exit code 1, one line per problem. */
export class SpecProblemsError extends UserError {
  readonly problems: readonly LintProblem[];

  constructor(problems: readonly LintProblem[]) {
    super(problems.map(formatProblem).join("\n"), 1);
    this.problems = problems;
  }
}

/** @throws {SpecProblemsError} If there is a problem. */
export function refuseProblems(problems: readonly LintProblem[]): void {
  if (problems.length > 0) throw new SpecProblemsError(problems);
}
