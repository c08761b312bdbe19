import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { needPeers } from "../internal/peers.ts";
import { PortInUseError } from "../internal/port-in-use.ts";
import { systemErrorCode, UserError } from "../internal/user-error.ts";
import { withDiscriminators } from "../openapi/discriminator.ts";
import type { OpenApiDocument } from "../openapi/document.ts";
import { withoutOutsideRefsInData } from "../openapi/outside-refs.ts";
import { defaultSpec, readDocument } from "../openapi/read-document.ts";
import { withoutIds } from "../openapi/schema-ids.ts";
import { prismPackage } from "./prism.ts";
import type { DocumentedResponses, Reply, ReplyOptions } from "./reply-options.ts";
import { requireKey } from "./require-key.ts";
import { createResponder, type Responder } from "./respond.ts";
import { type MockExchange, type MockRequest, serve } from "./serve.ts";

/** Options of a mock. */
export interface MockOptions {
  /** A bundled OpenAPI document, or its path. @default the spec of this package */
  spec?: string | object | undefined;
  /** Port of the host; 0 for any free one. @default 0 */
  port?: number;
  /** Address to listen on. `0.0.0.0` lets containers and other machines reach the mock. @default "127.0.0.1" */
  host?: string | undefined;
  /** Refuses calls without credentials, even if the spec makes them optional. @default false */
  requireKey?: boolean | undefined;
  /**
   * Responds with the request's values where names and types match and the schema allows them, in place of the example's.
   *
   * @default false
   */
  echo?: boolean | undefined;
  /** Called after each response. @default none */
  onExchange?: ((exchange: MockExchange) => void) | undefined;
}

/** A running mock. `Documented` are its response bodies, by operation and status. */
export interface Mock<Documented = DocumentedResponses> {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  url: string;
  /** The last 1,000 requests since the start or `reset()`, oldest first, invalid ones included. */
  readonly requests: readonly MockRequest[];
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
  /** Removes the replies that have not been sent, and the requests. */
  reset(): Promise<void>;
  /** Stops the mock and frees its port immediately. Responses in progress have half a second to complete. */
  close(): Promise<void>;
  /** Closes the mock at the end of its block: `await using mock = await startMock()`. */
  [Symbol.asyncDispose](): Promise<void>;
}

const graceMs = 500;

/** How many requests are kept. */
const maxRequests = 1000;

/**
 * Starts a Prism mock in this process; any number may run side by side. For another spec, `startMock<AnyResponses>()` lets
 * `reply()` take any status.
 *
 * @throws {UserError} Exit code 2, if the spec is not readable, the port is taken or a package is missing.
 */
export async function startMock<Documented = DocumentedResponses>({
  port = 0,
  host,
  onExchange,
  ...options
}: MockOptions = {}): Promise<Mock<Documented>> {
  return openMock(await prepareMock(options), port, { host, onExchange });
}

/** Reads the spec and loads Prism, which takes most of the time. */
export async function prepareMock(options: Pick<MockOptions, "spec" | "requireKey" | "echo">): Promise<Responder> {
  const { spec = defaultSpec } = options;
  needPeers("The mock", [prismPackage]);
  const read = typeof spec === "string" ? await readDocument(spec) : (spec as OpenApiDocument);
  // Prism follows every `$ref` as a path, and knows nothing of discriminators.
  const document = withDiscriminators(withoutIds(withoutOutsideRefsInData(read)));
  return createResponder(options.requireKey ? requireKey(document) : document, options.echo ?? false);
}

/** Starts a prepared mock on the port. */
export async function openMock<Documented = DocumentedResponses>(
  responder: Responder,
  port: number,
  { host = "127.0.0.1", onExchange = () => {} }: Pick<MockOptions, "host" | "onExchange"> = {},
): Promise<Mock<Documented>> {
  const { replies } = responder;
  const requests: MockRequest[] = [];
  const server = serve(responder, {
    onRequest(request) {
      requests.push(request);
      if (requests.length > maxRequests) requests.shift();
    },
    onExchange: (exchange) => onExchange(exchange),
  });
  server.listen(port, host);
  await once(server, "listening").catch((cause: unknown) => {
    if (systemErrorCode(cause) === "EADDRINUSE") throw new PortInUseError(port, cause);
    throw new UserError(`The mock cannot listen on ${host}, port ${port} (${systemErrorCode(cause)}).`, 2, { cause });
  });
  const url = urlOf(server.address() as AddressInfo);
  const stop = async () => {
    onExchange = () => {};
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    await new Promise((resolve) => server.close(resolve));
    clearTimeout(timer);
  };
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= stop();
    return closing;
  };
  return {
    url,
    requests,
    async reply(reply) {
      if (closing) throw new UserError(`mock.reply(): the mock on ${url} is closed.`, 2);
      replies.add(reply as Reply);
    },
    async reset() {
      replies.clear();
      requests.length = 0;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The URL for this machine: an address for all interfaces is none that a client can call. */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === "0.0.0.0" || address === "::") return `http://127.0.0.1:${port}`;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
