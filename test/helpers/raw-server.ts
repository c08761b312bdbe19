import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What a raw server does with a request: bytes to send and end with, or its own doing. */
export type RawAnswer = string | Buffer | ((socket: Socket, index: number) => void);

/**
 * A server on loopback that answers with exact bytes, which an HTTP library would mend. The nth request gets the nth
 * answer, the last answer stands for all that follow.
 */
export async function rawServer(...answers: RawAnswer[]) {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    let received = Buffer.alloc(0);
    socket.on("data", (data) => {
      received = Buffer.concat([received, data]);
      const text = received.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      const length = Number(/^content-length: (\d+)/im.exec(text)?.[1] ?? 0);
      if (end < 0 || received.length < end + 4 + length) return;
      requests.push(text);
      received = Buffer.alloc(0);
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      if (typeof answer === "function") answer(socket, requests.length - 1);
      else socket.end(answer ?? "");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** An answer as text: status line, headers, body. Its length is given where no header tells the framing. */
export function http(status: number, headers: Record<string, string> = {}, body: string | Buffer = ""): Buffer {
  const framed = Object.keys(headers).some((name) => /^(content-length|transfer-encoding)$/i.test(name));
  const all = framed ? headers : { ...headers, "Content-Length": String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} Text\r\n${lines.join("")}Connection: close\r\n\r\n`),
    Buffer.from(body),
  ]);
}
