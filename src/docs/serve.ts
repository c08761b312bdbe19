import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { systemErrorCode } from "../command/explained-error.ts";
import { PortInUseError } from "../command/port-in-use.ts";

/** A running server of the docs. */
export interface DocsServer {
  /** `http://127.0.0.1:PORT`, without a final slash. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on 127.0.0.1, as it is at the time of each request.
 *
 * @param port 0 for any free one.
 * @throws {PortInUseError}
 */
export async function serveDocs(folder: string, port: number): Promise<DocsServer> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
    }),
  );
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
