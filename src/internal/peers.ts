import { createRequire } from "node:module";
import { join } from "node:path";
import { isInRange } from "./range.ts";
import { type PeerName, supportedPeers } from "./supported-peers.ts";
import { UserError } from "./user-error.ts";

const require = createRequire(import.meta.url);

/** Optional peers are missing or have unsupported versions. */
export class MissingPeersError extends UserError {
  /** What to install: `yaml@2.9.1`. */
  readonly packages: readonly string[];

  constructor(message: string, packages: readonly string[]) {
    super(message, 2);
    this.packages = packages;
  }
}

/**
 * Checks optional peers before anything imports them. If one is missing, Node's own error would name a file of this package
 * without saying what to do; and another package may have installed an unsupported version.
 *
 * @param who What needs them, as the start of a sentence.
 * @throws {UserError} Exit code 2, with one command that installs all missing or unsupported peers.
 */
export function needPeers(who: string, names: readonly PeerName[]): void {
  const wanted = names.filter((name) => !isUsable(name));
  if (wanted.length === 0) return;
  const found = wanted.map((name) => [name, versionOf(name)] as const).filter(([, version]) => version !== undefined);
  const but = found.length > 0 ? ` (unsupported: ${found.map((entry) => entry.join(" ")).join(", ")})` : "";
  const packages = wanted.map((name) => `${name}@${supportedPeers[name].tested}`);
  const error = new MissingPeersError(
    `${who} needs optional packages${but}: npm install --save-dev ${packages.join(" ")}`,
    packages,
  );
  // Node and test runners print the stack, which would point into this package.
  error.stack = `${error.name}: ${error.message}`;
  throw error;
}

/** Whether all of these peers are installed in supported versions. */
export function hasPeers(names: readonly PeerName[]): boolean {
  return names.every(isUsable);
}

function isUsable(name: PeerName): boolean {
  const version = versionOf(name);
  return version !== undefined && isInRange(version, supportedPeers[name].works);
}

/** Returns the version that this package would load, or undefined if there is none. */
function versionOf(name: PeerName): string | undefined {
  const manifest = findManifest(name);
  return manifest && require(manifest).version;
}

function findManifest(name: PeerName): string | undefined {
  const resolve = (request: string) => {
    try {
      return require.resolve(request);
    } catch {
      return undefined;
    }
  };
  const own = resolve(`${name}/package.json`);
  if (own !== undefined) return own;
  // Where a package's exports leave out its package.json, it is above its entry.
  const root = new RegExp(`^.*[\\\\/]node_modules[\\\\/]${name}[\\\\/]`).exec(resolve(name) ?? "")?.[0];
  return root && join(root, "package.json");
}
