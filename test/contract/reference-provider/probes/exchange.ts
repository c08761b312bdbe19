import { connect } from "node:net";

/** The parts of a request that a probe changes. A header of null is left out. */
export interface Parts {
  method?: string;
  target?: string;
  headers?: Record<string, string | null>;
  /** Sent after the others, as they are. */
  more?: string[];
  body?: string | Buffer;
}

/** Sends a request over a connection of its own and gives what comes back. */
export type Send = (request: Buffer) => Promise<string>;

/** A request, requests that are sent at once, or requests of which one follows from the other. */
export type Probe = Buffer | Buffer[] | ((send: Send) => Promise<void>);

/** A request as it goes over the wire. */
export function raw({ method = "POST", target = "/", headers = {}, more = [], body = "" }: Parts): Buffer {
  const bytes = Buffer.from(body);
  const all = {
    Host: "127.0.0.1",
    "Content-Length": bytes.length > 0 || method === "POST" ? String(bytes.length) : null,
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const head = [`${method} ${target} HTTP/1.1`, ...lines, ...more].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes]);
}

/**
 * What comes back from some probes, without what differs each time. Those that are a request each share a connection,
 * which takes a third of the time that many would.
 */
export async function exchange(url: string, probes: Probe[], ms: number): Promise<string> {
  const received: string[] = [];
  const send: Send = async (request) => {
    const text = await receive(url, request, ms);
    received.push(text);
    return text;
  };
  const first = await send(Buffer.concat(probes.filter((probe) => Buffer.isBuffer(probe))));
  // Who keeps waiting once will do so each time.
  if (first.endsWith(noEnd)) return first;
  for (const probe of probes) {
    if (typeof probe === "function") await probe(send);
    // In the order of the probe, whatever comes back first.
    else if (Array.isArray(probe)) received.push(...(await Promise.all(probe.map((part) => receive(url, part, ms)))));
  }
  return received.map(normal).join("\n");
}

/** The probes of several tables, by group. */
export function merged(...tables: Record<string, Probe[]>[]): Record<string, Probe[]> {
  const groups = new Set(tables.flatMap((table) => Object.keys(table)));
  return Object.fromEntries([...groups].map((group) => [group, tables.flatMap((table) => table[group] ?? [])]));
}

const noEnd = "[no end]";
const last = raw({ method: "GET", target: "/end", headers: { Connection: "close" } });

function receive(url: string, requests: Buffer, ms: number): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    const end = (how: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(chunks).toString("latin1") + how);
    };
    const timer = setTimeout(() => end(noEnd), ms);
    socket.on("data", (data) => chunks.push(data));
    socket.on("end", () => end("[end]")).on("error", () => end("[reset]"));
    // The last request asks for the end of the connection, so that no length has to be understood.
    socket.write(Buffer.concat([requests, last]));
  });
}

/** Numbers the UUIDs in their order, so that one that comes twice is seen. */
function normal(text: string): string {
  const ids = new Map<string, number>();
  return text
    .replace(/^Date: .*\r\n/gm, "")
    .replace(/^(RateLimit-Remaining: )\d+\r$/gm, "$1N\r")
    .replace(/"placedAt":"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/g, '"placedAt":"T"')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      if (!ids.has(id)) ids.set(id, ids.size);
      return `ID${ids.get(id)}`;
    });
}
