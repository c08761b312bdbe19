import { ExplainedError } from "../explained-error.ts";
import type { OpenApiDocument } from "../spec/document.ts";
import { createPrism } from "./prism.ts";
import { defaultSpec, readSpec, requireKey } from "./read-spec.ts";
import { type MockExchange, watchTraffic } from "./traffic.ts";

/** What a mock serves and where. */
export interface MockOptions {
  /** A bundled OpenAPI document, or the path of one. Default: this package's own. */
  spec?: string | object | undefined;
  /** Port on 127.0.0.1. Default: 0, any free one. */
  port?: number;
  /** Whether a call without credentials is refused, where the description leaves them optional. Default: false. */
  requireKey?: boolean | undefined;
  /** Called after each answer. Default: the mock is silent. */
  onExchange?: (exchange: MockExchange) => void;
}

/** A running mock. */
export interface Mock {
  /** `http://127.0.0.1:PORT`, without a final slash. */
  url: string;
  /** Stops the mock and frees its port. Answers under way have half a second to end. */
  close(): Promise<void>;
}

const host = "127.0.0.1";
const graceMs = 500;

/**
 * Starts a Prism mock in this process. Any number may run side by side.
 *
 * @throws {ExplainedError} exit code 2, where the spec cannot be read or the port is taken.
 */
export async function startMock({
  spec,
  port = 0,
  requireKey: keyRequired,
  onExchange,
}: MockOptions = {}): Promise<Mock> {
  const document = typeof spec === "object" ? (spec as OpenApiDocument) : await readSpec(spec ?? defaultSpec);
  const prism = await createPrism(keyRequired ? await requireKey(document) : document);
  const url = await listen(prism, port);
  const traffic = watchTraffic(Number(new URL(url).port), onExchange);
  let closing: Promise<void> | undefined;
  const close = async () => {
    const timer = setTimeout(() => {
      for (const socket of traffic.sockets) socket.destroy();
    }, graceMs);
    await prism.close().finally(() => clearTimeout(timer));
    traffic.stop();
  };
  return {
    url,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

async function listen(prism: Awaited<ReturnType<typeof createPrism>>, port: number): Promise<string> {
  try {
    return String(await prism.listen(port, host));
  } catch (cause) {
    if (!String(cause).includes("EADDRINUSE")) throw cause;
    throw new ExplainedError(
      `Port ${port} is in use: end what listens there, or pick another port (0: any free one).`,
      2,
      { cause },
    );
  }
}
