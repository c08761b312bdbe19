import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { showChanges } from "../../scripts/release/show-changes.ts";
import { changedDocument, releaseCheckout } from "../helpers/release-checkout.ts";
import { capture, runCommand } from "../helpers/run-command.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";
import { scratchFolder } from "../helpers/scratch.ts";

/** What `npm run diff` shows in a checkout with a change, and with a changeset where a bump is given. */
async function diff(...given: Parameters<typeof releaseCheckout>) {
  const checkout = await releaseCheckout(...given);
  const document = await changedDocument(given[0]);
  return capture(() => showChanges(checkout, document));
}

test("no change: exit 0", async () => {
  const { exitCode, stdout, stderr } = await diff("none");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^No changes since \d+\.\d+\.\d+\.\n$/);
});

describe("a breaking change", () => {
  // In a process of its own, as people run it.
  test("without a changeset: exit 1, what breaks, the bump, and one line with what to do", async () => {
    const checkout = await releaseCheckout("breaking");
    const { exitCode, stdout, stderr } = await runScript(scriptPath("diff"), [], { checkout });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^major {2}#\/paths\/.*\/properties\/name {2}.*`maxLength`.*\nSince .*: needs m\w+or, .*\n$/,
    );
    expect(stderr).toMatch(/^The spec has changed in a way that breaks callers since .* Add a changeset with .*\n$/);
  });

  test("with a changeset that says so: exit 0", async () => {
    expect(await diff("breaking", "major")).toMatchObject({ exitCode: 0, stderr: "" });
  });
});

test("a change that breaks nobody may wait for its changeset: exit 0, with the bump that it needs", async () => {
  const { exitCode, stdout, stderr } = await diff("addition");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toContain(": needs minor, ");
  expect(stdout).toContain("Add a changeset with `minor`");
});

test("a base that cannot be read: exit 2 and its name", async () => {
  const { exitCode, stderr } = await runCommand("diff", ["--base", "nowhere.json"]);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: "Cannot read nowhere.json (ENOENT). Check the path.\n",
  });
});

test("no folder of changesets: exit 2 and one line", async () => {
  const checkout = await releaseCheckout("none");
  await rm(join(checkout, ".changeset"), { recursive: true });
  const document = await changedDocument("none");
  expect(await capture(() => showChanges(checkout, document))).toMatchObject({
    exitCode: 2,
    stderr: "Cannot read .changeset (ENOENT). Restore it from the repository.\n",
  });
});

test("a copy of the present bundle over the released one: exit 1 and one line, not a clean bill", async () => {
  const checkout = await releaseCheckout("breaking");
  await copyFile(join(checkout, "generated/openapi.json"), join(checkout, "openapi/released.json"));
  const document = await changedDocument("breaking");
  const { exitCode, stdout, stderr } = await capture(() => showChanges(checkout, document));
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toMatch(/^openapi\/released\.json was edited, and only `npm run release` may write it\. .*\n$/);
});

test("a file where the description's folder is wanted: exit 2, and that it is one", async () => {
  expect(await runCommand("diff", ["--spec", "generated/openapi.json"])).toMatchObject({
    exitCode: 2,
    stderr: "Expected a directory that contains openapi.yaml; generated/openapi.json is a file.\n",
  });
});

test("a description that does not hold: exit 1 and file and place", async () => {
  const folder = join(await scratchFolder(), "nowhere");
  expect(await runCommand("diff", ["--spec", folder])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/openapi\.yaml:1:1 {2}The file is missing/),
  });
});
