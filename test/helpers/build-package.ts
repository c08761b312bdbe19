import { join } from "node:path";
import { packageRoot } from "../../src/command/package-root.ts";
import { runNode } from "../../src/command/run-node.ts";

/** Builds the package once before all tests, so that those that use it as other teams do never see an old one. */
export default async function buildPackage(): Promise<void> {
  const loader = join(packageRoot, "scripts/typescript.mjs");
  const run = await runNode(join(packageRoot, "scripts/build.ts"), [], {
    NODE_OPTIONS: `--import="file://${loader.replaceAll(" ", "%20")}"`,
  });
  if (run.exitCode !== 0) throw new Error(run.stderr);
}
