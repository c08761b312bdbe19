import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ExplainedError } from "../../src/command/explained-error.ts";
import { packageRoot } from "../../src/command/package-root.ts";

/** The path of a module of `scripts/bench/package.json`. @throws {ExplainedError} with the command that installs it. */
export function peerPath(name: string): string {
  try {
    return createRequire(join(packageRoot, "scripts/bench/package.json")).resolve(name);
  } catch (cause) {
    throw new ExplainedError(`${name} is not installed: npm ci --ignore-scripts --prefix scripts/bench`, 2, { cause });
  }
}

/** A module of `scripts/bench/package.json`, loaded. */
export function loadPeer(name: string) {
  return import(pathToFileURL(peerPath(name)).href);
}
