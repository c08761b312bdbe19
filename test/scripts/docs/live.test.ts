import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../../../scripts/cli/launch-browser.ts";
import { createLive } from "../../../scripts/docs/live.ts";
import { serveDocs } from "../../../scripts/docs/serve.ts";
import { buildScratchDocs, openPage } from "../../helpers/docs-page.ts";
import { scratchFolder } from "../../helpers/scratch.ts";

let browser: Browser;
let docs: Awaited<ReturnType<typeof buildScratchDocs>>;
beforeAll(async () => {
  [browser, docs] = await Promise.all([launchBrowser(), buildScratchDocs()]);
});
afterAll(() => Promise.all([browser?.close(), docs?.remove()]));

test("an open page loads itself again when the docs were rebuilt", async () => {
  const live = createLive();
  const server = await serveDocs(docs.folder, 0, live);
  onTestFinished(() => server.close());
  const { page, complaints } = await openPage(browser, server.url);
  await page.evaluate(() => Object.assign(globalThis, { isOld: true }));
  // The page listens a moment after it was loaded.
  await expect
    .poll(async () => {
      live.reload();
      return page.evaluate(() => "isOld" in globalThis).catch(() => true);
    })
    .toBe(false);
  expect(complaints).toEqual([]);
});

test("problems are shown on the page, also on one that is opened later, and go with the next good build", async () => {
  const live = createLive();
  const server = await serveDocs(docs.folder, 0, live);
  onTestFinished(() => server.close());
  live.showProblems("openapi/openapi.yaml:3:1 <b>no-info</b>: there is no info");
  const { page } = await openPage(browser, server.url);
  const alert = page.locator("#live-problems");
  await alert.waitFor();
  expect(await alert.innerText()).toContain("openapi/openapi.yaml:3:1 <b>no-info</b>: there is no info");
  live.showProblems("another problem");
  await alert.getByText("another problem").waitFor();
  expect(await alert.count()).toBe(1);
  live.reload();
  await expect.poll(() => alert.count()).toBe(0);
});

test("before the first build there is no page, and no crash", async () => {
  const folder = join(await scratchFolder(), "docs");
  await mkdir(folder);
  const server = await serveDocs(folder, 0, createLive());
  onTestFinished(() => server.close());
  expect((await fetch(server.url)).status).toBe(404);
  await writeFile(join(folder, "index.html"), "<body></body>");
  expect(await (await fetch(server.url)).text()).toContain("/live/script.js");
});

test("a page that is not served live does not listen", async () => {
  const server = await serveDocs(docs.folder, 0);
  onTestFinished(() => server.close());
  expect(await (await fetch(server.url)).text()).not.toContain("/live/");
  expect((await fetch(`${server.url}/live/events`)).status).toBe(404);
});
