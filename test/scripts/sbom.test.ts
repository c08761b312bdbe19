import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";
import { runCommand } from "../helpers/run-command.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";
import { scratchFolder } from "../helpers/scratch.ts";

test("writes CycloneDX of the package and what it brings at run time, and nothing of development", async () => {
  const manifest = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  const file = join(await scratchFolder(), "new", "sbom.json");
  expect(await runScript(scriptPath("sbom"), ["--out", file])).toMatchObject({ exitCode: 0, stderr: "" });

  const sbom = JSON.parse(await readFile(file, "utf8"));
  expect(sbom).toMatchObject({
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    serialNumber: expect.stringMatching(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
    metadata: { component: { type: "library", name: manifest.name, version: manifest.version } },
  });
  const names = sbom.components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(["openapi-fetch", "openapi-typescript-helpers"]);
  for (const component of sbom.components) {
    expect(component, component.name).toMatchObject({
      type: "library",
      purl: `pkg:npm/${component.name}@${component.version}`,
      hashes: [{ alg: "SHA-512", content: expect.stringMatching(/^[\da-f]{128}$/) }],
      licenses: [{ license: { id: "MIT" } }],
    });
  }
  const { "bom-ref": root } = sbom.metadata.component;
  const needs = sbom.dependencies.find(({ ref }: { ref: string }) => ref === root);
  expect(needs.dependsOn).toEqual([`openapi-fetch@${manifest.dependencies["openapi-fetch"]}`]);
});

test("a folder, or a place below a file: exit 2 and one line", async () => {
  const folder = await scratchFolder();
  await writeFile(join(folder, "file"), "");
  for (const [out, reason] of [
    [folder, "EISDIR"],
    [join(folder, "file/sbom.json"), "EEXIST|ENOTDIR"],
    [join(folder, "file/below/sbom.json"), "ENOTDIR"],
  ] as const) {
    const { exitCode, stderr } = await runCommand("sbom", ["--out", out]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(new RegExp(`^Cannot write .* \\((${reason})\\)\\. Check --out: expected a file\\.\n$`));
  }
});
