import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { appliedHeader } from "./prism.ts";
import { readViolations } from "./violations.ts";

/** A request to the mock, with its response. */
export interface MockExchange {
  method: string;
  /** Path and query, as sent. */
  path: string;
  status: number;
  /** Time from the request's headers to the response's last byte, in milliseconds. */
  durationMs: number;
  /** Whether the mock refused the request: an error status that neither `reply()` nor `Prefer` asked for. */
  refused: boolean;
  /** Why Prism refused the request. Empty if it did not, and if it could not read the path or the JSON. */
  violations: string[];
}

/** The connections of one port of this process, watched until `stop()`. */
export interface Traffic {
  /** The open connections. */
  sockets: ReadonlySet<Socket>;
  stop(): void;
}

/**
 * Watches a port through Node's diagnostics channels, because Prism does not expose its server.
 * https://nodejs.org/api/diagnostics_channel.html#built-in-channels
 */
export function watchTraffic(port: number, onExchange: (exchange: MockExchange) => void = () => {}): Traffic {
  const sockets = new Set<Socket>();
  const startedAt = new WeakMap<IncomingMessage, number>();

  const onSocket = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    if (socket.localPort !== port) return;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  };
  const onRequest = (message: unknown) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    if (socket.localPort === port) startedAt.set(request, performance.now());
  };
  const onResponse = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const start = startedAt.get(request);
    if (start === undefined) return;
    onExchange({
      method: request.method ?? "",
      path: request.url ?? "",
      status: response.statusCode,
      refused: response.statusCode >= 400 && !response.hasHeader(appliedHeader),
      durationMs: performance.now() - start,
      violations: readViolations(response.getHeader("sl-violations")),
    });
  };

  subscribe("net.server.socket", onSocket);
  subscribe("http.server.request.start", onRequest);
  subscribe("http.server.response.finish", onResponse);
  return {
    sockets,
    stop() {
      unsubscribe("net.server.socket", onSocket);
      unsubscribe("http.server.request.start", onRequest);
      unsubscribe("http.server.response.finish", onResponse);
    },
  };
}
