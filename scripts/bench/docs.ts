import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { withScratchFolder } from "../../src/command/scratch-folder.ts";
import { buildDocs } from "../../src/docs/build.ts";
import { defaultSpec, readSpec } from "../../src/spec/read-spec.ts";
import { redocly, redoclyConfig } from "../../src/spec/redocly.ts";
import { launchBrowser } from "../launch-browser.ts";
import { quantile, spread } from "./statistics.ts";

/** What the docs' page weighs, and when its operation is first seen. */
export interface PageCost {
  name: string;
  gzipBytes: number;
  /** From the start of the load until the operation's path is painted, the median of the rounds. */
  paintMs: number;
  /** The distance of the quartiles. */
  paintSpreadMs: number;
}

/** A good mobile network: 1.25 MB a second, 40 ms to the server and back. */
const network = { offline: false, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000, latency: 40 };

/** Measures our page beside what `redocly build-docs` makes of the same document, in turn. */
export function measureDocs(rounds: number): Promise<PageCost[]> {
  return withScratchFolder(async (scratch) => {
    const document = await readSpec(defaultSpec);
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
      { name: "npm run docs", html: await readFile(join(scratch, "docs/index.html")) },
      { name: "redocly build-docs", html: await readFile(plainFile) },
    ].map(({ name, html }) => ({ name, body: gzipSync(html, { level: 9 }), times: [] as number[] }));
    const [path = ""] = Object.keys(document.paths ?? {});
    const server = createServer(({ url }, response) => {
      const page = pages[Number(url?.slice(1))];
      if (!page) return void response.writeHead(404).end();
      response
        .writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip" })
        .end(page.body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await launchBrowser();
    try {
      for (let round = 0; round < rounds; round++) {
        const order = [...pages.keys()];
        for (const index of round % 2 === 0 ? order : order.reverse()) {
          const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${index}`;
          pages[index]?.times.push(await timeToPaint(browser, url, path));
        }
      }
    } finally {
      await browser.close();
      server.close();
    }
    return pages.map(({ name, body, times }) => ({
      name,
      gzipBytes: body.byteLength,
      paintMs: quantile(times, 0.5),
      paintSpreadMs: spread(times),
    }));
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
        // What is there in one frame is painted by the next.
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
