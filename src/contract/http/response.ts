import { type ChunkReader, readChunks } from "./chunked.ts";
import { bareLineEnd, parseHead, type ResponseHead } from "./head.ts";
import type { Header } from "./request.ts";

/** A response, byte for byte. */
export interface WireResponse {
  status: number;
  /** Names as sent, in order, with repetitions. */
  headers: readonly Header[];
  /** The content: chunks are joined, a content coding is not decoded. */
  body: Buffer;
  /** What HTTP/1.1 forbids in the message, in words. */
  problems: string[];
}

/** Why there is no complete response. */
export interface ExchangeFailure {
  kind: "refused" | "closed" | "timeout" | "too large" | "garbage";
  message: string;
  /** Of the system or of TLS, where there was no connection: `ECONNREFUSED`. */
  code?: string | undefined;
}

/** Reads one response from the bytes of a connection. */
export interface ResponseReader {
  /** Reads more bytes. True if the response is complete, or cannot become so. */
  push(data: Buffer): boolean;
  /** Ends reading: the connection was closed. */
  end(): void;
  /** Bytes received so far. */
  readonly received: number;
  readonly response: WireResponse | undefined;
  readonly failure: ExchangeFailure | undefined;
  /** Whether the connection can carry another exchange. */
  readonly reusable: boolean;
}

/** Longest head that is read, in bytes. Node's own limit is 16 KiB. */
const maxHeadBytes = 262_144;

/**
 * Starts to read the response to a request of that method.
 *
 * @param maxBytes Longest response that is read, in bytes.
 */
export function readResponse(method: string, maxBytes: number): ResponseReader {
  let received = 0;
  let head: ResponseHead | undefined;
  let pending: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let bodyBytes = 0;
  let chunks: ChunkReader | undefined;
  let done = false;
  let failure: ExchangeFailure | undefined;
  const extra: string[] = [];

  const stop = (problem?: ExchangeFailure): true => {
    failure = problem;
    done = true;
    return true;
  };
  const garbage = (message: string) => stop({ kind: "garbage", message });
  const finish = (rest: Buffer): true => {
    if (rest.length > 0) extra.push(`${rest.length} bytes arrived after the end of the response`);
    return stop();
  };

  const readHead = (data: Buffer): boolean => {
    pending = pending.length === 0 ? data : Buffer.concat([pending, data]);
    if (pending.length > 4 && !pending.toString("latin1", 0, 5).startsWith("HTTP/")) {
      return garbage(`the response is not HTTP: ${JSON.stringify(pending.toString("latin1", 0, 60))}`);
    }
    const end = headEnd(pending);
    if (!end) {
      return pending.length >= maxHeadBytes && stop({ kind: "too large", message: "the head is longer than 256 KiB" });
    }
    const parsed = parseHead(pending.toString("latin1", 0, end.at), method);
    if (!parsed) return garbage(`the status line is not HTTP/1.1: ${firstLine(pending)}`);
    if (end.isBare && !parsed.problems.includes(bareLineEnd)) extra.push(bareLineEnd);
    const rest = pending.subarray(end.at + end.length);
    pending = Buffer.alloc(0);
    // An interim response: the final one follows. https://www.rfc-editor.org/rfc/rfc9110#section-15.2
    if (parsed.status < 200 && parsed.status !== 101) return readHead(rest);
    head = parsed;
    return head.framing.kind === "none" ? finish(rest) : readBody(rest, head);
  };
  const readBody = (data: Buffer, { framing }: ResponseHead): boolean => {
    if (framing.kind === "chunked") {
      chunks ??= readChunks();
      const whole = chunks.push(data);
      if (chunks.problem) extra.push(chunks.problem);
      return whole && finish(chunks.rest());
    }
    parts.push(data);
    bodyBytes += data.length;
    if (framing.kind !== "length" || bodyBytes < framing.bytes) return false;
    const body = parts.length === 1 ? data : Buffer.concat(parts);
    parts = [body.subarray(0, framing.bytes)];
    return finish(body.subarray(framing.bytes));
  };
  const bodySoFar = () => {
    const all = chunks?.parts ?? parts;
    return all.length === 1 && all[0] ? all[0] : Buffer.concat(all);
  };

  return {
    push(data) {
      if (done) return true;
      received += data.length;
      if (received > maxBytes) {
        return stop({ kind: "too large", message: `the response is longer than ${maxBytes} bytes` });
      }
      return head ? readBody(data, head) : readHead(data);
    },
    end() {
      if (done) return;
      if (head?.framing.kind === "close") stop();
      else if (!head) stop({ kind: "closed", message: closedEarly(received) });
      else
        stop({ kind: "closed", message: `the connection was closed in the middle of the response: ${missing(head)}` });
    },
    get received() {
      return received;
    },
    get response() {
      if (!head) return undefined;
      return { status: head.status, headers: head.headers, body: bodySoFar(), problems: [...head.problems, ...extra] };
    },
    get failure() {
      return failure;
    },
    get reusable() {
      return done && !failure && !!head && !head.closes && head.framing.kind !== "close" && extra.length === 0;
    },
  };

  function missing({ framing }: ResponseHead): string {
    return framing.kind === "length"
      ? `Content-Length promises ${framing.bytes} bytes, ${bodyBytes} arrived`
      : "the last chunk is missing";
  }
}

/** Where the head ends, and whether with bare LFs: they are forbidden, but end a line. */
function headEnd(bytes: Buffer): { at: number; length: number; isBare: boolean } | undefined {
  const at = bytes.indexOf("\r\n\r\n");
  const head = bytes.toString("latin1", 0, at < 0 ? maxHeadBytes : at + 2);
  const bare = /\r?\n\r?\n/.exec(head);
  if (bare) return { at: bare.index, length: bare[0].length, isBare: true };
  return at < 0 ? undefined : { at, length: 4, isBare: false };
}

function closedEarly(received: number): string {
  return received === 0
    ? "the connection was closed without a response"
    : "the connection was closed in the middle of the head";
}

function firstLine(bytes: Buffer): string {
  return JSON.stringify(bytes.toString("latin1", 0, 80).split(/\r?\n/)[0]);
}
