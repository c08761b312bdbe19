import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemErrorCode, UserError } from "../../src/internal/user-error.ts";
import { parseYaml } from "../../src/openapi/parse-yaml.ts";
import type { Bump } from "./version.ts";

/**
 * Reads the bumps of the changesets in `folder`, by file name; a changeset may have none.
 *
 * @throws {UserError} Exit code 1, if a file is not a changeset of the package; 2, if there is no such folder.
 */
export async function readChangesets(folder: string, packageName: string): Promise<Map<string, Bump | undefined>> {
  const files = await readdir(folder).catch((cause: unknown) => {
    const reason = systemErrorCode(cause) ?? cause;
    throw new UserError(`Cannot read .changeset (${reason}). Restore it from the repository.`, 2, { cause });
  });
  const names = files.filter((name) => name.endsWith(".md") && name !== "README.md").sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => {
        const text = await readFile(join(folder, name), "utf8");
        return [name, parseChangeset(text, name, packageName)] as const;
      }),
    ),
  );
}

/**
 * Reads the bump of a changeset: YAML between two lines of dashes, then the changelog entry.
 *
 * @param name The file's name, for the error.
 * @throws {UserError} If it has no such header, names another package or bump, or has a bump without an entry.
 */
export function parseChangeset(text: string, name: string, packageName: string): Bump | undefined {
  const [whole = "", head] = /^---\r?\n([\s\S]*?)\r?\n?---(?:\r?\n|$)/.exec(text) ?? [];
  const refuse = (problem: string) =>
    new UserError(`.changeset/${name} ${problem}. Write it with \`npx changeset\`.`, 1);
  if (head === undefined) throw refuse("does not start with a package and a bump between two lines of dashes");
  const { document, problem } = parseYaml(head);
  if (problem) throw refuse(`does not parse in line ${problem.line + 1}`);
  const entries = Object.entries<unknown>(document.toJS() ?? {});
  const [foreign] = entries.filter(([key]) => key !== packageName);
  if (foreign) throw refuse(`names ${foreign[0]}, which is not this package`);
  const bump = entries[0]?.[1];
  if (bump === undefined || bump === "none") return undefined;
  if (bump !== "patch" && bump !== "minor" && bump !== "major")
    throw refuse(`has the bump "${bump}", which is not patch, minor or major`);
  if (text.slice(whole.length).trim() === "") throw refuse("has no changelog entry below its header");
  return bump;
}
