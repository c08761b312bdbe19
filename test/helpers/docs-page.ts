import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { launchBrowser } from "../../scripts/cli/launch-browser.ts";
import { buildDocs } from "../../scripts/docs/build.ts";
import { renderPage } from "../../scripts/docs/page/page.ts";
import type { ApiReference } from "../../scripts/docs/reference/describe.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { readPersonaDocument } from "../openapi/persona-document.ts";

/** Where pictures of the page go, for people to look at. */
export const screenshots = join(packageRoot, "dist/screenshots");

/** The docs of a document, this endpoint's by default, built into a folder of their own. Its name has a space, as people's folders do. */
export async function buildScratchDocs(document?: OpenApiDocument) {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "suno docs "));
  await buildDocs(document ?? (await readPersonaDocument()), folder);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A browser, and the docs of each document, this endpoint's where there is none, built at the same time. */
export async function openDocs(...documents: (OpenApiDocument | undefined)[]) {
  const [browser, ...docs] = await Promise.all([launchBrowser(), ...documents.map(buildScratchDocs)]);
  const urls = docs.map(({ folder }) => pathToFileURL(join(folder, "index.html")).href);
  return { browser, docs, urls, close: () => Promise.all([browser.close(), ...docs.map(({ remove }) => remove())]) };
}

/** A page with what it asked for and complained of, once it has come to rest. */
export interface OpenedPage {
  page: Page;
  /** URLs, of data too. */
  requests: string[];
  /** Errors of its scripts and of the console. */
  complaints: string[];
}

/** Opens a page, which closes with the test. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, requests, complaints };
}

/** Renders the page without styles and scripts. */
export function renderBarePage(api: ApiReference): string {
  return renderPage(api, { styles: "", font: "", headScript: "", script: "" });
}

/** Opens every fold of our page. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const button = page.getByRole("button", { name: /^Expand all/ });
  while ((await button.count()) > 0) await button.first().click();
}
