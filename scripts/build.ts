import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runCommand } from "../src/command/command.ts";
import { ExplainedError } from "../src/command/explained-error.ts";
import { packageRoot } from "../src/command/package-root.ts";
import { runNode } from "../src/command/run-node.ts";

await runCommand(
  {
    name: "npm run build",
    about: "Compiles what other teams import into dist/lib. `npm pack` and `npm publish` call it.",
    flags: {},
  },
  async () => {
    // tsc leaves what it wrote for files that are gone, and the package would carry it.
    await rm(join(packageRoot, "dist/lib"), { recursive: true, force: true });
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    const run = await runNode(tsc, ["-p", join(packageRoot, "tsconfig.build.json")]);
    if (run.exitCode !== 0) throw new ExplainedError(`The package does not compile:\n${run.stdout}`, 1);
  },
);
