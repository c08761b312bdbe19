import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as a handler gets it. */
export interface Asked {
  method: string;
  /** Without the query, not decoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

/** A response; a body that is neither text nor bytes is sent as JSON. */
export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** What a server does with a request. */
export type Handler = (asked: Asked) => Reply;

/** Starts a server on loopback until the test ends. */
export async function serve(handler: Handler): Promise<string> {
  const server = createServer(async (request, response) => {
    const [path = "", query = ""] = (request.url ?? "").split("?");
    const { method = "", headers } = request;
    const bytes = await read(request);
    const reply = handler({ method, path, query: new URLSearchParams(query), headers, bytes });
    const type = reply.body === undefined ? {} : { "Content-Type": "application/json" };
    response.writeHead(reply.status, { ...type, ...reply.headers });
    const isRaw = typeof reply.body === "string" || Buffer.isBuffer(reply.body) || reply.body === undefined;
    response.end(isRaw ? reply.body : JSON.stringify(reply.body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
