import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../../../scripts/cli/launch-browser.ts";
import { withContentSecurityPolicy } from "../../../scripts/docs/content-security-policy.ts";
import { serveDocs } from "../../../scripts/docs/serve.ts";
import { buildScratchDocs, openAll, openPage, screenshots } from "../../helpers/docs-page.ts";

let browser: Browser;
let docs: Awaited<ReturnType<typeof buildScratchDocs>>;
let html: string;
let fromDisk: string;

beforeAll(async () => {
  await mkdir(screenshots, { recursive: true });
  [browser, docs] = await Promise.all([launchBrowser(), buildScratchDocs()]);
  html = await readFile(join(docs.folder, "index.html"), "utf8");
  fromDisk = pathToFileURL(join(docs.folder, "index.html")).href;
});
afterAll(() => Promise.all([browser?.close(), docs?.remove()]));

describe("the first screen shows what the operation does, the call with its key, the response, and what its id is for", () => {
  const texts = [
    "Create a persona",
    "Creates a persona from clips that already exist",
    "it is the persona_id of the next step",
    "/suno/persona/create/",
    "Authorization: Bearer $SUNO_API_KEY",
    '"is_public": true',
    "fd213afd-ac1c-4822-9802-c1c0ea45e77b",
  ];
  test.each([
    ["a desk", { width: 1280, height: 800 }, "light"],
    ["a phone", { width: 390, height: 844 }, "phone"],
  ] as const)("on %s", async (_, viewport, name) => {
    const { page } = await openPage(browser, fromDisk, { viewport });
    for (const text of texts) expect(await bottomOf(page, text), text).toBeLessThanOrEqual(viewport.height);
    await page.screenshot({ path: join(screenshots, `${name}.png`) });
  });

  test("in the dark", async () => {
    const { page } = await openPage(browser, fromDisk, { colorScheme: "dark" });
    const [red = 255] =
      (await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).match(/\d+/g) ?? [];
    expect(Number(red)).toBeLessThan(64);
    await page.screenshot({ path: join(screenshots, "dark.png") });
  });

  test("from the HTML alone, and nothing moves when the script has run", async () => {
    const { page } = await openPage(browser, "about:blank");
    await page.setContent(html.replace(/<script>(?:(?!<script>)[\s\S])*<\/script>\s*<\/body>/, "</body>"));
    const edges = async (on: Page) => Promise.all(texts.map((text) => bottomOf(on, text)));
    const { page: whole } = await openPage(browser, fromDisk);
    expect(await page.getByRole("button", { name: /^Copy/ }).count()).toBe(0);
    expect(await edges(page)).toEqual(await edges(whole));
  });
});

/** The lower edge of the first element in sight with the text, in pixels from the top of the page as it opened. */
async function bottomOf(page: Page, text: string): Promise<number> {
  const boxes = await Promise.all(
    (await page.locator("main *", { hasText: text }).all()).reverse().map((found) => found.boundingBox()),
  );
  return Math.min(...boxes.filter((box) => box !== null).map(({ y, height }) => y + height));
}

describe("without JavaScript", () => {
  test("everything can be read: title, path, authentication, fields, responses, samples, failures", async () => {
    const { page } = await openPage(browser, fromDisk, { javaScriptEnabled: false });
    const text = await page.locator("body").innerText();
    expect(await page.title()).toBe("Suno Persona API");
    const parts = [
      "/suno/persona/create/",
      "Authentication",
      "bearerAuth",
      "Retry?",
      "4XX",
      "5XX",
      "import urllib.request",
    ];
    for (const part of [...parts, "createPersonaClient", "curl --request POST"]) expect(text).toContain(part);
    const { components } = JSON.parse(await readFile(join(docs.folder, "openapi.json"), "utf8"));
    for (const schema of Object.values<{ properties?: Record<string, { description?: string }> }>(components.schemas)) {
      for (const [name, { description = "" }] of Object.entries(schema.properties ?? {})) {
        expect(text).toContain(name);
        expect(text).toContain(plain(description));
      }
    }
    // No control that needs a script.
    expect(await page.locator("button:visible, input:visible").count()).toBe(0);
  });
});

function plain(markdown: string): string {
  return markdown.replaceAll("`", "").replaceAll(/\s+/g, " ").trim();
}

