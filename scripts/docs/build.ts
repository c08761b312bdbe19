import { settleAll } from "../../src/internal/settle-all.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { renderBundles } from "../generate/files.ts";
import { writeFolder } from "../generate/folder.ts";
import { bundleScript } from "./bundle-script.ts";
import { withContentSecurityPolicy } from "./content-security-policy.ts";
import { renderLlms } from "./machine/llms.ts";
import { renderMarkdown } from "./machine/markdown.ts";
import { renderPage } from "./page/page.ts";
import { readFont, readStyles } from "./page/styles.ts";
import { renderRedoclyPage } from "./redocly-page.ts";
import { describeApi } from "./reference/describe.ts";

/**
 * Builds the docs: our page, Redocly's, and the same content for machines.
 *
 * @param folder Output folder. It is replaced atomically.
 */
export async function buildDocs(document: OpenApiDocument, folder: string): Promise<void> {
  await writeFolder(folder, await renderDocs(document));
}

/** Renders the files of the docs, by name. */
export async function renderDocs(document: OpenApiDocument): Promise<Map<string, string>> {
  const api = describeApi(document);
  const [redoclyPage, headScript, script, styles, font] = await settleAll([
    renderRedoclyPage(document, api.baseUrl),
    bundleScript("head.ts"),
    bundleScript("main.ts", document),
    readStyles(),
    readFont(),
  ]);
  const page = renderPage(api, { headScript, script, styles, font });
  return new Map([
    ...renderBundles(document),
    ["index.html", withContentSecurityPolicy(page, { calls: true })],
    ["reference.html", withContentSecurityPolicy(redoclyPage, { runtimeStyles: true })],
    ["index.md", renderMarkdown(api)],
    ["llms.txt", renderLlms(api)],
  ]);
}
