import { relative } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";
import { describeDrift, findDrift, writeFolder } from "./folder.ts";

/**
 * Makes a folder hold what the spec gives, and prints what was written.
 *
 * @throws {UserError} exit code 2 and the path, where it cannot be written.
 */
export async function placeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const written = describeDrift(await writeFolder(folder, files));
  console.log(written ? `${nameOf(folder)} written: ${written}` : `${nameOf(folder)} is up to date`);
}

/**
 * Compares a folder with what the spec gives, and writes nothing.
 *
 * @throws {UserError} exit code 1, where they differ.
 */
export async function checkFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const name = nameOf(folder);
  const drift = describeDrift(await findDrift(folder, files));
  if (drift) throw new UserError(`${name} differs from the spec: ${drift}. Run \`npm run generate\`.`, 1);
  console.log(`${name} matches the spec`);
}

function nameOf(folder: string): string {
  return relative(process.cwd(), folder) || folder;
}
