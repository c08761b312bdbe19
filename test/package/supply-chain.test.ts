import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/command/package-root.ts";
import { allowedLicences, installScripts, licenceExceptions } from "./licences.ts";

/** A package of a lock file, with its own package.json where it is installed on this machine. */
interface Locked {
  name: string;
  version: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  license?: string;
  hasInstallScript?: boolean;
  folder: string;
  own?: { license?: string; licenses?: { type: string }[]; scripts?: Record<string, string> };
}

async function readLocked(lockFile: string): Promise<Locked[]> {
  const { packages } = JSON.parse(await readFile(join(packageRoot, lockFile), "utf8"));
  const entries = Object.entries<Locked>(packages).filter(([path]) => path !== "");
  return Promise.all(
    entries.map(async ([path, entry]) => {
      const folder = join(packageRoot, lockFile, "..", path);
      const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
      const name = path.replace(/.*node_modules\//, "");
      return { ...entry, name, folder, ...(text !== undefined && { own: JSON.parse(text) }) };
    }),
  );
}

/** What the package says of itself, or the lock file where it is not installed. Old packages have a list. */
function licenceOf({ own, license }: Locked): string {
  return own?.license ?? own?.licenses?.map(({ type }) => type).join(" OR ") ?? license ?? "none";
}

function runsScript({ own, hasInstallScript, folder }: Locked): boolean {
  const scripts = own?.scripts ?? {};
  const builds = existsSync(join(folder, "binding.gyp"));
  return (
    hasInstallScript === true || builds || ["preinstall", "install", "postinstall"].some((name) => name in scripts)
  );
}

const locked = await readLocked("package-lock.json");
const all = [...locked, ...(await readLocked("scripts/bench/package-lock.json"))];

test("the client has one runtime dependency, which has none of its own but types", async () => {
  const manifest = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  expect(Object.keys(manifest.dependencies)).toEqual(["openapi-fetch"]);
  const runtime = locked.filter(({ dev, optional }) => !dev && !optional).map(({ name }) => name);
  const peers = Object.keys(manifest.peerDependencies);
  expect(runtime.filter((name) => !peers.includes(name))).toEqual(["openapi-fetch", "openapi-typescript-helpers"]);
});

test("every package is installed here, or is for another kind of machine", () => {
  expect(locked.filter(({ own, optional }) => !own && !optional).map(({ name }) => name)).toEqual([]);
});

describe("licences", () => {
  test("every package has an allowed one, or a stated exception", () => {
    const others = all
      .filter((entry) => !allowedLicences.includes(licenceOf(entry)))
      .filter((entry) => {
        // A package's binaries for one kind of machine each go with it.
        const exception = Object.entries(licenceExceptions).find(
          ([name]) => entry.name === name || entry.name.startsWith(`${name}-`),
        );
        return exception?.[1].licence !== licenceOf(entry);
      });
    expect(others.map((entry) => `${entry.name} ${entry.version}: ${licenceOf(entry)}`)).toEqual([]);
  });

  test("every allowed licence and every exception is in use", () => {
    const used = new Set(all.map(licenceOf));
    expect(allowedLicences.filter((licence) => !used.has(licence))).toEqual([]);
    for (const [name, { licence }] of Object.entries(licenceExceptions)) {
      expect(all.filter((entry) => entry.name === name).map(licenceOf)).toContain(licence);
    }
  });

  test("spawndamnit's licence file is the text of MIT, as its exception says", async () => {
    const text = await readFile(join(packageRoot, "node_modules/spawndamnit/LICENSE"), "utf8");
    expect(text).toContain("Permission is hereby granted, free of charge, to any person obtaining a copy");
  });
});

test("no package runs an install script without a stated reason", () => {
  const running = all.filter(runsScript).filter(({ name }) => !(name in installScripts));
  expect(running.map(({ name, version }) => `${name} ${version}`)).toEqual([]);
  const names = new Set(all.map(({ name }) => name));
  expect(Object.keys(installScripts).filter((name) => !names.has(name))).toEqual([]);
});

test("every package of the lock file is held to its content", () => {
  expect(all.filter(({ integrity }) => !integrity?.startsWith("sha512-")).map(({ name }) => name)).toEqual([]);
});
