import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../src/command/command.ts";
import { ExplainedError } from "../src/command/explained-error.ts";
import { packageRoot } from "../src/command/package-root.ts";
import { runTool } from "../src/command/run-node.ts";
import { settleAll } from "../src/command/settle-all.ts";

await runCommand(
  {
    name: "npm run build",
    about: "Compiles what other teams import: dist/lib for import, dist/cjs for require. `npm pack` calls it.",
    flags: {},
  },
  async () => {
    await settleAll([compile("tsconfig.build.json", "dist/lib"), compile("tsconfig.cjs.json", "dist/cjs")]);
    // The nearest package.json says what kind of modules a folder holds.
    await writeFile(join(packageRoot, "dist/cjs/package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
  },
);

async function compile(config: string, output: string): Promise<void> {
  // tsc leaves what it wrote for files that are gone, and the package would carry it.
  await rm(join(packageRoot, output), { recursive: true, force: true });
  const run = await runTool("typescript/bin/tsc", ["-p", join(packageRoot, config)]);
  if (run.exitCode !== 0) throw new ExplainedError(`${config} does not compile:\n${run.stdout}`, 1);
}
