import { needPeers } from "../internal/peers.ts";
import { PortInUseError } from "../internal/port-in-use.ts";
import { UserError } from "../internal/user-error.ts";
import { withDiscriminators } from "../openapi/discriminator.ts";
import type { OpenApiDocument } from "../openapi/document.ts";
import { withoutOutsideRefsInData } from "../openapi/outside-refs.ts";
import { defaultSpec, readDocument } from "../openapi/read-document.ts";
import { withoutIds } from "../openapi/schema-ids.ts";
import { createPrism, prismPackage } from "./prism.ts";
import type { DocumentedResponses, Reply, ReplyOptions } from "./reply-options.ts";
import { requireKey } from "./require-key.ts";
import { type MockExchange, watchTraffic } from "./traffic.ts";

/** Options of a mock. */
export interface MockOptions {
  /** A bundled OpenAPI document, or its path. @default the spec of this package */
  spec?: string | object | undefined;
  /** Port on 127.0.0.1; 0 for any free one. @default 0 */
  port?: number;
  /** Refuses calls without credentials, even if the spec makes them optional. @default false */
  requireKey?: boolean | undefined;
  /** Called after each response. @default none */
  onExchange?: ((exchange: MockExchange) => void) | undefined;
}

/** A running mock. `Documented` are its response bodies, by operation and status. */
export interface Mock<Documented = DocumentedResponses> {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  url: string;
  /**
   * Sets the response to the next valid requests, from the moment the promise resolves; then the mock returns successes
   * again. Several replies are sent in order. Invalid requests are refused as usual and use up no reply, nor does a request
   * with a `Prefer: code=`, which gets that status.
   *
   * @throws {UserError} If a field is unknown or invalid, the spec does not document the response, or the mock is closed.
   * @example
   * await mock.reply({ status: 429, times: 2 }); // then a success
   */
  reply(reply: ReplyOptions<Documented>): Promise<void>;
  /** Removes the replies that have not been sent. */
  reset(): Promise<void>;
  /** Stops the mock and frees its port immediately. Responses in progress have half a second to complete. */
  close(): Promise<void>;
}

const host = "127.0.0.1";
const graceMs = 500;

/**
 * Starts a Prism mock in this process; any number may run side by side. For another spec, `startMock<AnyResponses>()` lets
 * `reply()` take any status.
 *
 * @throws {UserError} Exit code 2, if the spec is not readable, the port is taken or a package is missing.
 */
export async function startMock<Documented = DocumentedResponses>({
  port = 0,
  onExchange,
  ...options
}: MockOptions = {}): Promise<Mock<Documented>> {
  return openMock(await prepareMock(options), port, onExchange);
}

/** A mock without a port yet. */
export type PreparedMock = Awaited<ReturnType<typeof createPrism>>;

/** Reads the spec and loads Prism, which takes most of the time. */
export async function prepareMock(options: Pick<MockOptions, "spec" | "requireKey">): Promise<PreparedMock> {
  const { spec = defaultSpec } = options;
  needPeers("The mock", [prismPackage]);
  const read = typeof spec === "string" ? await readDocument(spec) : (spec as OpenApiDocument);
  // Prism follows every `$ref` as a path, and knows nothing of discriminators.
  const document = withDiscriminators(withoutIds(withoutOutsideRefsInData(read)));
  return createPrism(options.requireKey ? requireKey(document) : document);
}

/** Starts a prepared mock on the port. */
export async function openMock<Documented = DocumentedResponses>(
  { prism, replies }: PreparedMock,
  port: number,
  onExchange?: MockOptions["onExchange"],
): Promise<Mock<Documented>> {
  const url = await prism.listen(port, host).then(String, (cause: unknown) => {
    throw String(cause).includes("EADDRINUSE") ? new PortInUseError(port, cause) : cause;
  });
  const traffic = watchTraffic(Number(new URL(url).port), onExchange);
  const stop = async () => {
    // First, because another mock may get the port before the last response here is complete.
    traffic.stop();
    const timer = setTimeout(() => {
      for (const socket of traffic.sockets) socket.destroy();
    }, graceMs);
    await prism.close().finally(() => clearTimeout(timer));
  };
  let closing: Promise<void> | undefined;
  return {
    url,
    async reply(reply) {
      if (closing) throw new UserError(`mock.reply(): the mock on ${url} is closed.`, 2);
      replies.add(reply as Reply);
    },
    reset: async () => replies.clear(),
    close() {
      closing ??= stop();
      return closing;
    },
  };
}
