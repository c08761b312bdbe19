import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { UserError } from "../../src/internal/user-error.ts";
import { withScratchFolder } from "../cli/scratch-folder.ts";
import { type DocumentedCall, isAnswer } from "./first-call.ts";
import type { Language } from "./language.ts";

const run = promisify(execFile);
const timeoutMs = 60_000;

/** Says why a client cannot be tried on this machine; undefined if it can. */
export async function findMissingTool({ tools }: Language): Promise<string | undefined> {
  for (const { probe, missing } of tools) {
    const [command, ...args] = probe;
    const isThere = await run(command, args, { timeout: timeoutMs }).then(
      () => true,
      () => false,
    );
    if (!isThere) return missing;
  }
  return undefined;
}

/**
 * Follows a client's README in a new project: installs the client and makes its first call to a server.
 *
 * @param files The client's files.
 * @throws {UserError} Exit code 1, if the program fails or does not print the documented response.
 */
export async function tryClient(
  language: Language,
  files: ReadonlyMap<string, string>,
  { call, answer }: DocumentedCall,
  baseUrl: string,
): Promise<void> {
  const { title, client, module, example } = language;
  await withScratchFolder(async (folder) => {
    const program = example.render({ ...call, baseUrl }, files.get(client) ?? "");
    for (const [file, text] of [...installed(language, files), [example.file, program] as const]) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const install = module ? [module.create, module.require(call.packageName)] : [];
    let printed = "";
    for (const [command, ...args] of [...install, ...language.run]) {
      const { stdout } = await run(command, args, { cwd: folder, timeout: timeoutMs }).catch((cause) => {
        // tsc prints its errors on stdout.
        const said = String(cause.stderr || cause.stdout || cause.message).trim();
        throw new UserError(`The first call of the ${title} client fails: ${said}`, 1, { cause });
      });
      printed = stdout;
    }
    if (isAnswer(printed, answer)) return;
    throw new UserError(`The ${title} client did not return the documented response: ${printed.trim()}`, 1);
  });
}

/** Writes the client's files to their paths in a reader's project. */
function installed({ name, client, place, module }: Language, files: ReadonlyMap<string, string>): [string, string][] {
  if (module) return [...files].map(([file, text]) => [join(name, file), text]);
  const code = files.get(client) ?? "";
  return [[place?.(code) ?? client, code]];
}
