import { connect as connectTcp, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { connect as connectTls } from "node:tls";
import { requestParts, type WireRequest } from "./request.ts";
import { type ExchangeFailure, type ResponseReader, readResponse, type WireResponse } from "./response.ts";
import type { Target } from "./target.ts";

/** A request and what came of it. */
export interface Exchange {
  request: WireRequest;
  /** What came, also where it is not whole. Undefined: nothing that is HTTP. */
  response?: WireResponse | undefined;
  /** Why the answer is missing or not whole. */
  failure?: ExchangeFailure | undefined;
  /** From the request's last byte to the answer's last, in milliseconds. */
  durationMs: number;
  /** How many bytes came, head and all. Default: unknown. */
  receivedBytes?: number;
}

/** Sends requests as exact bytes and reads exact bytes back. */
export interface WireClient {
  /** Never rejects: what goes wrong is the exchange's failure. Uses an idle connection, or opens one. */
  exchange(request: WireRequest): Promise<Exchange>;
  /** Closes every connection. */
  close(): void;
}

/** Limits of an exchange. */
export interface WireOptions {
  userAgent: string;
  /** Time from opening a connection to the answer's last byte, in milliseconds. */
  timeoutMs: number;
  /** Longest answer that is read, in bytes. Default: 16 MiB. */
  maxBytes?: number;
}

/** A connection that carries one exchange at a time. */
interface Connection {
  socket: Socket;
  /** Whether it has been made, TLS and all. */
  ready: boolean;
  /** Whether it has carried an answer before. */
  used: boolean;
  /** What to do with bytes and with the end; none while it is idle. */
  reading: ((event: Buffer | Error | undefined) => void) | undefined;
}

/** A client of that server. It keeps connections alive; HTTP libraries would mend what goes either way. */
export function createWireClient(target: Target, options: WireOptions): WireClient {
  const { userAgent, timeoutMs, maxBytes = 16_777_216 } = options;
  const open = new Set<Connection>();
  const idle: Connection[] = [];

  const discard = (connection: Connection) => {
    open.delete(connection);
    const place = idle.indexOf(connection);
    if (place >= 0) idle.splice(place, 1);
    connection.socket.destroy();
  };
  const connect = (): Connection => {
    const { hostname: host, port, secure } = target;
    const socket = secure
      ? connectTls({ host, port, servername: host, ALPNProtocols: ["http/1.1"] })
      : connectTcp({ host, port });
    socket.setNoDelay(true);
    const connection: Connection = { socket, ready: false, used: false, reading: undefined };
    open.add(connection);
    socket.once(secure ? "secureConnect" : "connect", () => {
      connection.ready = true;
    });
    // Between exchanges nothing may come: a connection that speaks or ends then is not used again.
    const pass = (event: Buffer | Error | undefined) => {
      if (connection.reading) connection.reading(event);
      else discard(connection);
    };
    socket.on("data", pass).on("error", pass);
    socket.on("close", () => pass(undefined));
    socket.on("end", () => connection.reading === undefined && discard(connection));
    return connection;
  };

  const exchangeOn = (connection: Connection, request: WireRequest): Promise<Exchange> =>
    new Promise((resolve) => {
      const reader = readResponse(request.method, maxBytes);
      let startedAt = performance.now();
      const settle = (failure: ExchangeFailure | undefined) => {
        clearTimeout(timer);
        connection.reading = undefined;
        connection.used = true;
        if (failure === undefined && reader.reusable) idle.push(connection);
        else discard(connection);
        const durationMs = performance.now() - startedAt;
        resolve({ request, response: reader.response, failure, durationMs, receivedBytes: reader.received });
      };
      const timer = setTimeout(() => settle({ kind: "timeout", message: timedOut(timeoutMs, reader) }), timeoutMs);
      connection.reading = (event) => {
        if (Buffer.isBuffer(event)) {
          if (reader.push(event)) settle(reader.failure);
          return;
        }
        if (!connection.ready) {
          return settle({ kind: "refused", message: event?.message ?? "the connection could not be made" });
        }
        reader.end();
        settle(reader.failure);
      };
      for (const part of requestParts(request, { host: target.host, userAgent })) connection.socket.write(part);
      startedAt = performance.now();
    });

  return {
    async exchange(request) {
      const connection = idle.pop() ?? connect();
      const reused = connection.used;
      const exchange = await exchangeOn(connection, request);
      // A server may close an idle connection just as it is used again: that is no fault of its answer.
      const raced = reused && exchange.failure?.kind === "closed" && exchange.receivedBytes === 0;
      return raced ? exchangeOn(connect(), request) : exchange;
    },
    close() {
      for (const connection of [...open]) discard(connection);
    },
  };
}

function timedOut(timeoutMs: number, { received, response }: ResponseReader): string {
  if (received === 0) return `no answer within ${timeoutMs} ms`;
  return `the answer was not whole within ${timeoutMs} ms: ${received} bytes came${response ? "" : ", not even a head"}`;
}
