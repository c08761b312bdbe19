import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ExplainedError } from "../command/explained-error.ts";
import { packageRoot } from "../command/package-root.ts";
import { withScratchFolder } from "../command/scratch-folder.ts";
import type { OpenApiDocument } from "../spec/document.ts";
import { redocly, redoclyConfig } from "../spec/redocly.ts";
import { withContentSecurityPolicy } from "./content-security-policy.ts";

/**
 * Renders the document with Redocly into one page that works from disk and without network.
 *
 * @param output Path of the HTML file. It is replaced in one step, so that nobody reads half a page.
 */
export function buildDocs(document: OpenApiDocument, output: string): Promise<void> {
  return withScratchFolder(async (scratch) => {
    const bundle = join(scratch, "openapi.json");
    const rendered = join(scratch, "index.html");
    await writeFile(bundle, JSON.stringify(document));
    const run = await redocly(
      "build-docs",
      bundle,
      `--config=${redoclyConfig}`,
      `--template=${join(packageRoot, "src/docs/template.hbs")}`,
      `--output=${rendered}`,
      "--inlineBundle",
    );
    if (run.exitCode !== 0) throw new ExplainedError(`Redocly could not build the docs: ${run.stderr.trim()}`, 1);
    const page = withContentSecurityPolicy(withoutRemoteLogo(await readFile(rendered, "utf8")));
    await mkdir(dirname(output), { recursive: true });
    await writeFile(`${output}.new`, page);
    await rename(`${output}.new`, output);
  });
}

/** Redoc loads its maker's logo from its maker's site. In the page, the name stands in its place. */
function withoutRemoteLogo(page: string): string {
  const text = "<text y='11' font-family='sans-serif' font-size='12'>Redocly</text>";
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='48' height='14'>${text}</svg>`;
  const dataUrl = `data:image/svg+xml,${encodeURIComponent(svg).replaceAll("'", "%27")}`;
  return page.replaceAll(/https:\/\/[\w.]+\/redoc\/logo-mini-full\.svg/g, dataUrl);
}
