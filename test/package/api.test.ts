import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderApiReport } from "../../scripts/release/api-report.ts";
import { listTypedEntries, renderApiReports } from "../../scripts/release/api-reports.ts";
import { packageRoot } from "../../src/internal/package-root.ts";

const manifest = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
const recorded = join(packageRoot, "test/package/api");
const reports = renderApiReports(manifest, join(packageRoot, "dist/lib"));

test.each([...reports])("what %s records is what the package promises to TypeScript", async (file, report) => {
  const text = await readFile(join(recorded, file), "utf8").catch(() => "");
  expect(text.replaceAll("\r\n", "\n"), "Run `npm run api`, and see what changes for callers.").toBe(report);
});

test("every entry with types has its record, and no other", async () => {
  expect((await readdir(recorded)).sort()).toEqual([...reports.keys()].sort());
});

test("those who require get the same types as those who import", () => {
  const entries = listTypedEntries(manifest).filter(({ specifier }) => {
    const key = specifier.replace(manifest.name, ".");
    return manifest.exports[key].require !== undefined;
  });
  expect(entries).not.toEqual([]);
  for (const { types } of entries) {
    const [imported, required] = ["lib", "cjs"].map((kind) => renderApiReport(join(packageRoot, "dist", kind), types));
    expect(required).toBe(imported);
  }
});

test("no type of another package stands in a public signature", () => {
  for (const [file, report] of reports) expect(report, file).toContain("// Types of other packages: none\n");
});
