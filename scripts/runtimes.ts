import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { manifest } from "../src/internal/manifest.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { defaultSpec, readDocument } from "../src/openapi/read-document.ts";
import { replaceBlock } from "./cli/readme.ts";
import { withScratchFolder } from "./cli/scratch-folder.ts";
import { findFirstCall } from "./languages/first-call.ts";
import { bundleProbe } from "./runtimes/bundles.ts";
import { listRows } from "./runtimes/rows.ts";
import { runtimes } from "./runtimes/runners.ts";
import { startServers } from "./runtimes/servers.ts";
import { renderMatrix, renderOutcome } from "./runtimes/table.ts";
import { type Tried, tryRuntime } from "./runtimes/try-runtime.ts";

const readme = join(packageRoot, "src/client/README.md");

export default await defineCommand(
  import.meta,
  {
    name: "npm run runtimes",
    about: "Runs the client in other runtimes against servers that fail, and compares what it reports.",
    flags: {
      only: { value: "NAME", about: "one runtime" },
      "update-readme": { about: "write the table into src/client/README.md" },
    },
  },
  async ({ only, "update-readme": updateReadme }) => {
    const names = runtimes.map(({ name }) => name);
    if (only !== undefined && !names.includes(only)) {
      throw new UserError(`Unknown runtime "${only}". Choose one of: ${names.join(", ")}.`, 2);
    }
    if (only !== undefined && updateReadme) {
      throw new UserError("--update-readme writes the table of all runtimes. Remove --only.", 2);
    }
    const wanted = runtimes.filter(({ name }) => only === undefined || name === only);
    // Check before starting anything, so that one line says what is missing.
    for (const { need } of wanted) need?.();
    const first = findFirstCall(await readDocument(defaultSpec), manifest.name);
    if (!first) throw new UserError("No operation can be called with only a documented body.", 2);
    const rows = listRows(JSON.stringify(first.answer));
    const tried: Tried[] = [];
    const servers = await startServers(rows);
    try {
      await withScratchFolder(async (folder) => {
        const bundles = await bundleProbe(folder);
        for (const runtime of wanted) {
          const results = await tryRuntime(runtime, rows, servers, bundles, first.call);
          tried.push(results);
          console.log(renderOutcome(rows, results));
        }
      });
    } finally {
      servers.close();
    }
    if (updateReadme) {
      const { dependencies } = JSON.parse(await readFile(join(packageRoot, "scripts/runtimes/package.json"), "utf8"));
      const versions = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
      const note = `\`npm run runtimes\`, ${versions.join(", ")}, ${new Date().toISOString().slice(0, 10)}.`;
      const table = `${renderMatrix(rows, tried)}\n\n${note}`;
      await writeFile(readme, replaceBlock(await readFile(readme, "utf8"), "runtimes", table));
    }
    const failed = tried.filter(({ results }) => results.some(({ expected }) => !expected));
    const summary = `${tried.length - failed.length} of ${tried.length} passed`;
    if (failed.length > 0) throw new UserError(`${summary}; failed: ${failed.map(({ name }) => name).join(", ")}`, 1);
    console.log(summary);
  },
);
