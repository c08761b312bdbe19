import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { growDocument } from "../../../scripts/bench/grow.ts";
import { launchBrowser } from "../../../scripts/cli/launch-browser.ts";
import { buildScratchDocs, openPage } from "../../helpers/docs-page.ts";

let browser: Browser;
let docs: Awaited<ReturnType<typeof buildScratchDocs>>;

beforeAll(async () => {
  [browser, docs] = await Promise.all([launchBrowser(), growDocument(100).then(buildScratchDocs)]);
});
afterAll(() => Promise.all([browser?.close(), docs?.remove()]));

test("a page of 100 operations is at most 400 kB, compressed", async () => {
  const html = await readFile(join(docs.folder, "index.html"));
  expect(gzipSync(html).byteLength).toBeLessThanOrEqual(400_000);
});

test("its menu, search, links and console work", async () => {
  const url = pathToFileURL(join(docs.folder, "index.html")).href;
  const { page, complaints } = await openPage(browser, url);
  await page.locator("#menu a").last().click();
  await expect.poll(() => page.locator("#menu [aria-current]").innerText()).toMatch(/^Change thing 99/);
  // The menu scrolls with the reader.
  const link = await page.locator("#menu [aria-current]").boundingBox();
  expect(link?.y).toBeLessThan(800);

  await page.keyboard.press("/");
  await page.keyboard.type("/things/57/");
  expect(await page.getByRole("option").first().innerText()).toMatch(/^Change thing 57/);
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await page.locator("#changeThing57").boundingBox())?.y).toBeLessThan(200);

  const form = page.locator("form[data-operation=changeThing57]");
  await form.scrollIntoViewIfNeeded();
  await expect.poll(() => form.locator(".curl code").innerText()).toMatch(/^curl --request POST '[^']*\/things\/57\//);
  expect(complaints).toEqual([]);
});
