import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs `run` with the path of a new empty folder, and deletes it afterwards. */
export async function withScratchFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  // Synchronous, so that a process started in it runs while the caller continues.
  const folder = mkdtempSync(join(tmpdir(), "scratch-"));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
