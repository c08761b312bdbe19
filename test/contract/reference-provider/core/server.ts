import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type Answer, Refusal, type Request } from "./message.ts";
import type { Provider } from "./provider.ts";
import { replyTo } from "./respond.ts";

/** A provider that listens. */
export interface Listening {
  url: string;
  /** Destroys every connection. */
  close(): Promise<void>;
}

/** Lets a provider listen on loopback. */
export async function listen(provider: Provider, onClose: () => void): Promise<Listening> {
  const count = counter();
  const turns = new WeakMap<Socket, Promise<unknown>>();
  const server = createServer(async (incoming, response) => {
    const numbers = count(incoming.socket);
    // One request of a connection after the other, so that what a fault writes itself comes in its turn too.
    const before = turns.get(incoming.socket);
    turns.set(incoming.socket, new Promise((resolve) => response.once("close", resolve)));
    const body = await readBody(incoming, provider.largestBody).catch(() => undefined);
    await before;
    if (!body || incoming.socket.destroyed) return;
    const request = { ...readHead(incoming), ...body, ...numbers };
    const reply = await replyTo(provider, request).catch(() => undefined);
    if (reply && !incoming.socket.destroyed) provider.send(reply, response, request);
  });
  // Longer than a client keeps a connection, so that none is closed under a request.
  server.keepAliveTimeout = 120_000;
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => refuse(provider, error, socket));
  server.on("connect", (_request, socket: Socket) => refuse(provider, { code: "HPE_INVALID_METHOD" }, socket));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const close = async () => {
    onClose();
    for (const socket of sockets) socket.destroy();
    if (server.listening) await once(server.close(), "close");
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Sends a reply with HTTP's framing. */
export function send(
  { status, headers, bytes }: { status: number; headers: [string, string][]; bytes?: Buffer },
  response: ServerResponse,
): void {
  const framing: [string, string][] = status === 204 ? [] : [["Content-Length", String(bytes?.length ?? 0)]];
  response.writeHead(status, [...headers, ...framing].flat());
  response.end(bytes);
}

function counter() {
  let all = 0;
  const connections = new WeakMap<Socket, number>();
  return (socket: Socket) => {
    const nthOnConnection = (connections.get(socket) ?? 0) + 1;
    connections.set(socket, nthOnConnection);
    return { nth: ++all, nthOnConnection };
  };
}

function readHead({
  method = "",
  url = "",
  rawHeaders,
}: IncomingMessage): Pick<Request, "method" | "target" | "headers"> {
  const headers: [string, string][] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) headers.push([rawHeaders[at] ?? "", rawHeaders[at + 1] ?? ""]);
  return { method, target: url, headers };
}

/** Reads a body to its end, even one that is too large, so that the client comes to read the answer. */
async function readBody(incoming: IncomingMessage, largest: number): Promise<{ body: Buffer; tooLarge: boolean }> {
  let chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largest) chunks = [];
    else chunks.push(chunk);
  }
  return { body: Buffer.concat(chunks), tooLarge: length > largest };
}

/** Answers what is no HTTP that the provider could read. */
function refuse(provider: Provider, { code }: { code?: string | undefined }, socket: Socket): void {
  if (!socket.writable || code === "ECONNRESET") return void socket.destroy();
  const [status, detail] = unreadable[code ?? ""] ?? [400, "The request is not HTTP that could be read."];
  const answer: Answer = provider.explain(new Refusal(status, detail));
  const body = Buffer.from(provider.serialise(answer.body, answer));
  const headers = [...answer.headers, ["Content-Length", body.length], ["Connection", "close"]];
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Refused\r\n${head}\r\n`), body]));
}

const unreadable: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, "The headers are too long."],
  HPE_INVALID_METHOD: [501, "The provider does not know the method."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request took too long."],
};
