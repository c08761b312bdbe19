import { join } from "node:path";
import { packageRoot } from "../../src/command/package-root.ts";
import { runNode } from "../../src/command/run-node.ts";
import { unpackBrowser } from "./browser.ts";

/** What is made once before all tests: the package, so that none sees an old one, and the browser, so that no two unpack it. */
export default async function prepare(): Promise<void> {
  await Promise.all([buildPackage(), unpackBrowser()]);
}

async function buildPackage(): Promise<void> {
  const loader = join(packageRoot, "scripts/typescript.mjs").replaceAll(" ", "%20");
  const run = await runNode(join(packageRoot, "scripts/build.ts"), [], { NODE_OPTIONS: `--import="file://${loader}"` });
  if (run.exitCode !== 0) throw new Error(run.stderr);
}
