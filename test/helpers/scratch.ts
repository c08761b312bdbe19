import { cp, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";

/** A folder of its own, deleted when the test is done. Its name has a space, as people's folders do. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "suno persona "));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of `openapi/`. */
export async function scratchSpec(): Promise<string> {
  const folder = join(await scratchFolder(), "openapi");
  await cp(join(packageRoot, "openapi"), folder, { recursive: true });
  return folder;
}

/** A copy of all that the commands need, with this checkout's packages. */
export async function scratchCheckout(): Promise<string> {
  const folder = await scratchFolder();
  for (const name of [
    ".changeset",
    "openapi",
    "generated",
    "src",
    "scripts",
    "package.json",
    "redocly.yaml",
    "tsconfig.json",
  ]) {
    // Who measures has packages below scripts/, half a gigabyte of them.
    const filter = (file: string) => !file.endsWith("node_modules");
    await cp(join(packageRoot, name), join(folder, name), { recursive: true, filter });
  }
  await symlink(join(packageRoot, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}
