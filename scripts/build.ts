import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../src/internal/package-root.ts";
import { settleAll } from "../src/internal/settle-all.ts";
import { UserError } from "../src/internal/user-error.ts";
import { defineCommand } from "./cli/command.ts";
import { runTool } from "./cli/run-node.ts";

export default await defineCommand(
  import.meta,
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
  if (run.exitCode !== 0) throw new UserError(`${config} does not compile:\n${run.stdout}`, 1);
}
