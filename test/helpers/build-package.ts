import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { runNode } from "../../scripts/cli/run-node.ts";
import { packageRoot } from "../../src/internal/package-root.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The packed package, as `npm publish` would send it. */
    tarball: string;
  }
}

/** Builds and packs the package once before all tests of it, so that none sees an old one. The returned function clears up. */
export default async function prepare({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "package-"));
  await buildPackage();
  provide("tarball", await packPackage(folder));
  return () => rm(folder, { recursive: true, force: true });
}

async function buildPackage(): Promise<void> {
  const loader = pathToFileURL(join(packageRoot, "scripts/typescript.mjs")).href;
  const run = await runNode(join(packageRoot, "scripts/build.ts"), [], { NODE_OPTIONS: `--import="${loader}"` });
  if (run.exitCode !== 0) throw new Error(run.stderr);
}

async function packPackage(folder: string): Promise<string> {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await promisify(execFile)("npm", args, { cwd: packageRoot, shell: process.platform === "win32" });
  // npm 10 prints a list, npm 11 an object by package.
  const report = JSON.parse(stdout);
  const [{ filename }] = Array.isArray(report) ? report : Object.values(report);
  return join(folder, filename);
}
