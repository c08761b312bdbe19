import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { growDocument } from "../../../scripts/bench/grow.ts";
import { openDocs, openPage } from "../../helpers/docs-page.ts";

let opened: Awaited<ReturnType<typeof openDocs>>;

beforeAll(async () => {
  opened = await openDocs(await growDocument(100));
});
afterAll(() => opened?.close());

test("a page of 100 operations is at most 400 kB, compressed", async () => {
  const html = await readFile(join(opened.docs[0]?.folder ?? "", "index.html"));
  expect(gzipSync(html).byteLength).toBeLessThanOrEqual(400_000);
});

test("its menu, search, links and console work", async () => {
  const { page, complaints } = await openPage(opened.browser, opened.urls[0] ?? "");
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
