import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../../../scripts/cli/launch-browser.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { readOrdersDocument } from "../../contract/reference-provider/orders/provider.ts";
import { buildScratchDocs, openExplorer, openPage } from "../../helpers/docs-page.ts";

let browser: Browser;
let docs: Awaited<ReturnType<typeof buildScratchDocs>>;
let url: string;
let axe: string;

beforeAll(async () => {
  const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  [browser, docs, axe] = await Promise.all([launchBrowser(), buildScratchDocs(), readFile(source, "utf8")]);
  url = pathToFileURL(join(docs.folder, "index.html")).href;
});
afterAll(() => Promise.all([browser?.close(), docs?.remove()]));

/** axe's rules for WCAG 2.2 A and AA and its best practices. */
const everyRule = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
};
/** Those of them that look at colours, which are all that a theme changes. */
const colourRules = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** Runs some of axe's rules on the page as it is. */
async function runAxe(page: Page, runOnly: object): Promise<AxeResults> {
  // As an expression of the debugger, which the page's policy does not bind.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  return page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } }).axe.run(
        document,
        options,
      ),
    { runOnly, resultTypes: ["violations"] },
  );
}

/** Shows an open page in the colours of a theme: by the class that Redoc's switch sets, and as the system's choice. */
async function useTheme(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  const background = await page.evaluate(async (name) => {
    document.documentElement.classList.remove("light", "dark");
    document.documentElement.classList.add(name);
    // Colours that are still on their way are neither theme's.
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
    return getComputedStyle(document.body).backgroundColor;
  }, theme);
  expect(background).toBe(theme === "light" ? "rgb(255, 255, 255)" : "rgb(21, 23, 28)");
}

/** The violations that axe finds, a line each: of every rule in light colours, and of the rules about colours in dark. */
async function violations(page: Page): Promise<string[]> {
  const light = await runAxe(page, everyRule);
  await useTheme(page, "dark");
  const dark = await runAxe(page, colourRules);
  await useTheme(page, "light");
  // A run that looked at nothing would find nothing.
  expect(light.passes.length).toBeGreaterThan(20);
  expect(dark.passes.map(({ id }) => id)).toContain("color-contrast");
  return Object.entries({ light, dark }).flatMap(([theme, results]) =>
    results.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${theme}: ${id}: ${help}: ${html.slice(0, 200)}`),
    ),
  );
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) {
      details.name = "";
      details.open = true;
    }
  });
}

describe.each([1280, 320])("%i pixels wide", (width) => {
  const look = { viewport: { width, height: 800 } };

  test("axe finds nothing in the list, with everything opened", async () => {
    const { page } = await openPage(browser, `${url}#createPersona.fields`, look);
    await openAll(page);
    expect(await page.locator("html").getAttribute("data-view")).toBe("list");
    expect(await violations(page)).toEqual([]);
  });

  test("nor in the explorer, for each response", async () => {
    const { page } = await openPage(browser, url, look);
    await openExplorer(page);
    await openAll(page);
    const expandAll = page.getByRole("button", { name: "Expand all" });
    while ((await expandAll.count()) > 0) await expandAll.first().click();
    for (const status of ["200", "4XX", "5XX"]) {
      await page.locator("#redoc").getByRole("tab", { name: status }).first().click();
      expect(await violations(page), status).toEqual([]);
    }
  });

  test("nor in the console, with an answer and with a complaint", async () => {
    const { page } = await openPage(browser, url, look);
    await page.route("http://127.0.0.1:4010/**", (route) =>
      route.fulfill({ status: 422, json: { error: "refused" }, headers: { "Access-Control-Allow-Origin": "*" } }),
    );
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.locator(".outcome .status").waitFor();
    await openAll(page);
    expect(await violations(page)).toEqual([]);
    await page.locator("textarea").fill("{}");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("button", { name: "Send it anyway" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("nor in the search", async () => {
    const { page } = await openPage(browser, url, look);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.keyboard.type("clip");
    await page.getByRole("dialog").getByText("Personas made from existing").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("nothing scrolls sideways but what is meant to", async () => {
    for (const hash of ["#createPersona.fields", "#/personas/createpersona"]) {
      const { page } = await openPage(browser, url + hash, look);
      await openAll(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

test("axe finds nothing where there are many operations", async () => {
  const many = await buildScratchDocs((await readOrdersDocument()) as unknown as OpenApiDocument);
  onTestFinished(many.remove);
  const { page } = await openPage(browser, pathToFileURL(join(many.folder, "index.html")).href);
  expect(await page.locator(".console").count()).toBeGreaterThan(3);
  await openAll(page);
  expect(await violations(page)).toEqual([]);
  await openExplorer(page);
  await openAll(page);
  expect(await violations(page)).toEqual([]);

  await page.locator('#redoc [data-component-name="Tooltip/Tooltip"]:visible').first().hover();
  await page.locator('[style*="position-anchor"]').waitFor();
  expect(await violations(page), "with a tooltip").toEqual([]);
});

describe("the page's structure", () => {
  test("has one h1, no skipped heading level, a language, and a landmark for everything", async () => {
    const { page } = await openPage(browser, url);
    await openExplorer(page);
    const levels = await page.evaluate(() =>
      [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) => Number(tagName[1])),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    for (const landmark of ["body > header", "main", "body > footer", "nav[aria-label]"]) {
      expect(await page.locator(landmark).count(), landmark).toBe(1);
    }
  });
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
    await openExplorer(page);
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
    for (const name of ["Search", "curl", "Python", "baseUrl", "key", "body", "Send", "Explorer", "List", "llms.txt"]) {
      expect(reached).toContain(name);
    }
    expect(
      reached.some((name) => name.startsWith("Search Ctrl+K") || name === "SearchCtrl+K" || /^Search.+K$/.test(name)),
    ).toBe(true);
  });

  test("the search opens, finds, leads there, and closes", async () => {
    const { page } = await openPage(browser, url);
    await page.getByRole("button", { name: "Search", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("create a persona");
    const found = page.getByRole("dialog").getByText("Create a persona").first();
    await found.waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\/personas/);
    // The place is reached before the dialog is gone, and Ctrl+K also closes.
    await expect.poll(() => page.getByPlaceholder("Search docs...").count()).toBe(0);
    // While the explorer draws the place, nobody listens for keys for a moment: then they are pressed again.
    const opens = async () => {
      await page.keyboard.press("Control+k");
      const opened = page.getByPlaceholder("Search docs...").waitFor({ timeout: 3000 });
      return opened.then(
        () => true,
        () => false,
      );
    };
    await expect.poll(opens, { timeout: 20_000 }).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByPlaceholder("Search docs...").count()).toBe(0);
  });

  test("the focus comes back to the button that opened the search", async () => {
    const { page } = await openPage(browser, url);
    await page.getByRole("button", { name: "Search", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByPlaceholder("Search docs...").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Search");
  });

  test("the search box of the explorer opens with Enter", async () => {
    const { page } = await openPage(browser, url);
    await openExplorer(page);
    await page.locator("#redoc [data-testid=search-trigger] > *").focus();
    await page.keyboard.press("Enter");
    await page.getByPlaceholder("Search docs...").waitFor();
  });
});
