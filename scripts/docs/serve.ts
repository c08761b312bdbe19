import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { PortInUseError } from "../../src/internal/port-in-use.ts";
import { systemErrorCode } from "../../src/internal/user-error.ts";
import type { Live } from "./live.ts";

/** A running docs server. */
export interface DocsServer {
  /** `http://127.0.0.1:PORT`, without a final slash. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on 127.0.0.1, with its current content at each request.
 *
 * @param port 0 for any free one.
 * @param live If set, the page listens for changes.
 * @throws {PortInUseError}
 */
export async function serveDocs(folder: string, port: number, live?: Live): Promise<DocsServer> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    if (live?.answer(request, response)) return;
    if (live && isPage(request)) return void sendLivePage(folder, live, response);
    files(request, response, () => notFound(response));
  });
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    throw systemErrorCode(error) === "EADDRINUSE" ? new PortInUseError(port, error) : error;
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function isPage({ url = "" }: IncomingMessage): boolean {
  return ["/", "/index.html"].includes(url.replace(/\?.*/, ""));
}

async function sendLivePage(folder: string, live: Live, response: ServerResponse): Promise<void> {
  try {
    const page = live.withListener(await readFile(join(folder, "index.html"), "utf8"));
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" }).end(page);
  } catch {
    // Before the first build.
    notFound(response);
  }
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
}
