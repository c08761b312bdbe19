import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../src/command/command.ts";
import { ExplainedError } from "../src/command/explained-error.ts";
import { packageRoot } from "../src/command/package-root.ts";
import { runTool } from "../src/command/run-node.ts";
import { renderFiles } from "../src/generate/files.ts";
import { writeFolder } from "../src/generate/folder.ts";
import { releasedSpec, renderReleased } from "../src/release/released.ts";
import { setInfoVersion, setLockVersion } from "../src/release/set-version.ts";
import { explainVersion, readReleaseState } from "../src/release/state.ts";
import { loadSpec } from "../src/spec/load.ts";

const at = (path: string) => join(packageRoot, path);

await runCommand(
  {
    name: "npm run release",
    about:
      "Makes the next version of the changesets: package.json, CHANGELOG.md, info.version, generated/, openapi/released.json. " +
      "It commits and publishes nothing.",
    flags: {},
  },
  async () => {
    const state = await readReleaseState(packageRoot, await loadSpec(at("openapi")));
    if (state.changesets.length === 0) {
      throw new ExplainedError(
        "There is nothing to release: add a changeset that asks for a bump (`npx changeset`).",
        1,
      );
    }
    const problem = explainVersion(state);
    if (problem) throw new ExplainedError(problem, 1);

    const run = await runTool("@changesets/cli/bin.js", ["version"]);
    if (run.exitCode !== 0) throw new ExplainedError(`Changesets failed: ${run.stderr.trim() || run.stdout.trim()}`, 2);
    const { version } = JSON.parse(await readFile(at("package.json"), "utf8"));
    await rewrite("openapi/openapi.yaml", (text) => setInfoVersion(text, version));
    await rewrite("package-lock.json", (text) => setLockVersion(text, version));
    const document = await loadSpec(at("openapi"));
    await writeFolder(at("generated"), await renderFiles(document));
    await writeFile(at(releasedSpec), renderReleased(document));
    console.log(`${state.released} -> ${version}. Read CHANGELOG.md, then commit.`);
  },
);

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(at(path), change(await readFile(at(path), "utf8")));
}
