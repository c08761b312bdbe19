import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { runTool } from "./cli/run-node.ts";
import { renderFiles } from "./generate/files.ts";
import { writeFolder } from "./generate/folder.ts";
import { keepHead } from "./release/changelog.ts";
import { releasedSpec, renderReleased } from "./release/released.ts";
import { setInfoVersion, setLockVersion } from "./release/set-version.ts";
import { planRelease } from "./release/state.ts";
import { loadSpec } from "./spec/load.ts";

const at = (path: string) => join(packageRoot, path);

export default await defineCommand(
  import.meta,
  {
    name: "npm run release",
    about:
      "Prepares the next version from the changesets: package.json, CHANGELOG.md, info.version, generated/, openapi/released.json. " +
      "Commits and publishes nothing.",
    flags: {},
  },
  async () => {
    const { released } = await planRelease(packageRoot, await loadSpec(at("openapi")));
    const changelog = await readFile(at("CHANGELOG.md"), "utf8");
    const run = await runTool("@changesets/cli/bin.js", ["version"]);
    if (run.exitCode !== 0) throw new UserError(`Changesets failed: ${run.stderr.trim() || run.stdout.trim()}`, 2);
    await rewrite("CHANGELOG.md", (text) => keepHead(changelog, text));
    const { version } = JSON.parse(await readFile(at("package.json"), "utf8"));
    await rewrite("openapi/openapi.yaml", (text) => setInfoVersion(text, version));
    await rewrite("package-lock.json", (text) => setLockVersion(text, version));
    const document = await loadSpec(at("openapi"));
    await writeFolder(at("generated"), await renderFiles(document));
    await writeFile(at(releasedSpec), renderReleased(document));
    console.log(`${released} -> ${version}. Read CHANGELOG.md, then commit.`);
  },
);

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(at(path), change(await readFile(at(path), "utf8")));
}
