import { UserError } from "../../internal/user-error.ts";
import type { Report } from "./report.ts";

/** The options of `runContract()`, by the flags that give them on the command line. */
export const optionByFlag: Readonly<Record<string, string>> = {
  url: "url",
  spec: "document",
  "token-env": "token",
  header: "headers",
  ca: "ca",
  "require-key": "requireKey",
  request: "requests",
  "allow-create": "allowCreate",
  "max-things": "maxThings",
  operation: "include.operations",
  path: "include.paths",
  method: "include.methods",
  tag: "include.tags",
  "exclude-operation": "exclude.operations",
  "exclude-path": "exclude.paths",
  "exclude-method": "exclude.methods",
  "exclude-tag": "exclude.tags",
  only: "only",
  case: "caseId",
  seed: "seed",
  timeout: "timeoutMs",
  rate: "rate",
  concurrency: "concurrency",
  "max-cases": "maxCases",
  "max-failures": "maxFailures",
  "max-time": "maxDurationMs",
  shard: "shard",
  strict: "strict",
  waivers: "waivers",
  verbose: "verbose",
};

const flag = new RegExp(`(?<![\\w-])--(${Object.keys(optionByFlag).join("|")})(?![\\w-])(?: FILE\\b)?`, "g");

/** The text with options in place of flags, for who calls the suite from code. What is to be pasted into a shell stays. */
export function nameOptions(text: string): string {
  return text
    .split("\n")
    .map((line) => (line.includes("curl -sS") ? line : line.replaceAll(flag, (_, name) => `\`${optionByFlag[name]}\``)))
    .join("\n");
}

/**
 * Throws an error again, with options in place of flags.
 *
 * @throws {UserError} with the exit code of the error, if it is one; else the error itself.
 */
export function rethrowNamingOptions(error: unknown): never {
  if (!(error instanceof UserError)) throw error;
  throw new UserError(nameOptions(error.message), error.exitCode, { cause: error });
}

/** The report with options in place of flags, in what the suite says of its own. */
export function nameOptionsIn(report: Report): Report {
  const inViolation = <V extends Report["violations"][number]>(violation: V): V => ({
    ...violation,
    actual: nameOptions(violation.actual),
    ...(violation.fix !== undefined && { fix: nameOptions(violation.fix) }),
  });
  return {
    ...report,
    summary: nameOptions(report.summary),
    ...(report.stopped !== undefined && { stopped: nameOptions(report.stopped) }),
    hints: report.hints.map(nameOptions),
    violations: report.violations.map(inViolation),
    waived: report.waived.map(inViolation),
    skipped: report.skipped.map((skip) => ({ ...skip, why: nameOptions(skip.why) })),
    cases: report.cases.map((one) => (one.why === undefined ? one : { ...one, why: nameOptions(one.why) })),
    sources: report.sources.map((source) => ({ ...source, how: nameOptions(source.how) })),
  };
}
