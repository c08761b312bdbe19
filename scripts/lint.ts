import { resolve } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { runTool } from "./cli/run-node.ts";
import { readLayout } from "./spec/layout.ts";
import { lintSpec } from "./spec/lint.ts";
import { formatProblem } from "./spec/lint-problem.ts";

export default await defineCommand(
  import.meta,
  {
    name: "npm run lint",
    about: "Checks the spec and its workflows (Redocly), the code's style (Biome) and its types (tsc).",
    flags: {
      spec: { value: "FOLDER", about: "check only the spec in this folder" },
    },
  },
  async ({ spec }) => {
    const checks: [string, () => Promise<void>][] = [
      ["spec", () => checkSpec(spec ?? resolve(packageRoot, "openapi"))],
      ["style", () => check("@biomejs/biome/bin/biome", "check", packageRoot)],
      ["types", () => check("typescript/bin/tsc", "--pretty", "false", "-p", packageRoot)],
    ];
    const wanted = spec === undefined ? checks : checks.slice(0, 1);
    const results = await Promise.allSettled(wanted.map(([, run]) => run()));
    const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    for (const [index, [name]] of wanted.entries()) {
      console.log(`${name}: ${results[index]?.status === "fulfilled" ? "passed" : "failed"}`);
    }
    const [unexpected] = failures.filter((failure) => !(failure instanceof UserError));
    if (unexpected) throw unexpected;
    if (failures.length > 0) {
      const exitCode = failures.some((failure) => failure.exitCode === 2) ? 2 : 1;
      throw new UserError(failures.map((failure) => failure.message).join("\n"), exitCode);
    }
  },
);

async function checkSpec(folder: string): Promise<void> {
  const warnings = await readLayout(folder).then(lintSpec);
  for (const warning of warnings) console.log(`warning: ${formatProblem(warning)}`);
}

async function check(tool: string, ...args: string[]): Promise<void> {
  const run = await runTool(tool, args);
  if (run.exitCode !== 0) throw new UserError(`${run.stdout}${run.stderr}`.trim(), 1);
}
