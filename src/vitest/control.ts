import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { UserError } from "../internal/user-error.ts";
import type { AnswerRequest, AnyAnswers } from "../mock/answer-request.ts";
import { formatExchange } from "../mock/format-exchange.ts";
import { type Mock, type MockOptions, startMock } from "../mock/start-mock.ts";

/** What a worker may set of the mock that it asks for. */
export type OwnMockOptions = Pick<MockOptions, "requireKey"> & { spec?: string | undefined };

/** What a worker asks of the process that has loaded Prism; `mock` is a mock's URL. */
export interface Calls {
  open: { asked: OwnMockOptions; given: { mock: string } };
  answer: { asked: { mock: string; answer: AnswerRequest<AnyAnswers> }; given: null };
  reset: { asked: { mock: string }; given: null };
  /** What the mock has refused since it was asked last, a line a request. */
  refused: { asked: { mock: string }; given: string[] };
  close: { asked: { mock: string }; given: null };
}

/** A way in for workers, which can be given no more than a URL: mocks in this process, opened and steered over HTTP. */
export async function startControl(): Promise<{ url: string; close(): Promise<void> }> {
  const mocks = new Map<string, { mock: Mock<AnyAnswers>; refused: string[] }>();
  const find = (url: string) => {
    const own = mocks.get(url);
    if (own === undefined) throw new Error(`There is no mock on ${url} any more.`);
    return own;
  };
  const handlers: { [Name in keyof Calls]: (asked: Calls[Name]["asked"]) => Promise<Calls[Name]["given"]> } = {
    async open(options) {
      const refused: string[] = [];
      const mock = await startMock<AnyAnswers>({
        ...options,
        onExchange: (exchange) => exchange.refused && refused.push(formatExchange(exchange)),
      });
      mocks.set(mock.url, { mock, refused });
      return { mock: mock.url };
    },
    async answer({ mock, answer }) {
      await find(mock).mock.answer(answer);
      return null;
    },
    async reset({ mock }) {
      await find(mock).mock.reset();
      return null;
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
    const { name, asked } = (await json(call)) as { name: keyof Calls; asked: never };
    return handlers[name](asked);
  };
  const server = createServer((call, response) => {
    handle(call).then(
      (given) => response.end(JSON.stringify({ given })),
      (error: Error) => response.end(JSON.stringify({ failure: error.message })),
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

/** Asks the process that has the mocks. */
export async function callControl<Name extends keyof Calls>(
  url: string,
  name: Name,
  asked: Calls[Name]["asked"],
): Promise<Calls[Name]["given"]> {
  // Not by fetch, which a test may have replaced.
  const call = request(url, { method: "POST", agent: false }).end(JSON.stringify({ name, asked }));
  const [response] = (await once(call, "response")) as [IncomingMessage];
  const { given, failure } = (await json(response)) as { given: Calls[Name]["given"]; failure?: string };
  if (failure !== undefined) throw new UserError(failure, 2);
  return given;
}