describe("nothing is loaded from anywhere", () => {
  test("from disk", async () => {
    const { page, requests, complaints } = await openPage(browser, fromDisk);
    await openAll(page);
    await page.waitForLoadState("networkidle");
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([fromDisk]);
    expect(complaints).toEqual([]);
  });

  test("served, under a path prefix too", async () => {
    const parent = join(docs.folder, "..");
    const server = await serveDocs(parent, 0);
    onTestFinished(() => server.close());
    const prefix = `${server.url}/${encodeURIComponent(docs.folder.slice(parent.length + 1))}/`;
    const { page, requests, complaints } = await openPage(browser, prefix);
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([prefix]);
    expect(complaints).toEqual([]);
    const links = await page
      .locator("a:not([href^='#'])")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links).toContain(`${prefix}reference.html`);
    for (const link of links) expect((await fetch(link)).status, link).toBe(200);
  });

  test("the policy lets the page's own scripts and styles apply, by hash, and nothing load", () => {
    const policy = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1] ?? "";
    const directives = Object.fromEntries(policy.split("; ").map((part) => part.split(/ (.*)/s).slice(0, 2)));
    const hashesOf = (pattern: RegExp) =>
      [...html.matchAll(pattern)].map(
        ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
      );
    const scripts = hashesOf(/<script[^>]*>([\s\S]*?)<\/script>/g);
    const styles = hashesOf(/<style[^>]*>([\s\S]*?)<\/style>/g);
    expect([scripts.length, styles.length]).toEqual([2, 2]);
    expect(directives).toEqual({
      "default-src": "'none'",
      "script-src": scripts.join(" "),
      "style-src": styles.join(" "),
      "img-src": "data:",
      "font-src": "data:",
      "connect-src": "http: https:",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
    expect(html).not.toMatch(/<[^>]* style="/);
    expect(() => withContentSecurityPolicy("<html></html>", {})).toThrow(/CONTENT_SECURITY_POLICY/);
  });
});

describe("links", () => {
  test.each([
    ["a folded field", "createPersona.response.200.clip.metadata.tags"],
    ["a section", "createPersona.failures"],
    ["a sample behind a tab", "createPersona.sample.Python"],
  ])("to %s lead to it", async (_, id) => {
    const { page } = await openPage(browser, `${fromDisk}#${id}`);
    const target = page.locator(`[id="${id}"]`);
    await expect.poll(() => target.isVisible()).toBe(true);
    const { y = -1 } = (await target.boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(400);
  });

  test("inside the page all lead somewhere", async () => {
    const { page } = await openPage(browser, fromDisk, { javaScriptEnabled: false });
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>("a[href^='#']")]
        .map(({ hash }) => decodeURIComponent(hash.slice(1)))
        .filter((id) => !document.getElementById(id)),
    );
    expect(lost).toEqual([]);
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect(ids.length).toBe(new Set(ids).size);
  });
});

describe("code", () => {
  test.each([
    ["a sample", "Copy: Create a persona with curl", /^curl --request POST/],
    ["an example, formatted", "Copy: Create a persona: example of a 200 response", /^\{\n {2}"id": "fd213afd-/],
  ])("is copied by its button, which says so: %s", async (_, name, text) => {
    const { page } = await openPage(browser, fromDisk, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name }).click();
    await page.getByText("Copied").first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(text);
  });

  test("is monospace, also on machines without a monospace font, as this browser's", async () => {
    const { page } = await openPage(browser, fromDisk);
    const widths = await page.evaluate(async () => {
      await document.fonts.ready;
      return ["iiiiiiiiii", "mmmmmmmmmm"].map((text) => {
        const code = document.createElement("code");
        code.textContent = text;
        document.querySelector("main")?.append(code);
        return code.getBoundingClientRect().width;
      });
    });
    expect(widths[0]).toBeCloseTo(widths[1] ?? 0, 1);
  });
});

test("on paper there are all fields and samples, and no console, menu or button", async () => {
  const { page } = await openPage(browser, fromDisk);
  await page.emulateMedia({ media: "print" });
  const isShown = (text: string) => page.getByText(text).first().isVisible();
  for (const text of ["import urllib.request", "createPersonaClient", "Name of the model."]) {
    expect(await isShown(text), text).toBe(true);
  }
  expect(await page.locator('[id="createPersona.response.200.clip.metadata.tags"]').isVisible()).toBe(true);
  expect(await page.locator("button:visible, input:visible, .console:visible, .top:visible").count()).toBe(0);
});

test("reduced motion is honored", async () => {
  const { page } = await openPage(browser, fromDisk, { reducedMotion: "reduce" });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== "none" || !/^0s(, 0s)*$/.test(transitionDuration);
      }).length,
  );
  expect(moving).toBe(0);
});

test("the page is at most 60 kB, compressed, with script, styles, console and validators", () => {
  expect(gzipSync(html).byteLength).toBeLessThanOrEqual(60_000);
});

test("the folder holds the two pages, the same for machines, and nothing else", async () => {
  expect((await readdir(docs.folder)).sort()).toEqual([
    "index.html",
    "index.md",
    "llms.txt",
    "openapi.json",
    "openapi.yaml",
    "reference.html",
  ]);
});

test("the server of the docs finds nothing outside its folder", async () => {
  const server = await serveDocs(docs.folder, 0);
  onTestFinished(() => server.close());
  expect((await fetch(`${server.url}/nothing.html`)).status).toBe(404);
  expect((await fetch(`${server.url}/..%2f..%2fpackage.json`)).status).toBe(404);
});
