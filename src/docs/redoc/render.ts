import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ExplainedError } from "../../command/explained-error.ts";
import { packageRoot } from "../../command/package-root.ts";
import { withScratchFolder } from "../../command/scratch-folder.ts";
import type { OpenApiDocument } from "../../spec/document.ts";
import { redocly, redoclyConfig } from "../../spec/redocly.ts";
import { changeRedoc } from "./changes.ts";

/**
 * The module that renders the document with Redoc into the element `#redoc`: Redoc itself and the document, in one.
 * What Redocly renders beforehand is left out, because it shows no operation; the page has its own.
 *
 * @param baseUrl The server that it names.
 * @throws {ExplainedError} where Redocly fails.
 */
export function renderRedoc(document: OpenApiDocument, baseUrl: string): Promise<string> {
  return withScratchFolder(async (scratch) => {
    const bundle = join(scratch, "openapi.json");
    const rendered = join(scratch, "redoc.html");
    // A server that begins with a variable would be shown as a path of the page.
    await writeFile(bundle, JSON.stringify({ ...document, servers: [{ url: baseUrl }] }));
    const run = await redocly(
      "build-docs",
      bundle,
      `--config=${redoclyConfig}`,
      `--template=${join(packageRoot, "src/docs/redoc/template.hbs")}`,
      `--output=${rendered}`,
      "--inlineBundle",
    );
    if (run.exitCode !== 0) throw new ExplainedError(`Redocly could not build the docs: ${run.stderr.trim()}`, 1);
    const [, code] = (await readFile(rendered, "utf8")).match(/<script type="module">([\s\S]*?)<\/script>/) ?? [];
    if (code === undefined) throw new Error("Redocly's page has no module.");
    return changeRedoc(code);
  });
}
