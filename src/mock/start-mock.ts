import { PortInUseError } from "../command/port-in-use.ts";
import type { OpenApiDocument } from "../spec/document.ts";
import { defaultSpec, readSpec } from "../spec/read-spec.ts";
import { createPrism, type PrismServer } from "./prism.ts";
import { requireKey } from "./require-key.ts";
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
  onExchange?: ((exchange: MockExchange) => void) | undefined;
}

/** A running mock. */
export interface Mock {
  /** `http://127.0.0.1:PORT`, without a final slash. */
  url: string;
  /** Stops the mock and frees its port at once. Answers under way have half a second to end. */
  close(): Promise<void>;
}

const host = "127.0.0.1";
const graceMs = 500;

/**
 * Starts a Prism mock in this process. Any number may run side by side.
 *
 * @throws {ExplainedError} exit code 2, where the spec cannot be read or the port is taken.
 */
export async function startMock({ port = 0, onExchange, ...options }: MockOptions = {}): Promise<Mock> {
  return openMock(await prepareMock(options), port, onExchange);
}

/** All that takes time: reads the spec, loads Prism. What it returns needs only a port. */
export async function prepareMock(options: Pick<MockOptions, "spec" | "requireKey">): Promise<PrismServer> {
  const { spec = defaultSpec } = options;
  const document = typeof spec === "string" ? await readSpec(spec) : (spec as OpenApiDocument);
  return createPrism(options.requireKey ? await requireKey(document) : document);
}

/** Opens a prepared mock on the port. */
export async function openMock(
  prism: PrismServer,
  port: number,
  onExchange?: MockOptions["onExchange"],
): Promise<Mock> {
  const url = await prism.listen(port, host).then(String, (cause: unknown) => {
    throw String(cause).includes("EADDRINUSE") ? new PortInUseError(port, cause) : cause;
  });
  const traffic = watchTraffic(Number(new URL(url).port), onExchange);
  const stop = async () => {
    // First, because the port may go to another mock before this one has ended its answers.
    traffic.stop();
    const timer = setTimeout(() => {
      for (const socket of traffic.sockets) socket.destroy();
    }, graceMs);
    await prism.close().finally(() => clearTimeout(timer));
  };
  let closing: Promise<void> | undefined;
  return {
    url,
    close() {
      closing ??= stop();
      return closing;
    },
  };
}
