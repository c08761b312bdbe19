import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { packageRoot } from "../../src/internal/package-root.ts";
import { cors, type Nowhere, type Row } from "./rows.ts";

/** The servers on loopback that the rows call. */
export interface Servers {
  /** The base URL of a row, for one runtime. */
  baseUrl(runtime: string, row: Row): string;
  /** The requests that the server saw for a row, preflights not counted. */
  seen(runtime: string, row: Row): number;
  close(): void;
}

/** Starts the servers. The path's first segments say which runtime calls, and which row. */
export async function startServers(rows: readonly Row[]): Promise<Servers> {
  const sockets = new Set<Socket>();
  const seen = new Map<string, number>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
  };
  const server = createServer((socket) => {
    keep(socket);
    let received = "";
    socket.on("data", (data) => {
      received += data.toString("latin1");
      const [head = "", body] = received.split("\r\n\r\n", 2);
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      if (body === undefined || body.length < length) return;
      received = "";
      const [, method, runtime, index] = /^(\w+) \/(\w+)\/(\d+)\//.exec(head) ?? [];
      const to = rows[Number(index)]?.to;
      if (method === "OPTIONS") {
        const lines = Object.entries({ ...cors, "Content-Length": "0" }).map(
          ([name, value]) => `${name}: ${value}\r\n`,
        );
        socket.end(`HTTP/1.1 204 No Content\r\n${lines.join("")}Connection: close\r\n\r\n`);
        return;
      }
      const key = `${runtime}/${index}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      if (typeof to === "function") to(socket);
      else if (Buffer.isBuffer(to)) socket.end(to);
    });
  });
  const read = (name: string) => readFile(join(packageRoot, "test/fixtures/tls", name));
  const tls = createTlsServer({ cert: await read("server.pem"), key: await read("server.key") }, keep);
  tls.on("connection", keep).on("tlsClientError", () => {});
  const plain = createServer((socket) => {
    keep(socket);
    socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
  });
  const refusing = createServer();
  const ports = await Promise.all([server, tls, plain, refusing].map(listen));
  refusing.close();
  const [port, tlsPort, plainPort, refusedPort] = ports;
  const nowhere: Record<Nowhere, string> = {
    refused: `http://127.0.0.1:${refusedPort}`,
    "unknown-host": "http://nowhere.invalid",
    tls: `https://127.0.0.1:${tlsPort}`,
    plain: `https://127.0.0.1:${plainPort}`,
  };
  return {
    baseUrl: (runtime, row) =>
      typeof row.to === "string" ? nowhere[row.to] : `http://127.0.0.1:${port}/${runtime}/${rows.indexOf(row)}`,
    seen: (runtime, row) => seen.get(`${runtime}/${rows.indexOf(row)}`) ?? 0,
    close() {
      for (const socket of sockets) socket.destroy();
      for (const one of [server, tls, plain]) one.close();
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
