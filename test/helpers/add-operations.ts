import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../src/internal/package-root.ts";

/** Adds the operations of a folder of `test/fixtures/` to a copy of `openapi/`, as a person would: files, and their paths. */
export async function addOperations(spec: string, fixture: string): Promise<void> {
  const from = join(packageRoot, "test/fixtures", fixture);
  for (const folder of ["paths", "components"]) {
    await cp(join(from, folder), join(spec, folder), { recursive: true }).catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
  const root = join(spec, "openapi.yaml");
  const paths = await readFile(join(from, "paths.yaml"), "utf8");
  await writeFile(
    root,
    (await readFile(root, "utf8")).replace("\ncomponents:", () => `\n${paths}components:`),
  );
}
