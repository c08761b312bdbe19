import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { packageRoot } from "../../src/command/package-root.ts";
import { buildDocs } from "../../src/docs/build.ts";
import { withContentSecurityPolicy } from "../../src/docs/content-security-policy.ts";
import { serveDocs } from "../../src/docs/serve.ts";
import { loadSpec } from "../../src/spec/load.ts";
import { launchBrowser } from "../helpers/browser.ts";

const folder = join(packageRoot, "dist/docs");
const file = join(folder, "index.html");
let browser: Browser;
let html: string;

beforeAll(async () => {
  const build = async () => buildDocs(await loadSpec(join(packageRoot, "openapi")), file);
  [browser] = await Promise.all([launchBrowser(), build()]);
  html = await readFile(file, "utf8");
});
afterAll(() => browser?.close());

/** Opens the page and collects what it asks for and what it complains of. */
async function open(url: string): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  onTestFinished(() => page.close());
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  return { page, requests, complaints };
}

describe("in a browser", () => {
  test("the page works from disk: nothing else is asked for, nothing fails, the operation is there", async () => {
    const { page, requests, complaints } = await open(pathToFileURL(file).href);
    expect(requests).toEqual([pathToFileURL(file).href]);
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe("Suno Persona API");
    await page.getByText("/suno/persona/create/").first().waitFor();
    const screenshots = join(packageRoot, "dist/screenshots");
    await mkdir(screenshots, { recursive: true });
    await page.screenshot({ path: join(screenshots, "docs.png") });
  });

  test("the page's own script runs: an operation opens on a click", async () => {
    const { page, complaints } = await open(pathToFileURL(file).href);
    expect(await page.getByText("root_clip_id").first().isVisible()).toBe(false);
    await page.getByText("/suno/persona/create/").first().click();
    await page.getByText("root_clip_id").first().waitFor({ state: "visible" });
    expect(complaints).toEqual([]);
  });

  test("the page works when served", async () => {
    const server = await serveDocs(folder, 0);
    onTestFinished(() => server.close());
    const { requests, complaints } = await open(`${server.url}/`);
    expect(requests).toEqual([`${server.url}/`]);
    expect(complaints).toEqual([]);
  });
});

describe("the file", () => {
  test("telemetry is off for readers too", () => {
    expect(html).toContain('"disableTelemetry":true');
  });

  test("the policy lets the page's own scripts run, by hash, and nothing load", () => {
    const policy = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1] ?? "";
    const directives = Object.fromEntries(policy.split("; ").map((part) => part.split(/ (.*)/s).slice(0, 2)));
    const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? "");
    const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    expect(scripts.length).toBeGreaterThan(0);
    expect(directives).toEqual({
      "default-src": "'none'",
      "script-src": hashes.join(" "),
      "style-src": "'unsafe-inline'",
      "img-src": "data:",
      "font-src": "data:",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
  });

  test("a template without room for the policy is refused", () => {
    expect(() => withContentSecurityPolicy("<html></html>")).toThrow(/CONTENT_SECURITY_POLICY/);
  });
});

test("the server of the docs finds nothing outside its folder", async () => {
  const server = await serveDocs(folder, 0);
  onTestFinished(() => server.close());
  expect((await fetch(`${server.url}/nothing.html`)).status).toBe(404);
  expect((await fetch(`${server.url}/..%2f..%2fpackage.json`)).status).toBe(404);
});
