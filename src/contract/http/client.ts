import { connect as connectTcp, isIP, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { connect as connectTls, rootCertificates } from "node:tls";
import { requestParts, type WireRequest } from "./request.ts";
import { type ExchangeFailure, type ResponseReader, readResponse, type WireResponse } from "./response.ts";
import type { Target } from "./target.ts";

/** A request and its response, or why there is none. */
export interface Exchange {
  request: WireRequest;
  /** The response, even if incomplete. Undefined if nothing arrived that is HTTP. */
  response?: WireResponse | undefined;
  /** Why the response is missing or incomplete. */
  failure?: ExchangeFailure | undefined;
  /** When the request was sent, in milliseconds since 1970. Undefined if unknown. */
  sentAt?: number | undefined;
  /** From the request's last byte to the response's last, in milliseconds. */
  durationMs: number;
  /** Bytes received, head included. Undefined if unknown. */
  receivedBytes?: number;
  /** How many requests its connection had carried before. Undefined if unknown. */
  previousRequests?: number;
  /** Whether the connection could carry another request. Undefined if unknown. */
  reusable?: boolean;
  /** Exchanges of the same request before, with a server error that a retry overcame. */
  overcome?: readonly Exchange[];
  /** Whether this is one of those. */
  isOvercome?: boolean;
}

/** Sends requests as exact bytes and reads exact bytes back. */
export interface WireClient {
  /** Sends a request on an idle or a new connection. Never rejects: what goes wrong is the exchange's failure. */
  exchange(request: WireRequest): Promise<Exchange>;
  /** Closes every connection. */
  close(): void;
}

/** Limits of an exchange. */
export interface WireOptions {
  userAgent: string;
  /** Time from opening a connection to the response's last byte, in milliseconds. */
  timeoutMs: number;
  /** Longest response that is read, in bytes. @default 16 MiB */
  maxBytes?: number;
  /** Certificates of further authorities, in PEM. @default those that Node trusts alone */
  ca?: string | undefined;
}

/** A connection that carries one exchange at a time. */
interface Connection {
  socket: Socket;
  /** Whether it is established, including TLS. */
  ready: boolean;
  /** How many responses it has carried. */
  responses: number;
  /** Handles bytes, errors and the end; undefined while idle. */
  reading: ((event: Buffer | Error | undefined) => void) | undefined;
}

/** Creates a client of one server with keep-alive connections. HTTP libraries would correct requests and responses. */
export function createWireClient(target: Target, options: WireOptions): WireClient {
  const { userAgent, timeoutMs, maxBytes = 16_777_216 } = options;
  const trusted = options.ca === undefined ? {} : { ca: [...rootCertificates, options.ca] };
  const open = new Set<Connection>();
  const idle: Connection[] = [];

  const discard = (connection: Connection) => {
    open.delete(connection);
    const index = idle.indexOf(connection);
    if (index >= 0) idle.splice(index, 1);
    connection.socket.destroy();
  };
  const connect = (): Connection => {
    const { hostname: host, port, secure } = target;
    const socket = secure
      ? connectTls({
          host,
          port,
          ALPNProtocols: ["http/1.1"],
          ...(isIP(host) === 0 && { servername: host }),
          ...trusted,
        })
      : connectTcp({ host, port });
    socket.setNoDelay(true);
    const connection: Connection = { socket, ready: false, responses: 0, reading: undefined };
    open.add(connection);
    socket.once(secure ? "secureConnect" : "connect", () => {
      connection.ready = true;
    });
    // Nothing may arrive between exchanges: a connection with data or an end there is not reused.
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
      const sentAt = Date.now();
      let startedAt = performance.now();
      const settle = (failure: ExchangeFailure | undefined) => {
        clearTimeout(timer);
        connection.reading = undefined;
        const previousRequests = connection.responses++;
        const reusable = failure === undefined && reader.reusable;
        if (reusable) idle.push(connection);
        else discard(connection);
        const durationMs = performance.now() - startedAt;
        const { response, received: receivedBytes } = reader;
        resolve({ request, response, failure, sentAt, durationMs, receivedBytes, previousRequests, reusable });
      };
      const timer = setTimeout(() => settle({ kind: "timeout", message: timedOut(timeoutMs, reader) }), timeoutMs);
      connection.reading = (event) => {
        if (Buffer.isBuffer(event)) {
          if (reader.push(event)) settle(reader.failure);
          return;
        }
        if (!connection.ready) {
          const code = event && "code" in event ? String(event.code) : undefined;
          return settle({
            kind: "refused",
            message: event?.message ?? "the connection could not be established",
            code,
          });
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
      const reused = connection.responses > 0;
      const exchange = await exchangeOn(connection, request);
      // A server may close an idle connection just as it is reused, which says nothing about its response.
      const raced = reused && exchange.failure?.kind === "closed" && exchange.receivedBytes === 0;
      return raced ? exchangeOn(connect(), request) : exchange;
    },
    close() {
      for (const connection of [...open]) discard(connection);
    },
  };
}

function timedOut(timeoutMs: number, { received, response }: ResponseReader): string {
  if (received === 0) return `no response within ${timeoutMs} ms`;
  return `the response was not complete within ${timeoutMs} ms: ${received} bytes arrived${response ? "" : ", not a complete head"}`;
}
