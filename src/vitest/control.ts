import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { UserError } from "../internal/user-error.ts";
import { formatExchange } from "../mock/format-exchange.ts";
import type { AnyResponses, ReplyOptions } from "../mock/reply-options.ts";
import type { MockRequest } from "../mock/serve.ts";
import { type Mock, type MockOptions, startMock } from "../mock/start-mock.ts";

/** Options of `useMock()`. */
export type OwnMockOptions = Pick<MockOptions, "requireKey" | "echo"> & { spec?: string | undefined };

/** Calls of a worker to the process that has loaded Prism; `mock` is the URL of a mock. */
export interface Calls {
  open: { params: OwnMockOptions; result: { mock: string } };
  reply: { params: { mock: string; reply: ReplyOptions<AnyResponses> }; result: null };
  reset: { params: { mock: string }; result: null };
  requests: { params: { mock: string }; result: MockRequest[] };
  /** Returns what the mock has refused since the last call, one line for each request. */
  refused: { params: { mock: string }; result: string[] };
  close: { params: { mock: string }; result: null };
}

/** Starts an HTTP server through which workers open and control mocks in this process: vitest passes them only strings. */
export async function startControl(): Promise<{ url: string; close(): Promise<void> }> {
  const mocks = new Map<string, { mock: Mock<AnyResponses>; refused: string[] }>();
  const find = (url: string) => {
    const own = mocks.get(url);
    if (own === undefined) throw new Error(`The mock on ${url} is closed.`);
    return own;
  };
  const handlers: { [Name in keyof Calls]: (params: Calls[Name]["params"]) => Promise<Calls[Name]["result"]> } = {
    async open(options) {
      const refused: string[] = [];
      const mock = await startMock<AnyResponses>({
        ...options,
        onExchange: (exchange) => exchange.refused && refused.push(formatExchange(exchange)),
      });
      mocks.set(mock.url, { mock, refused });
      return { mock: mock.url };
    },
    async reply({ mock, reply }) {
      await find(mock).mock.reply(reply);
      return null;
    },
    async reset({ mock }) {
      await find(mock).mock.reset();
      return null;
    },
    async requests({ mock }) {
      return [...find(mock).mock.requests];
    },
    async refused({ mock }) {
      return find(mock).refused.splice(0);
    },
    async close({ mock }) {
      const own = find(mock);
      mocks.delete(mock);
      await own.mock.close();
      return null;
    },
  };
  const handle = async (call: IncomingMessage) => {
    const { name, params } = (await json(call)) as { name: keyof Calls; params: never };
    return handlers[name](params);
  };
  const server = createServer((call, response) => {
    handle(call).then(
      (result) => response.end(JSON.stringify({ result })),
      (error: Error) => response.end(JSON.stringify({ problem: error.message })),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await Promise.all([...mocks.values()].map(({ mock }) => mock.close()));
    },
  };
}

/**
 * Calls the process that has the mocks.
 *
 * @throws {UserError} If the call fails there.
 */
export async function callControl<Name extends keyof Calls>(
  url: string,
  name: Name,
  params: Calls[Name]["params"],
): Promise<Calls[Name]["result"]> {
  // Not with fetch, which a test may have replaced.
  const call = request(url, { method: "POST", agent: false }).end(JSON.stringify({ name, params }));
  const [response] = (await once(call, "response")) as [IncomingMessage];
  const { result, problem } = (await json(response)) as { result: Calls[Name]["result"]; problem?: string };
  if (problem !== undefined) throw new UserError(problem, 2);
  return result;
}
