import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { readOrdersDocument } from "../../contract/reference-provider/orders/provider.ts";
import { findAccessibilityProblems } from "../../helpers/axe.ts";
import { openAll, openDocs, openPage } from "../../helpers/docs-page.ts";

let browser: Browser;
let close: (() => Promise<unknown>) | undefined;
let url: string;
let manyUrl: string;

beforeAll(async () => {
  const orders = (await readOrdersDocument()) as unknown as OpenApiDocument;
  ({
    browser,
    urls: [url = "", manyUrl = ""],
    close,
  } = await openDocs(undefined, orders));
});
afterAll(() => close?.());

describe.each([1280, 320])("axe finds nothing at %i pixels", (width) => {
  const look = { viewport: { width, height: 800 } };

  test("as the page opens, and with everything open", async () => {
    const { page } = await openPage(browser, url, look);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await openAll(page);
    expect(await findAccessibilityProblems(page)).toEqual([]);
  });

  test("behind each tab", async () => {
    const { page } = await openPage(browser, url, look);
    for (const name of ["TypeScript", "Python", "4XX"]) await page.getByRole("tab", { name }).click();
    await openAll(page);
    expect(await findAccessibilityProblems(page)).toEqual([]);
  });

  test("in the console, with a response and with a problem", async () => {
    const { page } = await openPage(browser, url, look);
    await page.route("http://127.0.0.1:4010/**", (route) =>
      route.fulfill({ status: 422, json: { error: "refused" }, headers: { "Access-Control-Allow-Origin": "*" } }),
    );
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.locator(".outcome .status").waitFor();
    await openAll(page);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.locator("textarea").fill("{}");
    await page.getByRole("button", { name: "Send it anyway" }).waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
  });

  test("in the search", async () => {
    const { page } = await openPage(browser, url, look);
    await page.getByRole("combobox", { name: "Search" }).fill("clip");
    await page.getByRole("option").first().waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
  });

  test("where there are many operations, with the menu", async () => {
    const { page } = await openPage(browser, manyUrl, look);
    expect(await page.locator(".console").count()).toBeGreaterThan(3);
    await openAll(page);
    if (width < 1000) await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("navigation", { name: "Operations" }).waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
  });

  test("and nothing scrolls sideways but what is meant to", async () => {
    for (const href of [url, manyUrl]) {
      const { page } = await openPage(browser, href, look);
      await openAll(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

test("the page has one h1, no skipped heading level, a language, and its landmarks", async () => {
  const { page } = await openPage(browser, manyUrl);
  const levels = await page.evaluate(() =>
    [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
      .filter((heading) => heading.checkVisibility())
      .map(({ tagName }) => Number(tagName[1])),
  );
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  for (const landmark of ["body > header", "main", "body > footer", "search", "nav[aria-label=Operations]"]) {
    expect(await page.locator(landmark).count(), landmark).toBe(1);
  }
});

describe("by keyboard", () => {
  test("the first Tab reaches the skip link, and it leads past the header", async () => {
    const { page } = await openPage(browser, url);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    expect((await page.locator(".skip").boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  });

  test("Tab reaches every control, each with a focus that can be seen, and ends in no trap", async () => {
    const { page } = await openPage(browser, url);
    await page.locator(".skip").focus();
    const reached: string[] = [];
    for (let step = 0; step < 400; step++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const name = element.getAttribute("aria-label") ?? element.getAttribute("name") ?? element.textContent ?? "";
        return {
          name: name.trim().slice(0, 60),
          seen: outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2,
        };
      });
      if (at === undefined) break;
      expect(at.seen, `${at.name} shows its focus`).toBe(true);
      reached.push(at.name);
    }
    expect(reached.length).toBeLessThan(400);
    const controls = ["Search operations and fields", "Dark colors", "curl", "200", "27 fields of clip"];
    for (const name of [...controls, "baseUrl", "key", "body", "prefer", "Send", "llms.txt"]) {
      expect(reached).toContain(name);
    }
  });
});
