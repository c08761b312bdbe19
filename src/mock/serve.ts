import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { readBody } from "./check-request.ts";
import { formatViolation, locationOf, type MockResponse, type Responder } from "./respond.ts";

/** A request that reached the mock. */
export interface MockRequest {
  method: string;
  /** Path and query, as sent. */
  path: string;
  /** By lower-case name, the key included. */
  headers: Record<string, string | string[] | undefined>;
  /** Parsed, if it is JSON, else text; undefined if there is none. */
  body: unknown;
  /** Why the mock refused the request. Empty if it did not, and if the spec lacks the path or method. */
  violations: string[];
}

/** A request to the mock, with its response. */
export interface MockExchange extends MockRequest {
  status: number;
  /** Time from the request's headers to the response's end, in milliseconds. */
  durationMs: number;
  /** Whether the mock refused the request: an error status that neither `reply()` nor `Prefer` asked for. */
  refused: boolean;
}

/** Who is told of requests. */
export interface Listeners {
  /** Called before the response is sent. */
  onRequest(request: MockRequest): void;
  onExchange(exchange: MockExchange): void;
}

/** The largest body that the mock reads, in bytes. */
const maxBodyBytes = 10 * 2 ** 20;

/** Bytes of the reasons that fit in a header. */
const maxHeaderLength = 8000;

/** Serves a responder over HTTP. */
export function serve({ respond }: Responder, listeners: Listeners): Server {
  return createServer((request, response) => {
    // The client may break off at any time.
    response.on("error", () => {});
    handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const { method = "GET", url: target = "/", headers } = request;
    allowOrigin(request, response);
    if (method === "OPTIONS" && headers.origin && headers["access-control-request-method"]) {
      response.setHeader("Access-Control-Allow-Methods", headers["access-control-request-method"]);
      response.setHeader("Vary", "origin");
      response.writeHead(204).end();
      return;
    }
    const bytes = await readBytes(request);
    const url = parseTarget(target);
    if (bytes === undefined || url === null) {
      const status = bytes === undefined ? 413 : 400;
      response.writeHead(status, { Connection: "close" }).end();
      return;
    }
    const length = String(bytes.length);
    const body = readBody(bytes, headers["content-type"]);
    const made = respond({ method, url, headers: { ...headers, "content-length": length }, body });
    const violations = made.violations.map(formatViolation);
    const received = { method, path: target, headers, body: body.value, violations };
    listeners.onRequest(received);
    response.once("close", () => {
      const { status, applied } = made;
      const durationMs = performance.now() - start;
      listeners.onExchange({ ...received, status, durationMs, refused: status >= 400 && !applied });
    });
    if (made.violations.length > 0) response.setHeader("sl-violations", headerOf(made));
    await send(made, response);
  }
}

/** Parses the path of a request, or the whole URL that a client sends to a proxy. */
function parseTarget(target: string): URL | null {
  try {
    return new URL(target.startsWith("/") ? `http://mock${target}` : target, "http://mock");
  } catch {
    return null;
  }
}

async function send({ status, headers, body = "", reply }: MockResponse, response: ServerResponse): Promise<void> {
  if (reply?.delayMs !== undefined) await delay(reply.delayMs, undefined, { ref: false });
  if (reply?.hang) return;
  if (reply?.reset) {
    response.socket?.resetAndDestroy();
    return;
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (!reply?.cut) {
    response.writeHead(status).end(body);
    return;
  }
  const bytes = Buffer.from(body);
  response.writeHead(status, { "Content-Length": Math.max(bytes.length, 1) });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

/** Lets pages of any origin read the response. https://fetch.spec.whatwg.org/#http-cors-protocol */
function allowOrigin({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Access-Control-Allow-Origin", headers.origin ?? "*");
  response.setHeader("Access-Control-Allow-Headers", headers["access-control-request-headers"] ?? "*");
  response.setHeader("Access-Control-Allow-Credentials", "true");
  response.setHeader("Access-Control-Expose-Headers", headers["access-control-expose-headers"] ?? "*");
}

async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The reasons as Prism sends them, in ASCII: a header carries no other text. */
function headerOf({ violations }: MockResponse): string {
  const all = violations.map((violation) => {
    const { code, message } = violation;
    return { location: locationOf(violation), severity: "Error", code, message };
  });
  const text = JSON.stringify(all).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return text.length > maxHeaderLength ? `Too many violations! ${text.slice(0, maxHeaderLength)}` : text;
}
