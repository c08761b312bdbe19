import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readReleased } from "../../../scripts/release/released.ts";
import { explainVersion, readReleaseState } from "../../../scripts/release/state.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { defaultSpec, readDocument } from "../../../src/openapi/read-document.ts";

const document = await readDocument(defaultSpec);
const manifest = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));

test("nothing that breaks callers has changed without a version or a changeset that says so", async () => {
  const state = await readReleaseState(packageRoot, document);
  const breaking = state.changes.filter(({ impact }) => impact === "major");
  expect(state.verdict, `${explainVersion(state)}\n${JSON.stringify(breaking, null, 2)}`).not.toBe("breaks");
});

test("description, package, lock file and changelog name one version", async () => {
  const lock = JSON.parse(await readFile(join(packageRoot, "package-lock.json"), "utf8"));
  const changelog = await readFile(join(packageRoot, "CHANGELOG.md"), "utf8");
  expect(document.info.version).toBe(manifest.version);
  expect([lock.version, lock.packages[""].version]).toEqual([manifest.version, manifest.version]);
  expect(/^## (.*)$/m.exec(changelog)?.[1]).toBe(manifest.version);
});

test("the released bundle is of a version that the changelog has", async () => {
  const released = await readReleased(packageRoot);
  const changelog = await readFile(join(packageRoot, "CHANGELOG.md"), "utf8");
  expect(changelog.split(/\r?\n/)).toContain(`## ${released.info.version}`);
});
