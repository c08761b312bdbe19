import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { expect, inject, test } from "vitest";
import { bundleModule } from "../../scripts/bench/bundle.ts";
import { runNode } from "../../scripts/cli/run-node.ts";
import { listTypedEntries } from "../../scripts/release/api-reports.ts";
import { compareContents } from "../../scripts/release/contents.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { consumerProject } from "../helpers/consumer-project.ts";
import { allowedContents } from "./contents.ts";

test("publint finds nothing", async () => {
  expect((await publint({ pkgDir: packageRoot, strict: true, pack: false })).messages).toEqual([]);
});

const ways = [
  ["the client, in every way", ["."], "strict"],
  ["checks of bodies and fixtures, in every way that knows package.json's exports", ["validate", "fixtures"], "node16"],
  ["what only Node and tests import, as modules", ["node", "mock", "vitest", "contract"], "esm-only"],
] as const;

test.each(ways)("arethetypeswrong finds nothing: %s", async (_, entries, profile) => {
  const manifest = createRequire(import.meta.url).resolve("@arethetypeswrong/cli/package.json");
  const attw = join(dirname(manifest), JSON.parse(await readFile(manifest, "utf8")).bin.attw);
  const args = ["--entrypoints", ...entries, "--profile", profile, "--no-color", "--no-emoji"];
  const run = await runNode(attw, [inject("tarball"), ...args]);
  expect(run.exitCode, run.stdout + run.stderr).toBe(0);
});

test("arethetypeswrong is asked about every entry that has types", async () => {
  const manifest = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  const asked = ways.flatMap(([, entries]) => entries).map((entry) => posix.join(manifest.name, entry));
  expect(asked.sort()).toEqual(
    listTypedEntries(manifest)
      .map(({ specifier }) => specifier)
      .sort(),
  );
});

test("tools can read the package's own package.json", async () => {
  const project = await consumerProject([]);
  const { version } = createRequire(join(project, "use.js"))("suno-persona/package.json");
  expect(version).toBe(JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8")).version);
});

test("the package holds what contents.ts allows, all of src/, and nothing without a source", async () => {
  const options = { cwd: packageRoot, shell: process.platform === "win32" };
  const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], options);
  // npm 10 prints a list, npm 11 an object by package.
  const [report] = Object.values<{ files: { path: string }[] }>(JSON.parse(stdout));
  const files = report?.files.map(({ path }) => path) ?? [];
  expect(compareContents(files, allowedContents)).toEqual({ unlisted: [], missing: [] });

  const sources = files
    .filter((file) => /^dist\/\w+\/(src|generated)\//.test(file))
    .map((file) => file.replace(/^dist\/\w+\//, "").replace(/\.(js|js\.map|d\.ts)$/, ".ts"));
  const own = readdirSync(join(packageRoot, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|json|md)$/.test(file))
    .map((file) => posix.join("src", file.replaceAll("\\", "/")));
  const packed = new Set([...sources, ...files]);
  expect(own.filter((file) => !packed.has(file))).toEqual([]);
  expect([...new Set(sources)].filter((source) => !existsSync(join(packageRoot, source)))).toEqual([]);

  // On npm's site and in node_modules there is no repository: a link must lead to a file of the package.
  for (const readme of files.filter((file) => file.endsWith("README.md"))) {
    const text = await readFile(join(packageRoot, readme), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = ""]) => link);
    const targets = links.map((link) => posix.join(posix.dirname(readme), link));
    expect(targets.filter((target) => !files.includes(target))).toEqual([]);
  }
});

test("importing the package without using it leaves nothing in a bundle", async () => {
  const entry = `import ${JSON.stringify(join(packageRoot, "dist/lib/src/index.js"))};`;
  expect((await bundleModule(entry, { minify: true })).replace(/\/\/#.*|\s/g, "")).toBe("");
});
