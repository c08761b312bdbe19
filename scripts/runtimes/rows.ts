import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import type { CallOptions } from "../../src/client/options.ts";

/** What a server does with a request: bytes to send before it ends the connection, or its own doing. */
export type Response = Buffer | ((socket: Socket) => void);

/** Where a call goes that reaches no response: `tls` has a certificate that nobody trusts, `plain` no TLS at all. */
export type Nowhere = "refused" | "unknown-host" | "tls" | "plain";

/** A case of the matrix: what happens to a call, and the result. */
export interface Row {
  name: string;
  /** The server's response, or where the call goes instead. */
  to: Response | Nowhere;
  options?: Omit<CallOptions, "signal"> & { abortAfterMs?: number };
  /** Kind, outcome and attempts of the error, and the requests that the server saw. */
  result: string;
  /** The result where the runtime does not say why a call failed. @default the same */
  hidden?: string;
}

/** Renders a result, with the attempts of the client and the requests that the server saw. */
export function renderResult(result: string, attempts: number, requests: number): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  return `${result}, ${count(attempts, "attempt")}, ${count(requests, "request")}`;
}

/** The cases. A success is `body`, for the operation of the spec that the probe calls. */
export function listRows(body: string): Row[] {
  const good = http(200, json, body);
  const row = (name: string, to: Row["to"], result: string, rest: Partial<Row> = {}): Row => ({
    name,
    to,
    result: renderResult(result, 1, 1),
    ...rest,
  });
  const hidden = renderResult("connection unknown", 1, 0);
  const limited = (retryAfter: number) => http(429, { ...json, "Retry-After": `${retryAfter}` }, "{}");
  return [
    row("200 with the documented body", good, "ok"),
    row("200 that is HTML", http(200, { "Content-Type": "text/html" }, "<html>"), "body unknown"),
    row("200 without a body", http(200, json), "body unknown"),
    row("200 that is `null`", http(200, json, "null"), "body unknown"),
    row("200 that is truncated", http(200, json, body.slice(0, 99), body.length), "body unknown"),
    row("200 that is not UTF-8", http(200, json, Buffer.from([0x22, 0xff, 0x22])), "body unknown"),
    row("200 larger than the limit", good, "body unknown", { options: { maxResponseBytes: 99 } }),
    row("200 that is a gzip bomb", http(200, gzip, bomb), "body unknown"),
    row("200 that is broken gzip", http(200, gzip, "no gzip"), "body unknown"),
    row("200 with an error in an envelope", http(200, json, '{"code":1,"message":"no"}'), "body unknown"),
    row("204", http(204, {}, undefined, 0), "status unknown"),
    row("301 and 308", http(308, { Location: "/" }), "redirect rejected", {
      hidden: renderResult("redirect unknown", 1, 1),
    }),
    row("302 and 303", http(303, { Location: "/" }), "redirect unknown"),
    row("400 to 422", http(422, json, "{}"), "status rejected"),
    row("408", http(408, json, "{}"), "status unknown"),
    row("429", limited(0), "", { result: renderResult("status rejected", 3, 3) }),
    row("429, again in an hour", limited(3600), "status rejected"),
    row("500", http(500, json, "{}"), "status unknown"),
    row("502 that is HTML", http(502, { "Content-Type": "text/html" }, "<html>"), "status unknown"),
    row("reset", (socket) => void socket.resetAndDestroy(), "connection unknown"),
    row("closed without a response", (socket) => void socket.end(), "connection unknown"),
    row("garbage", Buffer.from("no HTTP\r\n\r\n"), "connection unknown"),
    row("silence", () => {}, "timeout unknown", { options: { timeout: 1000 } }),
    row("silence after the headers", (socket) => void socket.write(http(200, json, "", 9)), "timeout unknown", {
      options: { timeout: 1000 },
    }),
    row("aborted by the caller", () => {}, "aborted unknown", { options: { abortAfterMs: 1000 } }),
    row("connection refused", "refused", "", { result: renderResult("connection not-sent", 3, 0), hidden }),
    row("unknown host name", "unknown-host", "", { result: renderResult("connection not-sent", 3, 0), hidden }),
    row("a certificate that is not trusted", "tls", "", { result: renderResult("connection not-sent", 1, 0), hidden }),
    row("a server without TLS", "plain", "", { result: renderResult("connection not-sent", 1, 0), hidden }),
    row("an invalid header", good, "", {
      options: { headers: { "X-A": "a\nb" } },
      result: renderResult("usage not-sent", 0, 0),
    }),
  ];
}

const json = { "Content-Type": "application/json" };
const gzip = { ...json, "Content-Encoding": "gzip" };
const bomb = gzipSync(Buffer.alloc(4_000_000, " "));

/** A response as bytes. A page of another origin may read it and its headers. */
function http(
  status: number,
  headers: Record<string, string>,
  body: string | Buffer = "",
  length = Buffer.byteLength(body),
): Buffer {
  const all = { ...headers, ...(status !== 204 && { "Content-Length": `${length}` }), ...cors, Connection: "close" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Text\r\n${lines.join("")}\r\n`), Buffer.from(body)]);
}

/** What lets a browser call a server of another origin. */
export const cors = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "*",
  "Access-Control-Expose-Headers": "Retry-After, X-Request-Id",
};
