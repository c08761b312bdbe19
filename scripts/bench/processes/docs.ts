import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { listPaths } from "../../../src/openapi/operation.ts";
import { defaultSpec, readDocument } from "../../../src/openapi/read-document.ts";
import { launchBrowser } from "../../cli/launch-browser.ts";
import { withScratchFolder } from "../../cli/scratch-folder.ts";
import { buildDocs } from "../../docs/build.ts";
import { redocly, redoclyConfig } from "../../spec/redocly.ts";
import type { Section } from "../section.ts";
import { inTurn, median, quantile } from "../statistics.ts";

const rounds = 12;
/** Maximum size of the page, in bytes. */
const pageBytes = 750_000;
/** A good mobile network: 1.25 MB per second, 40 ms round trip. */
const network = { offline: false, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000, latency: 40 };

/** Measures our page and `redocly build-docs`' page of the same document, interleaved. */
export function measureDocs(): Promise<Section> {
  return withScratchFolder(async (scratch) => {
    const document = await readDocument(defaultSpec);
    const plainFile = join(scratch, "plain.html");
    await buildDocs(document, join(scratch, "docs"));
    const plain = await redocly(
      "build-docs",
      defaultSpec,
      `--config=${redoclyConfig}`,
      `--output=${plainFile}`,
      "--inlineBundle",
    );
    if (plain.exitCode !== 0) throw new Error(plain.stderr);
    const pages = [
      { name: "`npm run docs`", html: await readFile(join(scratch, "docs/index.html")) },
      { name: "`redocly build-docs`", html: await readFile(plainFile) },
    ].map(({ name, html }) => ({ name, body: gzipSync(html, { level: 9 }) }));
    const [{ path } = { path: "" }] = listPaths(document);
    const server = createServer(({ url }, response) => {
      const page = pages[Number(url?.slice(1))];
      if (!page) return void response.writeHead(404).end();
      response
        .writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip" })
        .end(page.body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await launchBrowser();
    let times: number[][];
    try {
      const { port } = server.address() as AddressInfo;
      times = await inTurn(rounds, pages, (_, index) =>
        timeToPaint(browser, `http://127.0.0.1:${port}/${index}`, path),
      );
    } finally {
      await browser.close();
      server.close();
    }
    const [own, plainSize] = pages.map(({ body }) => body.byteLength);
    const [ownPaint = Number.NaN, plainPaint = Number.NaN] = times.map((each) => quantile(each, 0.5));
    return {
      title: "Docs page",
      columns: ["page", "gzip", "operation painted after"],
      rows: pages.map(({ name, body }, index) => [name, `${body.byteLength} B`, median(times[index] ?? [], 0, " ms")]),
      aims: [
        { what: "gzip, bytes", figure: own ?? Number.NaN, bound: { atMost: pageBytes } },
        { what: "size relative to build-docs", figure: (own ?? 0) / (plainSize ?? 0), bound: { atMost: 1.1 } },
        {
          what: "time to the operation's paint relative to build-docs",
          figure: ownPaint / plainPaint,
          bound: { atMost: 1 },
        },
      ],
      notes: [`Over 10 Mbit/s and 40 ms, ${rounds} rounds.`],
      figures: pages.map(({ name, body }, index) => ({ name, gzipBytes: body.byteLength, paintMs: times[index] })),
    };
  });
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
        const shown = document.querySelector<HTMLElement>("main, #redoc")?.innerText.includes(wanted);
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
