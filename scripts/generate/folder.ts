import { existsSync, renameSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { systemErrorCode, UserError } from "../../src/internal/user-error.ts";

/** How a folder differs from the files that it should hold. */
export interface Drift {
  changed: string[];
  missing: string[];
  extra: string[];
}

/** Compares `folder` with the files that it should hold, without writing. */
export async function findDrift(folder: string, files: ReadonlyMap<string, string>): Promise<Drift> {
  const present = existsSync(folder) ? await readdir(folder) : [];
  const drift: Drift = { changed: [], missing: [], extra: present.filter((name) => !files.has(name)) };
  for (const [name, text] of files) {
    if (!present.includes(name)) drift.missing.push(name);
    else if ((await readText(join(folder, name))) !== text) drift.changed.push(name);
  }
  return drift;
}

/** A drift in words: `changed a.ts; missing b.ts, c.ts`. Empty where there is none. */
export function describeDrift(drift: Drift): string {
  return Object.entries(drift)
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => `${kind} ${names.join(", ")}`)
    .join("; ");
}

/**
 * Makes sure that a folder may be made to hold files of these names and nothing else: it is absent, or holds no more.
 *
 * @throws {UserError} exit code 2, with what else it holds, or why it cannot be read.
 */
export async function needOwnFolder(folder: string, names: readonly string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause) => {
    const code = systemErrorCode(cause);
    if (code === "ENOENT") return [];
    throw new UserError(`${shownPath(folder)} cannot be read (${code}): name another folder.`, 2, { cause });
  });
  const others = entries.filter((entry) => !entry.isFile() || !names.includes(entry.name)).map(({ name }) => name);
  if (others.length === 0) return;
  const some = others.sort().slice(0, 3).join(", ");
  const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
  throw new UserError(
    `${shownPath(folder)} holds ${some}${more}, which would be lost: move that away, or name another folder.`,
    2,
  );
}

/**
 * Makes `folder` hold exactly these files: all of them or, where something fails, what it held before. They are written
 * beside each other first, then moved into place; files that are the same already are left alone.
 *
 * @throws {UserError} exit code 2 and the path, where it cannot be written.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<Drift> {
  const drift = await findDrift(folder, files);
  const toWrite = [...drift.changed, ...drift.missing];
  const toReplace = [...drift.changed, ...drift.extra];
  if (toWrite.length + toReplace.length === 0) return drift;

  let staging: string | undefined;
  const undo: (() => void)[] = [];
  // Synchronous: no signal comes between two moves.
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
      `${shownPath(folder)} cannot be written (${reason}): check its permissions. Nothing was changed.`,
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

/** The text of a file, whatever the line ends of the checkout; undefined where there is no file to read. */
async function readText(path: string): Promise<string | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text?.replaceAll("\r\n", "\n");
}
