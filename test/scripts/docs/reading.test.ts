import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { growDocument } from "../../../scripts/bench/grow.ts";
import { listOperations } from "../../../src/openapi/operation.ts";
import { openDocs, openPage, screenshots } from "../../helpers/docs-page.ts";

let browser: Browser;
let close: (() => Promise<unknown>) | undefined;
let url: string;
let manyUrl: string;

/** Twenty operations, the second half with another tag, the second with a sample in Python and one in Go. */
async function manyOperations() {
  const document = await growDocument(20);
  const operations = listOperations(document).map(({ object }) => object);
  for (const operation of operations.slice(10)) operation.tags = ["Things"];
  const [, second] = operations;
  if (second) second["x-codeSamples"] = ["Go", "Python"].map((lang) => ({ lang, source: `call in ${lang}` }));
  return document;
}

beforeAll(async () => {
  await mkdir(screenshots, { recursive: true });
  ({
    browser,
    urls: [url = "", manyUrl = ""],
    close,
  } = await openDocs(undefined, await manyOperations()));
});
afterAll(() => close?.());

describe("the menu", () => {
  const present = (page: Page) => page.locator("#menu [aria-current]").allTextContents();

  test("lists the operations by tag, stays in sight on a desk, and marks the present one", async () => {
    const { page } = await openPage(browser, manyUrl);
    expect(await page.locator("#menu > p").allTextContents()).toEqual(["Personas", "Things"]);
    expect(await page.locator("#menu a").count()).toBe(20);
    await page.locator("#menu a[href='#changeThing12']").click();
    await expect.poll(() => present(page)).toEqual(["Change thing 12 POST"]);
    await page.locator("#changeThing3").scrollIntoViewIfNeeded();
    await page.locator("#changeThing3").evaluate((heading) => heading.scrollIntoView());
    await expect.poll(() => present(page)).toEqual(["Change thing 3 POST"]);
    expect((await page.locator("#menu").boundingBox())?.y).toBeCloseTo(56, 0);
    await page.screenshot({ path: join(screenshots, "twenty-operations.png") });
  });

  test("is opened on a phone, by keyboard too, and closes with a choice", async () => {
    const { page } = await openPage(browser, manyUrl, { viewport: { width: 390, height: 844 } });
    const menu = page.getByRole("navigation", { name: "Operations" });
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).press("Enter");
    await page.screenshot({ path: join(screenshots, "twenty-operations-phone.png") });
    await menu.getByRole("link", { name: "Change thing 12" }).click();
    expect(await menu.isVisible()).toBe(false);
    expect(new URL(page.url()).hash).toBe("#changeThing12");
    await page.getByRole("button", { name: "Menu" }).click();
    await page.keyboard.press("Escape");
    expect(await menu.isVisible()).toBe(false);
  });

  test("needs no script", async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      const { page } = await openPage(browser, manyUrl, { viewport, javaScriptEnabled: false });
      const button = page.getByRole("button", { name: "Menu" });
      if (await button.isVisible()) await button.click();
      expect(await page.locator("#menu").isVisible()).toBe(true);
    }
  });

  test("is left out where there is one operation", async () => {
    const { page } = await openPage(browser, url);
    expect(await page.locator("#menu, .menu-button").count()).toBe(0);
  });
});

