import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../../../scripts/cli/launch-browser.ts";
import { withContentSecurityPolicy } from "../../../scripts/docs/content-security-policy.ts";
import { serveDocs } from "../../../scripts/docs/serve.ts";
import { buildScratchDocs, openExplorer, openPage, screenshots } from "../../helpers/docs-page.ts";

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

describe("the first screen shows what the operation does, the call with its key, the answer, and what its id is for", () => {
  test.each([
    ["a desk", { width: 1280, height: 800 }, "light"],
    ["a phone", { width: 390, height: 844 }, "phone"],
  ] as const)("on %s", async (_, viewport, name) => {
    const { page } = await openPage(browser, fromDisk, { viewport });
    const texts = [
      "Create a persona",
      "Creates a persona from clips that already exist",
      "/suno/persona/create/",
      "Authorization: Bearer $SUNO_API_KEY",
      '"is_public": true',
      "The persona was created. Its id is the persona_id of the next step.",
      "fd213afd-ac1c-4822-9802-c1c0ea45e77b",
    ];
    for (const text of texts) expect(await bottomOf(page, text), text).toBeLessThanOrEqual(viewport.height);
    expect(await page.getByRole("button", { name: "Open navigation menu" }).isVisible()).toBe(false);
    await page.screenshot({ path: join(screenshots, `${name}.png`) });
  });

  test("in the dark", async () => {
    const { page } = await openPage(browser, fromDisk, { colorScheme: "dark" });
    const [red = 255] =
      (await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).match(/\d+/g) ?? [];
    expect(Number(red)).toBeLessThan(64);
    await page.screenshot({ path: join(screenshots, "dark.png") });
  });

  test("before a script has run", async () => {
    const withoutScripts = html.replaceAll(/<script[\s\S]*?<\/script>/g, "");
    const { page } = await openPage(browser, "about:blank", { javaScriptEnabled: false });
    await page.setContent(withoutScripts);
    expect(await bottomOf(page, "Authorization: Bearer $SUNO_API_KEY")).toBeLessThan(800);
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
    for (const part of ["/suno/persona/create/", "Authentication", "bearerAuth", "Retry?", "4XX", "5XX"]) {
      expect(text).toContain(part);
    }
    const { components } = JSON.parse(await readFile(join(docs.folder, "openapi.json"), "utf8"));
    for (const schema of Object.values<{ properties?: Record<string, { description?: string }> }>(components.schemas)) {
      for (const [name, { description = "" }] of Object.entries(schema.properties ?? {})) {
        expect(text).toContain(name);
        expect(text).toContain(plain(description));
      }
    }
    // Samples that are folded are unfolded without a script.
    await page.getByText("Python", { exact: true }).click();
    expect(await page.getByText("import urllib.request").isVisible()).toBe(true);
  });
});

function plain(markdown: string): string {
  return markdown.replaceAll("`", "").replaceAll(/\s+/g, " ").trim();
}

describe("nothing is loaded from anywhere", () => {
  test("from disk", async () => {
    const { page, requests, complaints } = await openPage(browser, fromDisk);
    await openExplorer(page);
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
    await openExplorer(page);
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([prefix]);
    expect(complaints).toEqual([]);
    const links = await page
      .locator("footer a")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links) expect((await fetch(link)).status, link).toBe(200);
  });

  test("the policy lets the page's own scripts run, by hash, and nothing load", () => {
    const policy = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1] ?? "";
    const directives = Object.fromEntries(policy.split("; ").map((part) => part.split(/ (.*)/s).slice(0, 2)));
    const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? "");
    const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    expect(scripts.length).toBe(2);
    expect(directives).toEqual({
      "default-src": "'none'",
      "script-src": hashes.join(" "),
      "style-src": "'unsafe-inline'",
      "img-src": "data:",
      "font-src": "data:",
      "connect-src": "http: https:",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
    expect(() => withContentSecurityPolicy("<html></html>")).toThrow(/CONTENT_SECURITY_POLICY/);
  });

  test("telemetry is off for readers too", () => {
    expect(html).toContain('"disableTelemetry":true');
  });
});

describe("links", () => {
  test("to a field lead to it in the list, to a section to that, and to Redoc's routes into the explorer", async () => {
    for (const id of ["createPersona.response.200.clip.metadata.tags", "createPersona.failures"]) {
      const { page } = await openPage(browser, `${fromDisk}#${id}`);
      await expect
        .poll(() => page.locator(`[id="${id}"]`).boundingBox())
        .toMatchObject({ y: expect.closeTo(16, -1.5) });
    }
    const { page } = await openPage(browser, `${fromDisk}#/personas/createpersona`);
    await page.locator("#redoc").getByText("root_clip_id").first().waitFor();
    expect(await page.locator("html").getAttribute("data-view")).toBe("explorer");
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

  test("a page that was opened stays where the reader is while Redoc starts", async () => {
    const { page } = await openPage(browser, fromDisk);
    expect(await page.evaluate(() => [scrollY, location.hash])).toEqual([0, ""]);
  });
});

describe("the explorer", () => {
  test("shows the fields of the first operation without a click, and adds no step to the history", async () => {
    const { page } = await openPage(browser, fromDisk);
    const steps = await page.evaluate(() => history.length);
    await page.locator("#redoc").scrollIntoViewIfNeeded();
    await page.locator("#redoc").getByText("Id of the persona's root clip. The clip must").first().waitFor();
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  test("has its menu on a phone, while it is in sight", async () => {
    const { page } = await openPage(browser, fromDisk, { viewport: { width: 390, height: 844 } });
    await page.locator("#redoc").scrollIntoViewIfNeeded();
    await page.getByRole("button", { name: "Open navigation menu" }).waitFor();
  });

  test("gives way to the list, and comes back", async () => {
    const { page } = await openPage(browser, fromDisk);
    await page.getByRole("button", { name: "List" }).click();
    expect(await page.locator("#list").isVisible()).toBe(true);
    expect(await page.locator("#redoc").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Explorer" }).click();
    expect(await page.locator("#list").isVisible()).toBe(false);
    expect(await page.locator("#redoc").isVisible()).toBe(true);
  });
});

test("code is copied by its button, which says so", async () => {
  const { page } = await openPage(browser, fromDisk, { permissions: ["clipboard-read", "clipboard-write"] });
  const button = page.getByRole("button", { name: "Copy: Create a persona with curl" });
  await button.click();
  await page.getByText("Copied").first().waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("curl --request POST");
});

test("on paper there are all fields, and neither console nor explorer", async () => {
  const { page } = await openPage(browser, fromDisk);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#list").isVisible()).toBe(true);
  expect(await page.getByText("import urllib.request").first().isVisible()).toBe(true);
  for (const hidden of ["#redoc", ".console", ".top nav"]) {
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  }
});

test("reduced motion is honoured", async () => {
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

test("the page is at most 0.75 MB, compressed", async () => {
  const { gzipSync } = await import("node:zlib");
  expect(gzipSync(html).byteLength).toBeLessThanOrEqual(750_000);
});

test("the folder holds the page, the same for machines, and nothing else", async () => {
  expect((await readdir(docs.folder)).sort()).toEqual([
    "index.html",
    "index.md",
    "llms.txt",
    "openapi.json",
    "openapi.yaml",
  ]);
});

test("the server of the docs finds nothing outside its folder", async () => {
  const server = await serveDocs(docs.folder, 0);
  onTestFinished(() => server.close());
  expect((await fetch(`${server.url}/nothing.html`)).status).toBe(404);
  expect((await fetch(`${server.url}/..%2f..%2fpackage.json`)).status).toBe(404);
});
