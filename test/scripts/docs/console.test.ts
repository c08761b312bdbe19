import { execFile } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../../../scripts/cli/launch-browser.ts";
import { type Mock, startMock } from "../../../src/mock/start-mock.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { readOrdersDocument } from "../../contract/reference-provider/orders/provider.ts";
import { buildScratchDocs, openPage, screenshots } from "../../helpers/docs-page.ts";

let browser: Browser;
let docs: Awaited<ReturnType<typeof buildScratchDocs>>;
let mock: Mock;
let url: string;

beforeAll(async () => {
  [browser, docs, mock] = await Promise.all([launchBrowser(), buildScratchDocs(), startMock()]);
  url = pathToFileURL(join(docs.folder, "index.html")).href;
});
afterAll(() => Promise.all([browser?.close(), docs?.remove(), mock?.close()]));

async function openConsole(baseUrl: string): Promise<Page> {
  const { page } = await openPage(browser, url);
  await page.getByLabel("Base URL").fill(baseUrl);
  return page;
}

async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

/** A server that tells what reached it. */
async function listen(headers: Record<string, string>, status = 200, body = "{}") {
  const seen: { request: IncomingMessage; body: string }[] = [];
  const server = createServer(async (request, response) => {
    seen.push({ request, body: await text(request) });
    response.writeHead(request.method === "OPTIONS" ? 204 : status, { "Content-Type": "application/json", ...headers });
    response.end(request.method === "OPTIONS" ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}
const permission = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*, Authorization" };

describe("a call", () => {
  test("shows the mock's answer: status, time, body, headers", async () => {
    const page = await openConsole(mock.url);
    await page.getByLabel("API key").fill("KEY_OF_THE_READER");
    await send(page);
    const outcome = page.locator(".outcome");
    await outcome.locator(".status").waitFor();
    expect(await outcome.locator("p").first().innerText()).toMatch(/^200 in \d+ ms$/);
    expect(await outcome.innerText()).toContain("fd213afd-ac1c-4822-9802-c1c0ea45e77b");
    await outcome.getByText(/^Headers/).click();
    expect(await outcome.innerText()).toContain("content-type: application/json");
    await page.getByLabel("Base URL").evaluate((field) => field.scrollIntoView());
    await page.screenshot({ path: join(screenshots, "console.png") });
  });

  test("sends the documented example as the generated client does, once", async () => {
    const server = await listen(permission, 500, '{"reason":"broken"}');
    const page = await openConsole(server.url);
    await page.getByLabel("API key").fill("KEY_OF_THE_READER");
    await send(page);
    await page.locator(".outcome .status").waitFor();
    const posts = server.seen.filter(({ request }) => request.method === "POST");
    expect(posts).toHaveLength(1);
    expect(posts[0]?.request).toMatchObject({
      url: "/suno/persona/create/",
      headers: {
        authorization: "Bearer KEY_OF_THE_READER",
        accept: "application/json",
        "content-type": "application/json",
      },
    });
    expect(JSON.parse(posts[0]?.body ?? "")).toMatchObject({ name: "Persona title", is_public: true });
    expect(await page.locator(".outcome").innerText()).toMatch(/500 in \d+ ms[\s\S]*"reason": "broken"/);
  });

  test("keeps the key in memory: not in storage, cookies or the address, and not after a reload", async () => {
    const page = await openConsole(mock.url);
    await page.getByLabel("API key").fill("KEY_OF_THE_READER");
    await send(page);
    await page.locator(".outcome .status").waitFor();
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
    );
    expect(stored).not.toContain("KEY_OF_THE_READER");
    expect(await page.locator(".outcome").innerText()).not.toContain("KEY_OF_THE_READER");
    await page.reload();
    expect(await page.getByLabel("API key").inputValue()).toBe("");
  });

  test("shows an answer as text, whatever it holds", async () => {
    const server = await listen(permission, 400, JSON.stringify("<img src=x onerror=\"document.title='taken'\">"));
    const page = await openConsole(server.url);
    await send(page);
    await page.locator(".outcome .status").waitFor();
    expect(await page.locator(".outcome img").count()).toBe(0);
    expect(await page.title()).toBe("Suno Persona API");
  });
});

describe("the request as curl", () => {
  const curlOf = (page: Page) => page.locator(".curl code").innerText();

  test("follows what is edited, hides the key, and sends what the console sends", async () => {
    const server = await listen(permission);
    const page = await openConsole(server.url);
    await page.getByLabel("API key").fill("KEY_OF_THE_READER");
    const body = page.locator("textarea");
    await body.fill((await body.inputValue()).replace("Persona title", "It's new"));
    await expect.poll(() => curlOf(page)).toContain(`It'\\''s new`);
    const command = await curlOf(page);
    expect(command).not.toContain("KEY_OF_THE_READER");
    expect(command).toContain('"authorization: Bearer $API_KEY"');

    await send(page);
    await page.locator(".outcome .status").waitFor();
    await promisify(execFile)("sh", ["-c", command], { env: { ...process.env, API_KEY: "KEY_OF_THE_READER" } });
    const [fromConsole, fromCurl] = server.seen
      .filter(({ request }) => request.method === "POST")
      .map(({ request: { url: path, headers }, body: text }) => {
        const { authorization, accept, "content-type": type } = headers;
        return { path, authorization, accept, type, body: JSON.parse(text) };
      });
    expect(fromCurl).toEqual(fromConsole);
    expect(fromCurl?.body.name).toBe("It's new");
  });

  test("stays the last good one while the body is not JSON", async () => {
    const page = await openConsole(mock.url);
    await expect.poll(() => curlOf(page)).toContain("Persona title");
    await page.locator("textarea").fill("{");
    await page.locator("mark").waitFor({ state: "attached" });
    expect(await curlOf(page)).toContain("Persona title");
  });
});

describe("the mock is asked for a failure", () => {
  test("with Prefer, which the curl command shows too", async () => {
    const page = await openConsole(mock.url);
    await page.getByLabel("Response of the mock").selectOption("429");
    await expect.poll(() => page.locator(".curl code").innerText()).toContain("'prefer: code=429'");
    await send(page);
    await page.locator(".outcome .status").waitFor();
    expect(await page.locator(".outcome p").first().innerText()).toMatch(/^429 in/);
  });

  test("only on this machine: elsewhere there is no choice and no header", async () => {
    const page = await openConsole(mock.url);
    await page.getByLabel("Response of the mock").selectOption("429");
    await page.getByLabel("Base URL").fill("https://gateway.example");
    await expect.poll(() => page.getByLabel("Response of the mock").isVisible()).toBe(false);
    await expect.poll(() => page.locator(".curl code").innerText()).toContain("https://gateway.example");
    expect(await page.locator(".curl code").innerText()).not.toContain("prefer");
  });
});

test("a response is copied by its button", async () => {
  const { page } = await openPage(browser, url, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByLabel("Base URL").fill(mock.url);
  await send(page);
  await page.getByRole("button", { name: "Copy: Response body" }).click();
  await page.getByText("Copied").first().waitFor();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied.id).toBe("fd213afd-ac1c-4822-9802-c1c0ea45e77b");
});

describe("a wrong place is marked while it is edited, with its line and pointer", () => {
  const example = (clips: string) =>
    `{\n  "root_clip_id": "54834687-5e79-4f08-8e14-cf188f15b598",\n  "name": "x",\n  "description": "x",\n  "clips": ${clips},\n  "is_public": true\n}`;
  test.each([
    ["of a value in a list", example('["no id"]'), /^Line 5, \/clips\/0: must match format/, '"no id"'],
    ["of a missing property", '\n{\n  "name": "x"\n}', /^Line 2, the body: must have required property/, "{"],
    [
      "of a syntax error",
      '{\n  "name": "x"\n  "description": 1\n}',
      /^Line 3: the body is not JSON: comma expected/,
      '"description"',
    ],
  ])("%s", async (_, text, message, marked) => {
    const page = await openConsole(mock.url);
    await page.locator("textarea").fill(text);
    await expect.poll(() => page.locator("form .problem").first().innerText()).toMatch(message);
    expect(await page.locator("mark").textContent()).toBe(marked);
    expect(await page.locator("textarea").getAttribute("aria-invalid")).toBe("true");
    const [mark, area] = await Promise.all(["mark", "textarea"].map((name) => page.locator(name).boundingBox()));
    expect(mark?.y).toBeGreaterThan(area?.y ?? 0);
    await page.locator("textarea").fill(example('["54834687-5e79-4f08-8e14-cf188f15b598"]'));
    await expect.poll(() => page.locator("form .problem").first().innerText()).toBe("");
    expect(await page.locator("mark").count()).toBe(0);
  });
});

describe("before it is sent", () => {
  test("a body that does not fit the description is told, and sent only on demand", async () => {
    const page = await openConsole(mock.url);
    await page.locator("textarea").fill('{"root_clip_id": "no id"}');
    await send(page);
    const problem = page.locator("form .problem").first();
    expect(await problem.innerText()).toContain("must have required property 'name'");
    expect(await page.locator(".outcome").innerText()).toBe("");
    await page.getByRole("button", { name: "Send it anyway" }).click();
    await page.locator(".outcome .status").waitFor();
    expect(await page.locator(".outcome p").first().innerText()).toMatch(/^422 /);
  });

  test.each([
    ["a body that is no JSON", "textarea", '{"name":', /Line 1: the body is not JSON: /],
    ["a base URL that is none", "[name=baseUrl]", "gateway", /baseUrl must be an https URL/],
    ["a base URL with a query", "[name=baseUrl]", "http://127.0.0.1:4010?a=1", /query/],
    ["a key with a line break", "[name=key]", "two words", /key/i],
  ])("%s is told", async (_, field, value, message) => {
    const page = await openConsole(mock.url);
    await page.locator(field).fill(value);
    await send(page);
    await page.locator("form").getByText(message).first().waitFor();
    expect(await page.locator(".outcome .status").count()).toBe(0);
  });
});

describe("no answer is explained in words", () => {
  test("nothing listens there: with the command that starts the mock", async () => {
    const gone = await listen(permission);
    const page = await openConsole("http://127.0.0.1:65535");
    await send(page);
    await page.locator(".outcome .problem").first().waitFor();
    const said = await page.locator(".outcome").innerText();
    expect(said).toContain("No response from http://127.0.0.1:65535");
    expect(said).toContain("npm run mock");
    expect(gone.seen).toEqual([]);
  });

  test("a server that does not allow the page (CORS): so, with the command that starts one that does", async () => {
    const server = await listen({});
    const page = await openConsole(server.url);
    await send(page);
    await page.locator(".outcome .problem").first().waitFor();
    const said = await page.locator(".outcome").innerText();
    expect(said).toContain(`${server.url} responds, but does not allow this page to read the response`);
    expect(said).toContain("npm run mock");
    expect(server.seen.filter(({ request }) => request.method === "POST")).toEqual([]);
  });
});

describe("for another API", () => {
  let other: Awaited<ReturnType<typeof buildScratchDocs>>;
  beforeAll(async () => {
    other = await buildScratchDocs((await readOrdersDocument()) as unknown as OpenApiDocument);
  });
  afterAll(() => other?.remove());

  test("every operation has its console, parameters included", async () => {
    const { page, complaints } = await openPage(browser, pathToFileURL(join(other.folder, "index.html")).href);
    const operations = await page
      .locator("form[data-operation]")
      .evaluateAll((forms) => forms.map((form) => (form as HTMLElement).dataset.operation));
    expect(operations).toEqual(["listOrders", "placeOrder", "readOrder", "deleteOrder", "changeOrder"]);
    const server = await listen({ ...permission, "Access-Control-Allow-Methods": "*" }, 404);
    const form = page.locator("form[data-operation=readOrder]");
    await form.locator("[name=baseUrl]").fill(server.url);
    await form.locator("[name='path.orderId']").fill("a/b");
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await form.locator(".outcome .status").waitFor();
    expect(server.seen.at(-1)?.request).toMatchObject({ method: "GET", url: "/v1/orders/a%2Fb" });
    expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
  });
});
