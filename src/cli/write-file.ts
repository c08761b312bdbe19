import { writeFile } from "node:fs/promises";
import { UserError } from "../internal/user-error.ts";

/**
 * Writes a text to a file.
 *
 * @param advice What to do where that fails: `Check --out.`
 * @param flag `a` adds the text to what the file has. @default "w"
 * @throws {UserError} Exit code 2, if the file cannot be written.
 */
export async function writeText(file: string, text: string, advice: string, flag: "w" | "a" = "w"): Promise<void> {
  await writeFile(file, text, { flag }).catch((cause: Error) => {
    throw new UserError(`Cannot write ${file} (${cause.message}). ${advice}`, 2, { cause });
  });
}
