import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";
import { allowedLicences, installScripts, licenceExceptions } from "./licences.ts";

/** A package of a lock file, with its own package.json where it was read too. */
interface Locked {
  name: string;
  version: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  license?: string | { type: string }[];
  inBundle?: boolean;
  /** A folder in place of a package. */
  link?: boolean;
  hasInstallScript?: boolean;
  folder: string;
  own?: { license?: string; licenses?: { type: string }[]; scripts?: Record<string, string> };
}

async function readLocked(lockFile: string): Promise<Locked[]> {
  const { packages } = JSON.parse(await readFile(join(packageRoot, lockFile), "utf8"));
  return Object.entries<Locked>(packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => ({
      ...entry,
      name: path.replace(/.*node_modules\//, ""),
      folder: join(packageRoot, lockFile, "..", path),
    }));
}

/** What is installed says more than the lock file: its scripts as they are, and its licence in its own words. */
async function withOwn(entry: Locked): Promise<Locked> {
  const text = await readFile(join(entry.folder, "package.json"), "utf8").catch(() => undefined);
  return text === undefined ? entry : { ...entry, own: JSON.parse(text) };
}

/** What the package says of itself, or the lock file where it is not installed. Old packages have a list. */
function licenceOf({ own, license }: Locked): string {
  const said = own?.license ?? own?.licenses ?? license ?? "none";
  return typeof said === "string" ? said : said.map(({ type }) => type).join(" OR ");
}

function runsScript({ own, hasInstallScript, folder }: Locked): boolean {
  const scripts = own?.scripts ?? {};
  const builds = existsSync(join(folder, "binding.gyp"));
  return (
    hasInstallScript === true || builds || ["preinstall", "install", "postinstall"].some((name) => name in scripts)
  );
}

/** Where people record what they take. */
const records = "test/package/licences.ts";

const locked = await Promise.all((await readLocked("package-lock.json")).map(withOwn));
// The peers are installed by those who measure: their lock file says the same on every machine.
const peers = ["bench", "compat"].map((folder) => readLocked(`scripts/${folder}/package-lock.json`));
const all = [...locked, ...(await Promise.all(peers)).flat()];

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
    const shown = others.map((entry) => `${entry.name} ${entry.version}: ${licenceOf(entry)}`);
    expect(shown, `A licence that is taken stands in ${records}.`).toEqual([]);
  });

  test("every allowed licence and every exception is in use", () => {
    const used = new Set(all.map(licenceOf));
    const unused = `What is not in use goes from ${records}.`;
    expect(
      allowedLicences.filter((licence) => !used.has(licence)),
      unused,
    ).toEqual([]);
    for (const [name, { licence }] of Object.entries(licenceExceptions)) {
      expect(all.filter((entry) => entry.name === name).map(licenceOf), `${name}: ${unused}`).toContain(licence);
    }
  });

  test("spawndamnit's licence file is the text of MIT, as its exception says", async () => {
    const text = await readFile(join(packageRoot, "node_modules/spawndamnit/LICENSE"), "utf8");
    expect(text).toContain("Permission is hereby granted, free of charge, to any person obtaining a copy");
  });
});

test("no package runs an install script without a stated reason", () => {
  const running = all.filter(runsScript).filter(({ name }) => !(name in installScripts));
  const shown = running.map(({ name, version }) => `${name} ${version}`);
  expect(shown, `A script that is taken stands in ${records}, with the reason.`).toEqual([]);
  const names = new Set(all.map(({ name }) => name));
  const gone = Object.keys(installScripts).filter((name) => !names.has(name));
  expect(gone, `What is not in use goes from ${records}.`).toEqual([]);
});

test("every package of a lock file is held to its content, by a whole SHA-512", () => {
  // What comes inside another package is held by that one's.
  const alone = all.filter(({ inBundle }) => inBundle !== true);
  const loose = alone.filter(({ integrity = "" }) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity));
  expect(loose.map(({ name, version }) => `${name} ${version}`)).toEqual([]);
});

test("no package of a lock file names where it comes from: all come from the registry that npm is set to", () => {
  const elsewhere = all.filter(({ resolved, link }) => resolved !== undefined || link === true);
  expect(
    elsewhere.map(({ name, version, resolved }) => `${name} ${version}: ${resolved}`),
    "Of a registry's package: npm install --package-lock-only --omit-lockfile-registry-resolved. Others are not taken.",
  ).toEqual([]);
});
