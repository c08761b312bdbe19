import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../../../scripts/cli/launch-browser.ts";
import { redocly, redoclyConfig } from "../../../scripts/spec/redocly.ts";
import { describeFindings, findAccessibilityProblems } from "../../helpers/axe.ts";
import { buildScratchDocs, openPage, screenshots } from "../../helpers/docs-page.ts";
import { scratchFolder } from "../../helpers/scratch.ts";

let browser: Browser;
let docs: Awaited<ReturnType<typeof buildScratchDocs>>;
let html: string;
let url: string;

beforeAll(async () => {
  [browser, docs] = await Promise.all([launchBrowser(), buildScratchDocs()]);
  html = await readFile(join(docs.folder, "reference.html"), "utf8");
  url = pathToFileURL(join(docs.folder, "reference.html")).href;
});
afterAll(() => Promise.all([browser?.close(), docs?.remove()]));

/** The module's code without the document. */
const codeOf = (page: string) =>
  page.match(/<script type="module">([\s\S]*?)<\/script>/)?.[1]?.replace(/(?<=__redoc_definition = )\{.*\}(?=;)/, "");

/** Shows the operation, which Redoc does on a click. */
async function showOperation(page: Page): Promise<void> {
  const field = page.getByText("Id of the persona's root clip.").first();
  const isShown = async () => {
    // Redoc draws the button anew while it starts.
    await page
      .getByRole("button", { name: "+ Show" })
      .click({ timeout: 1000 })
      .catch(() => {});
    return field.isVisible();
  };
  await expect.poll(isShown, { timeout: 20_000 }).toBe(true);
}

describe("Redocly's page", () => {
  test("runs the code of `redocly build-docs` as it comes", async () => {
    const plain = join(await scratchFolder(), "plain.html");
    const spec = join(docs.folder, "openapi.json");
    await redocly("build-docs", spec, `--config=${redoclyConfig}`, `--output=${plain}`, "--inlineBundle");
    expect(codeOf(html)?.length).toBeGreaterThan(1_000_000);
    expect(codeOf(html)).toBe(codeOf(await readFile(plain, "utf8")));
  });

  test("shows the operation with the samples of the spec, and leads back", async () => {
    const { page } = await openPage(browser, url);
    await showOperation(page);
    await page.getByText("Authorization: Bearer $SUNO_API_KEY").first().waitFor();
    await page.screenshot({ path: join(screenshots, "redocly.png") });
    await page.getByRole("link", { name: "Docs with a console" }).click();
    await page.waitForURL(/index\.html$/);
  });

  test("requests nothing, tells Redocly nothing, and only its own scripts run", async () => {
    const { page, requests, complaints } = await openPage(browser, url);
    await showOperation(page);
    await page.waitForLoadState("networkidle");
    // Redoc's logo is blocked by the policy before it is requested.
    const logo = "https://cdn.redoc.ly/redoc/logo-mini-full.svg";
    expect(requests.filter((name) => !name.startsWith("data:") && name !== logo)).toEqual([url]);
    expect(complaints.filter((text) => !(text.includes(logo) && text.includes("Content Security Policy")))).toEqual([]);
    expect(html).toContain('"disableTelemetry":true');
    const policy = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1] ?? "";
    expect(policy).toMatch(
      /^default-src 'none'; script-src ('sha256-[^']+' ?)+; style-src 'unsafe-inline'; img-src data:/,
    );
    expect(policy).not.toContain("connect-src");
  });

  test("has the colors that the reader chose on our page", async () => {
    const { page } = await openPage(browser, pathToFileURL(join(docs.folder, "index.html")).href);
    await page.getByRole("switch", { name: "Dark colors" }).click();
    await page.goto(url);
    expect(await page.locator("html").getAttribute("class")).toContain("dark");
  });
});

/** By theme, rule and count. Color contrast is corrected with variables and is not among them. */
const redocsFindings = [
  // An h4 stands below an h2.
  "light: heading-order: 1",
  // The menu and the line below it are in no landmark.
  "light: region: 5",
  // The buttons that fold a schema are lower than 24 pixels.
  "light: target-size: 2",
];

test("axe finds only what Redoc's code does and no option changes", async () => {
  const { page } = await openPage(browser, url);
  await showOperation(page);
  expect(describeFindings(await findAccessibilityProblems(page))).toEqual(redocsFindings);
});
