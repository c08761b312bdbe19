import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { settleAll } from "../src/internal/settle-all.ts";
import { UserError } from "../src/internal/user-error.ts";
import { runTool } from "./cli/run-node.ts";

export default await defineCommand(
  import.meta,
  {
    name: "npm run build",
    about: "Compiles the package: dist/lib for import, dist/cjs for require. `npm pack` runs it.",
    flags: {},
  },
  async () => {
    await settleAll([compile("tsconfig.build.json", "dist/lib"), compile("tsconfig.cjs.json", "dist/cjs")]);
    // The nearest package.json sets the module kind of a folder.
    await writeFile(join(packageRoot, "dist/cjs/package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
  },
);

async function compile(config: string, output: string): Promise<void> {
  // tsc keeps the output of deleted files, and the package would ship it.
  await rm(join(packageRoot, output), { recursive: true, force: true });
  const run = await runTool("typescript/bin/tsc", ["-p", join(packageRoot, config)]);
  if (run.exitCode !== 0) throw new UserError(`${config} does not compile:\n${run.stdout}`, 1);
}