describe("the search", () => {
  const box = (page: Page) => page.getByRole("combobox", { name: "Search" });

  test.each(["/", "Control+k"])("is focused by %s, finds a folded field, and leads to it by keyboard", async (key) => {
    const { page } = await openPage(browser, url);
    await page.keyboard.press(key);
    expect(await box(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type("metadata.tags");
    expect(await page.getByRole("status").first().innerText()).toBe("2 results");
    const first = page.getByRole("option", { selected: true });
    expect(await first.innerText()).toMatch(/^clip\.metadata\.tags\s+Create a persona: response 200$/);
    expect(await box(page).getAttribute("aria-activedescendant")).toBe(await first.getAttribute("id"));
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("option", { selected: true }).innerText()).toMatch(/^persona_clips/);
    await page.keyboard.press("Enter");
    const field = page.locator('[id="createPersona.response.200.persona_clips.*.clip.metadata.tags"]');
    await expect.poll(() => field.isVisible()).toBe(true);
    expect((await field.boundingBox())?.y).toBeLessThan(400);
    expect(await page.getByRole("listbox").isVisible()).toBe(false);
  });

  test("finds operations by name and path, and fields by words of their description", async () => {
    const { page } = await openPage(browser, manyUrl);
    for (const query of ["change thing 12", "/things/12/"]) {
      await box(page).fill(query);
      expect(await page.getByRole("option").first().innerText()).toMatch(/^Change thing 12\s+POST \/things\/12\//);
    }
    await box(page).fill("how many parts");
    expect(await page.getByRole("option").first().innerText()).toMatch(/^limit\s+Change thing 1: parameters$/);
    await page.getByRole("option").nth(1).click();
    expect(new URL(page.url()).hash).toBe("#changeThing2.query.limit");
  });

  test("says when it finds nothing, and Escape clears it", async () => {
    const { page } = await openPage(browser, url);
    await box(page).fill("zebra");
    expect(await page.getByRole("status").first().innerText()).toBe("No results");
    await page.keyboard.press("Escape");
    expect(await box(page).inputValue()).toBe("");
    expect(await page.getByRole("status").first().innerText()).toBe("");
  });
});

describe("the samples' tabs", () => {
  const chosen = (page: Page) => page.locator(".samples [role=tab][aria-selected=true]").allTextContents();

  test("show one at a time; the choice applies to every operation that has it, and stays in the address", async () => {
    const { page } = await openPage(browser, manyUrl);
    expect((await chosen(page)).slice(0, 3)).toEqual(["curl", "Go", "Body"]);
    await page.getByRole("tab", { name: "Python" }).first().click();
    expect((await chosen(page)).slice(0, 3)).toEqual(["Python", "Python", "Body"]);
    expect(await page.getByText("call in Go").isVisible()).toBe(false);
    expect(await page.getByText("call in Python").isVisible()).toBe(true);
    await page.reload();
    expect((await chosen(page)).slice(0, 3)).toEqual(["Python", "Python", "Body"]);
  });

  test("are moved by arrow keys, and Tab leaves them", async () => {
    const { page } = await openPage(browser, url);
    await page.getByRole("tab", { name: "curl" }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await chosen(page)).toEqual(["TypeScript"]);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    expect(await chosen(page)).toEqual(["curl"]);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).not.toBe("tab");
  });

  test("do not move what the reader looks at", async () => {
    const { page } = await openPage(browser, manyUrl, { viewport: { width: 390, height: 844 } });
    const tab = page.getByRole("tab", { name: "Go" });
    await tab.scrollIntoViewIfNeeded();
    const before = await page.getByRole("tab", { name: "Python" }).nth(1).boundingBox();
    await page.getByRole("tab", { name: "Python" }).nth(1).click();
    const after = await page.getByRole("tab", { name: "Python" }).nth(1).boundingBox();
    expect(after?.y).toBeCloseTo(before?.y ?? 0, 0);
  });
});

describe("long lists of fields", () => {
  const field = '[id="createPersona.response.200.clip.model_name"]';

  test("start folded, open by a button, and all at once", async () => {
    const { page } = await openPage(browser, url);
    expect(await page.locator(field).isVisible()).toBe(false);
    const fold = page.getByRole("button", { name: "27 fields of clip", exact: true });
    await fold.click();
    expect(await page.locator(field).isVisible()).toBe(true);
    expect(await fold.getAttribute("aria-expanded")).toBe("true");
    await fold.click();
    expect(await page.locator(field).isVisible()).toBe(false);

    await page.getByRole("button", { name: /^Expand all fields/ }).click();
    expect(await page.locator('[hidden="until-found"]').count()).toBe(0);
    await page.getByRole("button", { name: /^Collapse all fields/ }).click();
    expect(await page.locator(field).isVisible()).toBe(false);
    expect(await page.locator("[id='createPersona.request.name']").isVisible()).toBe(true);
  });

  test("can be found by the browser's search in the page, which opens them", async () => {
    const { page } = await openPage(browser, url);
    const list = page.locator('[hidden="until-found"]').first();
    expect(await list.evaluate((element) => getComputedStyle(element).contentVisibility)).toBe("hidden");
    // What a browser sends before it shows what it found; the one of these tests has no search.
    await list.evaluate((element) => element.dispatchEvent(new Event("beforematch", { bubbles: true })));
    expect(await page.locator(field).isVisible()).toBe(true);
    const fold = page.getByRole("button", { name: "27 fields of clip", exact: true });
    expect(await fold.getAttribute("aria-expanded")).toBe("true");
  });
});

describe("the colors", () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test("follow the system until the reader chooses, and the choice is kept", async () => {
    const { page } = await openPage(browser, url, { colorScheme: "light" });
    const light = await background(page);
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await background(page);
    expect(dark).not.toBe(light);
    const button = page.getByRole("switch", { name: "Dark colors" });
    await expect.poll(() => button.getAttribute("aria-checked")).toBe("true");
    await button.click();
    expect(await background(page)).toBe(light);
    await page.reload();
    expect(await background(page)).toBe(light);
    expect(await button.getAttribute("aria-checked")).toBe("false");
    // The system's colors again: the page follows it again.
    await button.click();
    await page.emulateMedia({ colorScheme: "light" });
    expect(await background(page)).toBe(light);
  });
});
