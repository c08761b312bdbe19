import { needPeers } from "../internal/peers.ts";
import { PortInUseError } from "../internal/port-in-use.ts";
import { UserError } from "../internal/user-error.ts";
import type { OpenApiDocument } from "../openapi/document.ts";
import { defaultSpec, readDocument } from "../openapi/read-document.ts";
import type { AnswerRequest, DocumentedAnswers } from "./answer-request.ts";
import type { AskedAnswer } from "./answers.ts";
import { createPrism, prismPackage } from "./prism.ts";
import { requireKey } from "./require-key.ts";
import { type MockExchange, watchTraffic } from "./traffic.ts";

/** What a mock serves and where. */
export interface MockOptions {
  /** A bundled OpenAPI document, or the path of one. Default: this package's own. */
  spec?: string | object | undefined;
  /** Port on 127.0.0.1. Default: 0, any free one. */
  port?: number;
  /** Whether to refuse calls without credentials where the spec makes them optional. Default: false. */
  requireKey?: boolean | undefined;
  /** Called after each answer. Default: the mock is silent. */
  onExchange?: ((exchange: MockExchange) => void) | undefined;
}

/** A running mock. `Described` are the bodies of its answers, by operation and status. */
export interface Mock<Described = DocumentedAnswers> {
  /** `http://127.0.0.1:PORT`, without a final slash. */
  url: string;
  /**
   * Asks for what the next request gets in place of the first success. Several are given in the order in which they were
   * asked for. A request that is not valid is refused as ever, and uses up none; one with a `Prefer: code=` of its own
   * gets that.
   *
   * @throws {UserError} where the description has no such answer, it is not one that can be sent, or the mock is
   * closed.
   * @example
   * await mock.answer({ status: 429, times: 2 }); // then a success
   */
  answer(answer: AnswerRequest<Described>): Promise<void>;
  /** Forgets the answers that are still waiting. */
  reset(): Promise<void>;
  /** Stops the mock and frees its port at once. Answers under way have half a second to end. */
  close(): Promise<void>;
}

const host = "127.0.0.1";
const graceMs = 500;

/**
 * Starts a Prism mock in this process. Any number may run side by side. Of another spec, `startMock<AnyAnswers>()` leaves
 * open which answers there are.
 *
 * @throws {UserError} exit code 2, where the spec cannot be read, the port is taken or a package is missing.
 */
export async function startMock<Described = DocumentedAnswers>({
  port = 0,
  onExchange,
  ...options
}: MockOptions = {}): Promise<Mock<Described>> {
  return openMock(await prepareMock(options), port, onExchange);
}

/** A mock that needs only a port. */
export type PreparedMock = Awaited<ReturnType<typeof createPrism>>;

/** All that takes time: reads the spec, loads Prism. */
export async function prepareMock(options: Pick<MockOptions, "spec" | "requireKey">): Promise<PreparedMock> {
  const { spec = defaultSpec } = options;
  needPeers("The mock", [prismPackage]);
  const document = typeof spec === "string" ? await readDocument(spec) : (spec as OpenApiDocument);
  return createPrism(options.requireKey ? requireKey(document) : document);
}

/** Opens a prepared mock on the port. */
export async function openMock<Described = DocumentedAnswers>(
  { prism, answers }: PreparedMock,
  port: number,
  onExchange?: MockOptions["onExchange"],
): Promise<Mock<Described>> {
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
    async answer(answer) {
      if (closing) throw new UserError(`The mock on ${url} is closed: it cannot be asked for an answer.`, 2);
      answers.ask(answer as AskedAnswer);
    },
    reset: async () => answers.reset(),
    close() {
      closing ??= stop();
      return closing;
    },
  };
}
