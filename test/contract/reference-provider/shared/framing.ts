import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { finishing, headed, headOf, sentRaw, step, succeeding } from "../change.ts";
import { headerOf, type Reply } from "../core/message.ts";
import type { Change } from "../fault.ts";

/** What is wrong with the way in which an answer goes over the wire. */
export const framing: Record<string, Change> = {
  "a Content-Length that is too large": ends((reply, bytes) => [headOf(reply, length(bytes.length + 10)), bytes]),
  "a Content-Length that is too small": ends((reply, bytes) => [headOf(reply, length(bytes.length - 10)), bytes]),
  "a Content-Length in characters": ends((reply, bytes) => [headOf(reply, length(bytes.toString().length)), bytes]),
  "a Content-Length of zero": ends((reply, bytes) => [headOf(reply, length(0)), bytes]),
  "a Content-Length that is no number": ends((reply, bytes) => [headOf(reply, "Content-Length: all"), bytes]),
  "a negative Content-Length": ends((reply, bytes) => [headOf(reply, length(-1)), bytes]),
  "two lengths": ends((reply, bytes) => [headOf(reply, length(bytes.length), length(bytes.length + 1)), bytes]),
  "a length and chunks": ends((reply, bytes) => [headOf(reply, length(bytes.length), chunked), chunk(bytes), end]),
  "cut where the end of the connection is the frame": ends((reply, bytes) => [headOf(reply), bytes.subarray(0, -5)]),
  "chunks without the last one": ends((reply, bytes) => [headOf(reply, chunked), chunk(bytes)]),
  "chunks of a wrong size": ends((reply, bytes) => [headOf(reply, chunked), `${bytes.length}\r\n`, bytes, "\r\n", end]),
  "chunks announced, none sent": ends((reply, bytes) => [headOf(reply, chunked), bytes]),
  "closed in the middle of the body": ends((reply, bytes) => [headOf(reply, length(bytes.length)), half(bytes)]),
  "closed in the middle of the headers": ends((reply) => [headOf(reply).slice(0, -10)]),
  "closed without an answer": sentRaw((socket) => socket.end()),
  "reset without an answer": sentRaw((socket) => socket.resetAndDestroy()),
  "reset in the middle of the body": sentRaw((socket, reply) => {
    socket.write(headOf(reply, length(reply.bytes?.length ?? 0)));
    socket.write(half(reply.bytes ?? Buffer.alloc(0)), () => setImmediate(() => socket.resetAndDestroy()));
  }),
  "lines that end in a line feed alone": ends((reply, bytes) => [headOf(reply).replaceAll("\r\n", "\n"), bytes]),
  "a header without a colon": ends((reply, bytes) => [headOf(reply, "X-Broken", length(bytes.length)), bytes]),
  "a space before the colon of a header": ends((reply, bytes) => [
    headOf(reply, `Content-Length : ${bytes.length}`),
    bytes,
  ]),
  "a folded header": ends((reply, bytes) => [headOf(reply, "X-Folded: a", "\tb", length(bytes.length)), bytes]),
  "a control character in a header": ends((reply, bytes) => [
    headOf(reply, "X-Bell: \x07", length(bytes.length)),
    bytes,
  ]),
  "no HTTP": ends((_reply, bytes) => [bytes]),
  "an unknown version of HTTP": ends((reply, bytes) => [
    headOf(reply, length(bytes.length)).replace("HTTP/1.1", "HTTP/9.9"),
    bytes,
  ]),
  "a status that is no number": ends((reply, bytes) => [
    headOf(reply, length(bytes.length)).replace(/ \d+ /, " OK "),
    bytes,
  ]),
  "a status of four digits": ends((reply, bytes) => [
    headOf(reply, length(bytes.length)).replace(/ (\d+) /, " $10 "),
    bytes,
  ]),
  "an interim answer and no other": sentRaw((socket) => {
    socket.write("HTTP/1.1 100 Continue\r\n\r\n");
  }),
  "bytes after the answer": ends((reply, bytes) => [
    headOf(reply, length(bytes.length)),
    bytes,
    "\r\nHTTP/1.1 200 OK\r\n\r\n",
  ]),
  "gzip that is none": headed((headers) => [...headers, ["Content-Encoding", "gzip"]]),
  "gzip that was not asked for": sentGzip(),
  "an unknown content encoding": headed((headers) => [...headers, ["Content-Encoding", "x-secret"]]),
  "a body that never ends": sentRaw((socket, reply) => {
    socket.write(`${headOf(reply, chunked)}1\r\n{\r\n`);
    repeat(socket, 5, () => socket.write(`4000\r\n${" ".repeat(0x4000)}\r\n`));
  }),
  "a body that comes in drops": sentRaw((socket, reply) => {
    socket.write(headOf(reply, length(reply.bytes?.length ?? 0)));
    let at = 0;
    repeat(socket, 1000, () => socket.write(reply.bytes?.subarray(at, ++at) ?? ""));
  }),
  "headers that come in drops": sentRaw((socket, reply) => {
    let at = 0;
    repeat(socket, 1000, () => socket.write(headOf(reply).slice(at, ++at)));
  }),
  "a body that stops in the middle": sentRaw((socket, reply) => {
    socket.write(headOf(reply, length(reply.bytes?.length ?? 0)));
    socket.write(half(reply.bytes ?? Buffer.alloc(0)));
  }),
  "no answer for ever": sentRaw(() => {}),
  "an answer after 20 s": slow(20_000),
  "a refusal that takes 20 s": (provider) =>
    finishing(async (answer) => {
      if (answer.status >= 400) await delay(20_000, undefined, { signal: provider.closing, ref: false });
      return answer;
    })(provider),
};

const chunked = "Transfer-Encoding: chunked";
const end = "0\r\n\r\n";

/** Writes parts of an answer and ends the connection. */
function ends(parts: (reply: Reply, bytes: Buffer) => (string | Buffer)[]): Change {
  return sentRaw((socket, reply) => {
    const written = parts(reply, reply.bytes ?? Buffer.alloc(0)).map((part) => Buffer.from(part));
    socket.end(Buffer.concat(written));
  });
}

function sentGzip(): Change {
  return step("pack", (pack) => (reply, request) => {
    const { bytes, ...packed } = pack(reply, request);
    if (!bytes || /gzip|\*/.test(headerOf(request, "Accept-Encoding") ?? "")) return reply;
    return { ...packed, headers: [...packed.headers, ["Content-Encoding", "gzip"]], bytes: gzipSync(bytes) };
  });
}

function length(bytes: number): string {
  return `Content-Length: ${bytes}`;
}

function chunk(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
}

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

function slow(ms: number): Change {
  return (provider) =>
    succeeding(async (answer) => {
      await delay(ms, undefined, { signal: provider.closing, ref: false });
      return answer;
    })(provider);
}

/** Repeats something until the connection is closed, which the end of the server does too. */
function repeat(socket: Socket, ms: number, doing: () => void): void {
  const timer = setInterval(() => {
    if (socket.writable) doing();
  }, ms);
  socket.once("close", () => clearInterval(timer));
}
