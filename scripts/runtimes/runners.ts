import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { launchBrowser } from "../cli/launch-browser.ts";
import { loadPeer, peerPath } from "../cli/peers.ts";
import type { Bundles } from "./bundles.ts";

const run = promisify(execFile);

/** A runtime that the client is tried on. */
export interface Runtime {
  /** As the table shows it. */
  name: string;
  /** Whether it does not say why a call failed. */
  hides: boolean;
  /**
   * Checks that the runtime is installed.
   *
   * @throws {UserError} Exit code 2, with the command that installs it.
   */
  need?(): void;
  /** Calls the probe there. */
  ask(bundles: Bundles, args: unknown[]): Promise<unknown>;
}

/** A runtime that is a command: it runs a file with an argument. */
function command(name: string, find: () => string, flags: string[] = []): Runtime {
  return {
    name,
    hides: false,
    need: find,
    async ask({ folder, esm }, args) {
      const file = join(folder, "probe.mjs");
      await writeFile(file, `${esm}\nconsole.log(JSON.stringify(await probe(...JSON.parse(process.argv[2]))));\n`);
      const env = { ...process.env, NO_COLOR: "1", DO_NOT_TRACK: "1", DENO_NO_UPDATE_CHECK: "1", DENO_NO_PROMPT: "1" };
      const { stdout } = await run(find(), [...flags, file, JSON.stringify(args)], { env, timeout: 60_000 });
      return JSON.parse(stdout);
    },
  };
}

const bunPlatform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch === "arm64" ? "aarch64" : process.arch}`;
const [major = ""] = process.versions.node.split(".");
const otherNode = major === "24" ? "node20" : "node24";

/** The runtimes. The Node that runs this is one of them. */
export const runtimes: Runtime[] = [
  command(`Node ${major}`, () => process.execPath),
  command(otherNode.replace("node", "Node "), () => peerPath("runtimes", `${otherNode}/bin/node`)),
  command("Bun", () => peerPath("runtimes", `@oven/bun-${bunPlatform}/bin/bun`), ["run"]),
  command("Deno", () => peerPath("runtimes", "deno/bin.cjs"), ["run", "--allow-net", "--no-config", "--no-lock"]),
  {
    name: "workerd",
    hides: true,
    need: () => peerPath("runtimes", "miniflare"),
    async ask({ esm }, args) {
      const { Miniflare } = await loadPeer("runtimes", "miniflare");
      const script = `${esm}\nexport default { fetch: async (request) => Response.json(await probe(...(await request.json()))) };`;
      // It prints a stack for each failed connection.
      const handleRuntimeStdio = (...streams: Readable[]) => streams.map((stream) => stream.resume());
      // Without `cf`, it would fetch the properties of a request from its maker's network.
      const worker = new Miniflare({
        modules: true,
        script,
        compatibilityDate: "2026-01-01",
        cf: false,
        handleRuntimeStdio,
      });
      try {
        const response = await worker.dispatchFetch("http://localhost/", {
          method: "POST",
          body: JSON.stringify(args),
        });
        return await response.json();
      } finally {
        await worker.dispose();
      }
    },
  },
  {
    name: "edge-runtime",
    hides: false,
    need: () => peerPath("runtimes", "edge-runtime"),
    async ask({ iife }, args) {
      const { EdgeRuntime } = await loadPeer("runtimes", "edge-runtime");
      const runtime = new EdgeRuntime();
      runtime.evaluate(iife);
      return JSON.parse(await runtime.evaluate(`probe(...${JSON.stringify(args)}).then(JSON.stringify)`));
    },
  },
  {
    name: "Chromium",
    hides: true,
    async ask({ esm }, args) {
      const page = createServer((_, response) => response.setHeader("Content-Type", "text/html").end("<title>"));
      await new Promise<void>((resolve) => page.listen(0, "127.0.0.1", resolve));
      const browser = await launchBrowser();
      try {
        const tab = await browser.newPage();
        await tab.goto(`http://127.0.0.1:${(page.address() as AddressInfo).port}/`);
        await tab.addScriptTag({ type: "module", content: `${esm}\nglobalThis.probe = probe;` });
        return await tab.evaluate(`probe(...${JSON.stringify(args)})`);
      } finally {
        await browser.close();
        page.close();
      }
    },
  },
];
