import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../src/internal/package-root.ts";
import { UserError } from "../../src/internal/user-error.ts";

/** Folders with their own package.json: benchmark alternatives, other generators, and other runtimes. */
export type Peers = "bench" | "compat" | "runtimes";

/**
 * Returns the path of a module of such a folder.
 *
 * @throws {UserError} Exit code 2, with the command that installs it.
 */
export function peerPath(peers: Peers, name: string): string {
  try {
    return createRequire(join(packageRoot, "scripts", peers, "package.json")).resolve(name);
  } catch (cause) {
    throw notInstalled(peers, name, cause);
  }
}

/** Creates the error for a missing module: exit code 2, with the command that installs it. */
export function notInstalled(peers: Peers, name: string, cause: unknown): UserError {
  const command = `npm ci --ignore-scripts --prefix scripts/${peers}`;
  return new UserError(`${name} is not installed: ${command}`, 2, { cause });
}

/** Loads such a module. */
export function loadPeer(peers: Peers, name: string) {
  return import(pathToFileURL(peerPath(peers, name)).href);
}
