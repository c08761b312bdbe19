import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compare } from "semver";
import { expect, test } from "vitest";
import { showChanges } from "../../scripts/release/show-changes.ts";
import { planRelease } from "../../scripts/release/state.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { readDocument } from "../../src/openapi/read-document.ts";
import { changedDocument, releaseCheckout } from "../helpers/release-checkout.ts";
import { capture } from "../helpers/run-command.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";

const { name } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
const files = ["package.json", "package-lock.json", "CHANGELOG.md", "openapi/openapi.yaml", "openapi/released.json"];

async function textsOf(checkout: string): Promise<string[]> {
  return Promise.all(files.map((file) => readFile(join(checkout, file), "utf8")));
}

test("makes the next version everywhere, and of each changeset a line of the changelog", async () => {
  const checkout = await releaseCheckout("addition", "minor");
  const [before] = await textsOf(checkout);
  const run = await runScript(scriptPath("release"), [], { checkout });
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });

  const [manifest = "", lock = "", changelog = "", root = "", released = ""] = await textsOf(checkout);
  const { version } = JSON.parse(manifest);
  expect(compare(version, JSON.parse(before ?? "").version)).toBeGreaterThan(0);
  expect([JSON.parse(lock).version, JSON.parse(lock).packages[""].version]).toEqual([version, version]);
  expect(changelog).toMatch(
    new RegExp(
      `^# .*\n\nWhat a version may change[^#]*\n\n## ${version.replaceAll(".", "\\.")}\n\n### Minor Changes\n\n- What is new`,
    ),
  );
  expect(root).toContain(`\n  version: ${version}\n`);
  const { "x-generated": _, ...present } = JSON.parse(await readFile(join(checkout, "generated/openapi.json"), "utf8"));
  expect(JSON.parse(released)).toEqual({ ...present, "x-released": expect.stringMatching(/ sha256 [\da-f]{64}$/) });
  expect(present.info.version).toBe(version);
  expect(released).toContain('"mood"');
  expect(await readdir(join(checkout, ".changeset"))).not.toContain("new.md");

  expect(await runScript(scriptPath("generate"), ["--check"], { checkout })).toMatchObject({ exitCode: 0 });
  const document = await readDocument(join(checkout, "generated/openapi.json"));
  expect(await capture(() => showChanges(checkout, document))).toMatchObject({
    exitCode: 0,
    stdout: `No changes since ${version}.\n`,
  });
});

test.each([
  ["without a changeset", "words", undefined, undefined, /^Nothing to release\. Add a changeset .*\n$/],
  ["with an empty one", "words", undefined, "---\n---\n", /^Nothing to release\. Add a changeset .*\n$/],
  [
    "with one without a text",
    "words",
    undefined,
    `---\n"${name}": patch\n---\n`,
    /^\.changeset\/new\.md has no changelog entry .*\n$/,
  ],
  [
    "with one that says less than what is new",
    "addition",
    "patch",
    undefined,
    /^The spec has changed without a changeset .*\n$/,
  ],
] as const)("%s: exit 1, one line, and nothing is changed", async (_, change, bump, text, message) => {
  const checkout = await releaseCheckout(change, bump);
  if (text !== undefined) await writeFile(join(checkout, ".changeset/new.md"), text);
  const before = await textsOf(checkout);
  const document = await changedDocument(change);
  const { exitCode, stderr } = await capture(async () => {
    await planRelease(checkout, document);
  });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(message);
  expect(await textsOf(checkout)).toEqual(before);
});

test("without Changesets: exit 2, one line, and nothing is changed", async () => {
  const checkout = await releaseCheckout("addition", "minor");
  const before = await textsOf(checkout);
  const packages = join(checkout, "node_modules");
  await rm(packages);
  await mkdir(packages);
  for (const name of await readdir(join(packageRoot, "node_modules"))) {
    if (name !== "@changesets")
      await symlink(join(packageRoot, "node_modules", name), join(packages, name), "junction");
  }
  expect(await runScript(scriptPath("release"), [], { checkout })).toMatchObject({
    exitCode: 2,
    stderr: "@changesets/cli is not installed. Run `npm ci`.\n",
  });
  expect(await textsOf(checkout)).toEqual(before);
});
