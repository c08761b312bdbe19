import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../src/internal/package-root.ts";
import { UserError } from "../../src/internal/user-error.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { withScratchFolder } from "../cli/scratch-folder.ts";
import { redocly, redoclyConfig } from "../spec/redocly.ts";

/**
 * Renders `redocly build-docs` of the document as it comes, with our template.
 *
 * @param baseUrl The server to show: Redoc shows one that starts with a variable as a path of the page.
 * @throws {UserError} If Redocly fails.
 */
export function renderRedoclyPage(document: OpenApiDocument, baseUrl: string): Promise<string> {
  return withScratchFolder(async (scratch) => {
    const [spec, page] = [join(scratch, "openapi.json"), join(scratch, "page.html")];
    await writeFile(spec, JSON.stringify({ ...document, servers: [{ url: baseUrl }] }));
    const run = await redocly(
      "build-docs",
      spec,
      `--config=${redoclyConfig}`,
      `--template=${join(packageRoot, "scripts/docs/redocly-page.hbs")}`,
      `--output=${page}`,
      "--inlineBundle",
    );
    if (run.exitCode !== 0) throw new UserError(`Redocly could not build the docs: ${run.stderr.trim()}`, 1);
    return readFile(page, "utf8");
  });
}
