import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { expect, inject, test } from "vitest";
import { bundleModule } from "../../scripts/bench/bundle.ts";
import { packageRoot } from "../../src/command/package-root.ts";
import { runNode } from "../../src/command/run-node.ts";

test("publint finds nothing", async () => {
  expect((await publint({ pkgDir: packageRoot, strict: true, pack: false })).messages).toEqual([]);
});

test("arethetypeswrong finds nothing: the client in every way, mock and contract as modules", async () => {
  const tarball = inject("tarball");
  const manifest = createRequire(import.meta.url).resolve("@arethetypeswrong/cli/package.json");
  const attw = join(dirname(manifest), JSON.parse(await readFile(manifest, "utf8")).bin.attw);
  for (const args of [
    ["--entrypoints", "."],
    ["--entrypoints", "mock", "contract", "--profile", "esm-only"],
  ]) {
    const run = await runNode(attw, [tarball, ...args, "--no-color", "--no-emoji"]);
    expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  }
});

test("the package holds what it exports, and nothing else", async () => {
  const tarball = inject("tarball");
  const { stdout } = await promisify(execFile)("tar", ["-tzf", tarball]);
  const files = stdout
    .trim()
    .split("\n")
    .map((file) => file.replace(/^package\//, ""));
  const allowed = [
    /^(package\.json|README\.md|LICENSE)$/,
    /^generated\/openapi\.(json|yaml)$/,
    /^src\/contract\/report\/report\.schema\.json$/,
    /^openapi\/overlays\/require-key\.overlay\.yaml$/,
    /^dist\/cjs\/package\.json$/,
    /^dist\/(cjs|lib)\/(generated|src)\/.*\.(js|js\.map|d\.ts)$/,
  ];
  expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(files.filter((file) => /^dist\/cjs\/src\/(?!index|validate|client\/)/.test(file))).toEqual([]);
});

test("importing the package without using it leaves nothing in a bundle", async () => {
  const entry = `import ${JSON.stringify(join(packageRoot, "dist/lib/src/index.js"))};`;
  expect((await bundleModule(entry, { minify: true })).replace(/\/\/#.*|\s/g, "")).toBe("");
});
