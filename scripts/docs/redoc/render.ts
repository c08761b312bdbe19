import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { UserError } from "../../../src/internal/user-error.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { withScratchFolder } from "../../cli/scratch-folder.ts";
import { redocly, redoclyConfig } from "../../spec/redocly.ts";
import { changeRedoc } from "./changes.ts";

/**
 * Returns a module that contains Redoc and the document, and renders it into the element `#redoc`. Redocly's prerendered
 * HTML is dropped, because it shows no operation; the page has its own.
 *
 * @param baseUrl The server to show: Redoc shows one that starts with a variable as a path of the page.
 * @throws {UserError} If Redocly fails.
 */
export async function renderRedoc(document: OpenApiDocument, baseUrl: string): Promise<string> {
  const [before, after] = await loadModule();
  // Escaped, because a tag in a description must not end the script.
  const data = JSON.stringify({ ...document, servers: [{ url: baseUrl }] }).replaceAll("<", "\\u003c");
  return before + data + after;
}

let loaded: Promise<[before: string, after: string]> | undefined;

/**
 * Returns the parts of Redoc's module around the document. They are the same for every document; a process creates them
 * once. Call it early while waiting for something else.
 */
export function loadModule(): Promise<[before: string, after: string]> {
  loaded ??= buildModule();
  return loaded;
}

function buildModule(): Promise<[before: string, after: string]> {
  return withScratchFolder(async (scratch) => {
    const empty = join(scratch, "openapi.json");
    const rendered = join(scratch, "redoc.html");
    await writeFile(empty, JSON.stringify({ openapi: "3.1.0", info: { title: "", version: "" }, paths: {} }));
    const run = await redocly(
      "build-docs",
      empty,
      `--config=${redoclyConfig}`,
      `--template=${join(packageRoot, "scripts/docs/redoc/template.hbs")}`,
      `--output=${rendered}`,
      "--inlineBundle",
    );
    if (run.exitCode !== 0) throw new UserError(`Redocly could not build the docs: ${run.stderr.trim()}`, 1);
    const [, code = ""] = (await readFile(rendered, "utf8")).match(/<script type="module">([\s\S]*?)<\/script>/) ?? [];
    const parts = changeRedoc(code).split(/(?<=__redoc_definition = )\{.*\}(?=;)/);
    if (parts.length !== 2) throw new Error("Redocly's page has no module with one document.");
    return parts as [string, string];
  });
}
