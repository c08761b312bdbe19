import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { runTool } from "./cli/run-node.ts";
import { withScratchFolder } from "./cli/scratch-folder.ts";
import { describeDrift, findDrift, writeFolder } from "./generate/folder.ts";
import { renderApiReports } from "./release/api-reports.ts";

const folder = "test/package/api";

export default await defineCommand(
  import.meta,
  {
    name: "npm run api",
    about: `Records the package's public types in ${folder}, so that each change of them is reviewed.`,
    flags: {
      check: { about: "write nothing; exit with 1 if the types differ from the record" },
    },
  },
  async ({ check }) => {
    const manifest = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
    const reports = await withScratchFolder(async (scratch) => {
      const flags = ["--emitDeclarationOnly", "--sourceMap", "false", "--inlineSources", "false", "--outDir", scratch];
      const run = await runTool("typescript/bin/tsc", ["-p", join(packageRoot, "tsconfig.build.json"), ...flags]);
      if (run.exitCode !== 0) throw new UserError(`The sources do not compile:\n${run.stdout}`.trimEnd(), 1);
      return renderApiReports(manifest, scratch);
    });
    if (!check) {
      const written = describeDrift(await writeFolder(join(packageRoot, folder), reports));
      console.log(written ? `${folder} written: ${written}` : `${folder} is up to date`);
      return;
    }
    const drift = describeDrift(await findDrift(join(packageRoot, folder), reports));
    if (drift)
      throw new UserError(
        `The public types differ from the record: ${drift}. Run \`npm run api\` and review what changes for callers.`,
        1,
      );
    console.log("The public types match the record");
  },
);
