import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { setInfoVersion, setLockVersion } from "../../../scripts/release/set-version.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";

test("info.version changes, and not a byte else: not comments, quotes or another `version`", () => {
  const text = "# Ours\nversion: 9\ninfo:\n  title: 'A'\n  version: 0.1.0 # the package's\npaths: {version: 0.1.0}\n";
  expect(setInfoVersion(text, "0.2.0")).toBe(text.replace("0.1.0 #", "0.2.0 #"));
});

test("a description without info.version is refused", () => {
  expect(() => setInfoVersion("info: {}\n", "0.2.0")).toThrow("no info.version");
});

test("package-lock.json changes in its two versions of the package itself, as npm would write it", async () => {
  const text = (await readFile(join(packageRoot, "package-lock.json"), "utf8")).replaceAll("\r\n", "\n");
  const { version } = JSON.parse(text);
  const changed = setLockVersion(text, "7.8.9");
  expect(changed.match(/"version": "7\.8\.9"/g)).toHaveLength(2);
  expect(changed.replaceAll('"version": "7.8.9"', `"version": "${version}"`)).toBe(text);
});
