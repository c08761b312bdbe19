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

/** The names of a client's files. @param packageName The name of this package. */
export function nameFiles({ client, module }: Language, packageName: string): string[] {
  return [client, ...(module?.files(packageName).keys() ?? []), "README.md", "REFERENCE.md", "LICENSE"];
}

/**
 * The files of a client in a language, by name: those of `nameFiles()`.
 *
 * @throws {UserError} exit code 1, where the generator refuses the document, with what it says.
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

/** The generator's code, and its list of calls. */
function generateCode(document: OpenApiDocument, generator: string, options: readonly string[]) {
  return withScratchFolder(async (folder) => {
    const source = join(folder, "openapi.json");
    await writeFile(source, JSON.stringify(document));
    // It puts the language's own ending in place of this one.
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
      throw new UserError(`redocly generate-client made no client for ${generator}: ${said}`, 1);
    }
    const files = await readdir(folder);
    const find = (isWanted: (file: string) => boolean) => readFile(join(folder, files.find(isWanted) ?? ""), "utf8");
    return {
      code: await find((file) => /^client\.\w+$/i.test(file)),
      reference: await find((file) => file.endsWith(".md")),
    };
  });
}
