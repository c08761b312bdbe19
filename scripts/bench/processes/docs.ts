import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { listPaths } from "../../../src/openapi/operation.ts";
import { defaultSpec, readDocument } from "../../../src/openapi/read-document.ts";
import { launchBrowser } from "../../cli/launch-browser.ts";
import { withScratchFolder } from "../../cli/scratch-folder.ts";
import { renderDocs } from "../../docs/build.ts";
import { redocly, redoclyConfig } from "../../spec/redocly.ts";
import { growDocument } from "../grow.ts";
import type { Section } from "../section.ts";
import { inTurn, median, quantile } from "../statistics.ts";

const rounds = 12;
/** Operations of the spec that the pages also have to cope with. */
const manyOperations = 100;
/** A good mobile network: 1.25 MB per second, 40 ms round trip. */
const network = { offline: false, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000, latency: 40 };

/** Measures our page and `redocly build-docs`' page of the same documents, interleaved. */
export function measureDocs(): Promise<Section> {
  return withScratchFolder(async (scratch) => {
    const documents = [await readDocument(defaultSpec), await growDocument(manyOperations)];
    const pages = (await Promise.all(documents.map((document) => buildPages(document, scratch)))).flat();
    const [{ path } = { path: "" }] = listPaths(documents[0] as OpenApiDocument);
    const times = await servePages(pages, (browser, urls) =>
      inTurn(rounds, urls, (url) => timeToPaint(browser, url, path)),
    );
    const [own = 0, plain = 0, ownMany = 0] = pages.map(({ body }) => body.byteLength);
    const paints = times.map((each) => quantile(each, 0.5));
    const [ownPaint = Number.NaN, plainPaint = Number.NaN, ownManyPaint = Number.NaN] = paints;
    return {
      title: "Docs page",
      columns: ["page", "gzip", "first operation painted after"],
      rows: pages.map(({ name, body }, index) => [name, `${body.byteLength} B`, median(times[index] ?? [], 0, " ms")]),
      aims: [
        { what: "gzip, bytes", figure: own, bound: { atMost: 60_000 } },
        { what: "size relative to build-docs", figure: own / plain, bound: { atMost: 0.1 } },
        {
          what: "time to the operation's paint relative to build-docs",
          figure: ownPaint / plainPaint,
          bound: { atMost: 0.25 },
        },
        { what: `gzip with ${manyOperations} operations, bytes`, figure: ownMany, bound: { atMost: 400_000 } },
        {
          what: `time to the paint with ${manyOperations} operations, ms`,
          figure: ownManyPaint,
          bound: { atMost: 1000 },
        },
      ],
      notes: [`Over 10 Mbit/s and 40 ms, ${rounds} rounds.`],
      figures: pages.map(({ name, body }, index) => ({ name, gzipBytes: body.byteLength, paintMs: times[index] })),
    };
  });
}

interface BuiltPage {
  name: string;
  /** Compressed. */
  body: Buffer;
}

/** Builds our page and plain `build-docs`' page of a document. */
async function buildPages(document: OpenApiDocument, scratch: string): Promise<BuiltPage[]> {
  const count = listPaths(document).length;
  const [spec, plain] = ["json", "html"].map((ending) => join(scratch, `${count}.${ending}`)) as [string, string];
  await writeFile(spec, JSON.stringify(document));
  const run = await redocly("build-docs", spec, `--config=${redoclyConfig}`, `--output=${plain}`, "--inlineBundle");
  if (run.exitCode !== 0) throw new Error(run.stderr);
  const own = (await renderDocs(document)).get("index.html") ?? "";
  const suffix = count > 1 ? `, ${count} operations` : "";
  return [
    { name: `\`npm run docs\`${suffix}`, body: gzipSync(own, { level: 9 }) },
    { name: `\`redocly build-docs\`${suffix}`, body: gzipSync(await readFile(plain), { level: 9 }) },
  ];
}

/** Serves the pages compressed, and opens a browser for them. */
async function servePages<T>(
  pages: readonly BuiltPage[],
  use: (browser: Browser, urls: string[]) => Promise<T>,
): Promise<T> {
  const server = createServer(({ url }, response) => {
    const page = pages[Number(url?.slice(1))];
    if (!page) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip" }).end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchBrowser();
  try {
    const { port } = server.address() as AddressInfo;
    return await use(
      browser,
      pages.map((_, index) => `http://127.0.0.1:${port}/${index}`),
    );
  } finally {
    await browser.close();
    server.close();
  }
}

async function timeToPaint(browser: Browser, url: string, text: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send("Network.enable");
    await devTools.send("Network.emulateNetworkConditions", network);
    await page.addInitScript((wanted) => {
      const look = () => {
        const shown = document.querySelector<HTMLElement>(".route, #redoc")?.innerText.includes(wanted);
        // What exists in one frame is painted by the next.
        requestAnimationFrame(shown ? () => Object.assign(globalThis, { paintedAt: performance.now() }) : look);
      };
      requestAnimationFrame(look);
    }, text);
    await page.goto(url, { waitUntil: "commit" });
    const handle = await page.waitForFunction(() => (globalThis as { paintedAt?: number }).paintedAt);
    return (await handle.jsonValue()) as number;
  } finally {
    await context.close();
  }
}
