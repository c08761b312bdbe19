import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { releaseCheckout } from "../helpers/release-checkout.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";

/** Runs `npm run diff` in a checkout with a change, and with a changeset where a bump is given. */
async function diff(...given: Parameters<typeof releaseCheckout>) {
  return runScript(scriptPath("diff"), [], { checkout: await releaseCheckout(...given) });
}

test("no change: exit 0", async () => {
  const { exitCode, stdout, stderr } = await diff("none");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^Nothing has changed since \d+\.\d+\.\d+\.\n$/);
});

describe("a breaking change", () => {
  test("without a changeset: exit 1, what breaks, the bump, and one line with what to do", async () => {
    const { exitCode, stdout, stderr } = await diff("breaking");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^major {2}#\/paths\/.*\/properties\/name {2}.*`maxLength`.*\nSince .*: needs m\w+or, .*\n$/,
    );
    expect(stderr).toMatch(
      /^The description has changed in a way that breaks callers since .* Add a changeset with .*\n$/,
    );
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
  const { exitCode, stderr } = await runScript(scriptPath("diff"), ["--base", "nowhere.json"]);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: "nowhere.json cannot be read (ENOENT): check the path.\n",
  });
});

test("a description that does not hold: exit 1 and file and place", async () => {
  const folder = join(await releaseCheckout("none"), "nowhere");
  expect(await runScript(scriptPath("diff"), ["--spec", folder])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/openapi\.yaml:1:1 {2}The file is missing/),
  });
});
