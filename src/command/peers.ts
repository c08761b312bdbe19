import { createRequire } from "node:module";
import { ExplainedError, systemErrorCode } from "./explained-error.ts";
import { manifest } from "./manifest.ts";

const require = createRequire(import.meta.url);

/**
 * Makes sure that optional peers are there, before what imports them is loaded: where one is missing, Node's own error
 * would name a file of this package and not say what to do.
 *
 * @param who What needs them, as a sentence begins.
 * @throws {ExplainedError} exit code 2, with one command that installs all that are missing or of another major version.
 */
export function needPeers(who: string, names: readonly string[]): void {
  const missing = names.filter((name) => !isUsable(name));
  if (missing.length === 0) return;
  const wanted = missing.map((name) => `${name}@${manifest.peerDependencies[name]}`);
  const error = new ExplainedError(`${who} needs optional packages: npm install --save-dev ${wanted.join(" ")}`, 2);
  // Node and test runners print the stack, which would lead into this package.
  error.stack = `${error.name}: ${error.message}`;
  throw error;
}

/** Whether all of these peers are there. */
export function hasPeers(names: readonly string[]): boolean {
  return names.every(isUsable);
}

/** A version of another major is often there by chance, because some other package wants it. */
function isUsable(name: string): boolean {
  try {
    const { version } = require(`${name}/package.json`);
    return major(version) === major(manifest.peerDependencies[name]);
  } catch (error) {
    // A package that does not show its package.json is there all the same.
    return systemErrorCode(error) === "ERR_PACKAGE_PATH_NOT_EXPORTED";
  }
}

/** `4` of `4.1.12` and of `^4.0.0`. */
function major(version = ""): string | undefined {
  return /\d+/.exec(version)?.[0];
}
