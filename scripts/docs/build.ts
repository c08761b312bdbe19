import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../src/internal/package-root.ts";
import { settleAll } from "../../src/internal/settle-all.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { renderBundles } from "../generate/files.ts";
import { writeFolder } from "../generate/folder.ts";
import { bundleScript } from "./bundle-script.ts";
import { withContentSecurityPolicy } from "./content-security-policy.ts";
import { renderLlms } from "./machine/llms.ts";
import { renderMarkdown } from "./machine/markdown.ts";
import { renderPage } from "./page/page.ts";
import { renderRedoc } from "./redoc/render.ts";
import { describeApi } from "./reference/describe.ts";

/**
 * Builds the docs: one page that works offline, and the same content for machines.
 *
 * @param folder Output folder. It is replaced atomically.
 */
export async function buildDocs(document: OpenApiDocument, folder: string): Promise<void> {
  await writeFolder(folder, await renderDocs(document));
}

/** Renders the files of the docs, by name. */
export async function renderDocs(document: OpenApiDocument): Promise<Map<string, string>> {
  const api = describeApi(document);
  const [redocScript, script, styles] = await settleAll([
    renderRedoc(document, api.baseUrl),
    bundleScript("main.ts", document),
    readFile(join(packageRoot, "scripts/docs/page/theme.css"), "utf8"),
  ]);
  return new Map([
    ...renderBundles(document),
    ["index.html", withContentSecurityPolicy(renderPage(api, { styles, script, redocScript }))],
    ["index.md", renderMarkdown(api)],
    ["llms.txt", renderLlms(api)],
  ]);
}
