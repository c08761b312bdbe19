import { relative } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";

/** One thing that is wrong with the description, at one place. Lines and columns start at 1. */
export interface Fault {
  /** Absolute path of the file. */
  file: string;
  line: number;
  column: number;
  message: string;
  /** Name of the rule that found it. */
  rule: string;
}

/** `file:line:column  message  (rule)`, the file relative to the working directory. */
export function formatProblem({ file, line, column, message, rule }: Fault): string {
  return `${relative(process.cwd(), file)}:${line}:${column}  ${message}  (${rule})`;
}

/** The description does not hold: exit code 1, a line for each fault. */
export class SpecProblemsError extends UserError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(formatProblem).join("\n"), 1);
    this.faults = faults;
  }
}

/** @throws {SpecProblemsError} when there is a fault. */
export function refuseProblems(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new SpecProblemsError(faults);
}
