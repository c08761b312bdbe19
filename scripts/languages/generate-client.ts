import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../src/internal/package-root.ts";
import { UserError } from "../../src/internal/user-error.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { defaultServerUrl } from "../../src/openapi/server-url.ts";
import { withScratchFolder } from "../cli/scratch-folder.ts";
import { redocly } from "../spec/redocly.ts";
import type { DocumentedCall } from "./first-call.ts";
import type { Language } from "./language.ts";
import { renderReadme } from "./readme.ts";

/** Returns the names of a client's files. @param packageName The name of this package. */
export function nameFiles({ client, module }: Language, packageName: string): string[] {
  return [client, ...(module?.files(packageName).keys() ?? []), "README.md", "REFERENCE.md", "LICENSE"];
}

/**
 * Generates the files of a client, by name: those of `nameFiles()`.
 *
 * @throws {UserError} Exit code 1 and the generator's message, if it rejects the document.
 */
export async function generateClient(
  document: OpenApiDocument,
  language: Language,
  first: DocumentedCall | undefined,
  packageName: string,
): Promise<Map<string, string>> {
  const { name, client, options = [], module, example } = language;
  const { code, reference } = await generateCode(document, name, options);
  const firstCall = first && example.render({ ...first.call, baseUrl: defaultServerUrl(document) }, code);
  const files = new Map([
    [client, code],
    ...(module?.files(packageName) ?? []),
    ["REFERENCE.md", reference],
    ["LICENSE", await readFile(join(packageRoot, "LICENSE"), "utf8")],
  ]);
  return files.set("README.md", renderReadme(document, language, files, packageName, firstCall));
}

/** Generates the code and its list of calls. */
function generateCode(document: OpenApiDocument, generator: string, options: readonly string[]) {
  return withScratchFolder(async (folder) => {
    const source = join(folder, "openapi.json");
    await writeFile(source, JSON.stringify(document));
    // The generator replaces the ending with the language's own.
    const output = join(folder, "client.ts");
    const run = await redocly(
      "generate-client",
      source,
      `--generator=${generator}`,
      `--output=${output}`,
      "--docs",
      ...options,
    );
    if (run.exitCode !== 0) {
      const said = `${run.stdout}${run.stderr}`.trim().split("\n").at(-1);
      throw new UserError(`redocly generate-client wrote no client for ${generator}: ${said}`, 1);
    }
    const files = await readdir(folder);
    const find = (isWanted: (file: string) => boolean) => readFile(join(folder, files.find(isWanted) ?? ""), "utf8");
    return {
      code: await find((file) => /^client\.\w+$/i.test(file)),
      reference: await find((file) => file.endsWith(".md")),
    };
  });
}
