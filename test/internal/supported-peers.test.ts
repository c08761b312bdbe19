import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";
import { hasPeers, needPeers } from "../../src/internal/peers.ts";
import { isInRange } from "../../src/internal/range.ts";
import { type PeerName, supportedPeers } from "../../src/internal/supported-peers.ts";

const manifest = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
const names = Object.keys(supportedPeers) as PeerName[];

test("every peer is optional and open to any version, so that npm refuses none", () => {
  expect(Object.keys(manifest.peerDependencies).sort()).toEqual(names.toSorted());
  for (const name of names) {
    expect(manifest.peerDependencies[name], name).toBe("*");
    expect(manifest.peerDependenciesMeta[name], name).toEqual({ optional: true });
  }
});

test("the version that people are told to install is the one that the tests run with", () => {
  for (const name of names) {
    const { tested, works } = supportedPeers[name];
    expect(manifest.devDependencies[name], name).toBe(tested);
    expect(isInRange(tested, works), `${name} ${tested} in ${works}`).toBe(true);
  }
});

test("README lists the supported versions", async () => {
  const readme = await readFile(join(packageRoot, "README.md"), "utf8");
  for (const name of names)
    expect(readme).toContain(`| \`${name}\` | ${supportedPeers[name].works.replaceAll("||", "or")} |`);
});

test("what is installed here will do", () => {
  expect(() => needPeers("The test", names)).not.toThrow();
  expect(hasPeers(names)).toBe(true);
});
