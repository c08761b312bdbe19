import { createRequire } from "node:module";
import { join } from "node:path";
import { packageRoot } from "../../src/command/package-root.ts";
import { runNode } from "../../src/command/run-node.ts";

/** Compiles the package once before all tests, so that those that use it as other teams do never see an old one. */
export default async function buildPackage(): Promise<void> {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const run = await runNode(tsc, ["-p", join(packageRoot, "tsconfig.build.json")]);
  if (run.exitCode !== 0) throw new Error(`The package does not compile:\n${run.stdout}`);
}
