import { existsSync, renameSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { systemErrorCode, UserError } from "../../src/internal/user-error.ts";

/** How a folder differs from the files it should contain. */
export interface Drift {
  changed: string[];
  missing: string[];
  extra: string[];
}

/** Compares `folder` with the files it should contain, without writing. */
export async function findDrift(folder: string, files: ReadonlyMap<string, string>): Promise<Drift> {
  const present = existsSync(folder) ? await readdir(folder) : [];
  const drift: Drift = { changed: [], missing: [], extra: present.filter((name) => !files.has(name)) };
  for (const [name, text] of files) {
    if (!present.includes(name)) drift.missing.push(name);
    else if ((await readText(join(folder, name))) !== text) drift.changed.push(name);
  }
  return drift;
}

/** Formats a drift: `changed a.ts; missing b.ts, c.ts`. Empty if there is none. */
export function describeDrift(drift: Drift): string {
  return Object.entries(drift)
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => `${kind} ${names.join(", ")}`)
    .join("; ");
}

/**
 * Checks that a folder is absent or contains no other file than these, so that replacing it loses nothing.
 *
 * @throws {UserError} Exit code 2, with what else it contains, or why it cannot be read.
 */
export async function needOwnFolder(folder: string, names: readonly string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause) => {
    const code = systemErrorCode(cause);
    if (code === "ENOENT") return [];
    throw new UserError(`Cannot read ${shownPath(folder)} (${code}). Choose another folder.`, 2, { cause });
  });
  const others = entries.filter((entry) => !entry.isFile() || !names.includes(entry.name)).map(({ name }) => name);
  if (others.length === 0) return;
  const some = others.sort().slice(0, 3).join(", ");
  const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
  throw new UserError(
    `${shownPath(folder)} contains ${some}${more}, which would be lost. Move them, or choose another folder.`,
    2,
  );
}

/**
 * Replaces the content of `folder` with exactly these files, atomically: if anything fails, the folder is unchanged.
 * Writes them to temporary files first, then renames; skips files that are already equal.
 *
 * @throws {UserError} Exit code 2 and the path, if it cannot be written.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<Drift> {
  const drift = await findDrift(folder, files);
  const toWrite = [...drift.changed, ...drift.missing];
  const toReplace = [...drift.changed, ...drift.extra];
  if (toWrite.length + toReplace.length === 0) return drift;

  let staging: string | undefined;
  const undo: (() => void)[] = [];
  // Synchronous, so that no signal interrupts between two renames.
  const move = (from: string, to: string) => {
    renameSync(from, to);
    undo.unshift(() => renameSync(to, from));
  };
  try {
    await mkdir(folder, { recursive: true });
    staging = await mkdtemp(join(folder, ".staging-"));
    for (const name of toWrite) await writeFile(join(staging, `new-${name}`), files.get(name) ?? "");
    for (const name of toReplace) move(join(folder, name), join(staging, `old-${name}`));
    for (const name of toWrite) move(join(staging, `new-${name}`), join(folder, name));
  } catch (error) {
    for (const step of undo) step();
    const reason = systemErrorCode(error) ?? String(error);
    throw new UserError(
      `Cannot write ${shownPath(folder)} (${reason}). Check its permissions. Nothing was changed.`,
      2,
      {
        cause: error,
      },
    );
  } finally {
    if (staging) await rm(staging, { recursive: true, force: true });
  }
  return drift;
}

function shownPath(folder: string): string {
  return relative(process.cwd(), folder) || folder;
}

/** Reads a file with LF line ends, whatever the checkout has; undefined if there is no file. */
async function readText(path: string): Promise<string | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text?.replaceAll("\r\n", "\n");
}
