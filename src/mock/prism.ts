import { createRequire, Module } from "node:module";
import type { OpenApiDocument } from "../openapi/document.ts";
import { type Answers, createAnswers } from "./answers.ts";

/** The package that Prism comes in. */
export const prismPackage = "@stoplight/prism-cli";

/** A Prism server that is not listening yet. */
export interface PrismServer {
  /** @throws the message of the system's error, as text. */
  listen(port: number, host: string): Promise<unknown>;
  close(): Promise<void>;
}

/** The header that tells that an answer was asked for, with the status. https://www.rfc-editor.org/rfc/rfc7240#section-3 */
export const appliedHeader = "Preference-Applied";

/** The parts of Prism that are used here. Its own declarations are not: Prism calls this interface experimental. */
interface PrismParts {
  getHttpOperationsFromSpec(document: object): Promise<PrismOperation[]>;
  createLogger(name: string, options: { enabled: boolean }): object;
  createServer(operations: PrismOperation[], options: object): PrismServer & { prism: { request: Respond } };
  mock: Mock;
  validateOutput(answer: { resource: PrismOperation; element: PrismAnswer }): Either<unknown, Violation[]>;
}

interface PrismOperation {
  /** Lower case. */
  method: string;
  path: string;
}

interface PrismAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: unknown;
}

interface Violation {
  path?: string[];
  message: string;
  /** 0: it is an error. */
  severity: number;
}

/** How fp-ts, of which Prism is made, tells a value from a failure. */
type Either<Right, Left = unknown> = { _tag: "Right"; right: Right } | { _tag: "Left"; left: Left };

/** Answers a request, from the route to the answer's check. */
type Respond = (...args: unknown[]) => () => Promise<Either<unknown>>;

/** Chooses the answer to a request that has been checked. */
type Mock = (call: {
  resource: PrismOperation;
  input: { validations: Violation[] };
  /** `code` is what the request asks for itself, by `Prefer`. */
  config: { code?: number | undefined; exampleKey?: string | undefined };
}) => (logger: object) => Either<PrismAnswer>;

/**
 * A Prism mock of the document, in this process, and the answers that it can be asked for. The one file that touches
 * Prism: it takes the parts that the pinned `prism-cli` is made of and sets them as its `mock` command does, silent.
 */
export async function createPrism(document: OpenApiDocument): Promise<{ prism: PrismServer; answers: Answers }> {
  const { getHttpOperationsFromSpec, createLogger, createServer, mock, validateOutput } = loadPrism();
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const answers = createAnswers(document, (place, statusCode, mediaType, body) => {
    const resource = operations.find(
      ({ method, path }) => method === place.method.toLowerCase() && path === place.path,
    );
    if (resource === undefined) return [];
    const checked = validateOutput({ resource, element: { statusCode, headers: { "content-type": mediaType }, body } });
    const faults = checked._tag === "Left" ? checked.left : [];
    return faults.filter(({ path: [part] = [] }) => part === "body").map(({ message }) => message);
  });
  const server = createServer(operations, {
    cors: true,
    config: {
      isProxy: false,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
      mock: { dynamic: false },
    },
    components: { logger: createLogger("mock", { enabled: false }), mock: answering(mock, answers) },
  });
  server.prism.request = guarded(server.prism.request);
  return { prism: server, answers };
}

/** A mock that gives valid requests what was asked for, and says so. What a request asks for itself comes first. */
function answering(mock: Mock, answers: Answers): Mock {
  return (call) => (logger) => {
    const { resource, input, config } = call;
    if (input.validations.some(({ severity }) => severity === 0)) return mock(call)(logger);
    const asked =
      config.code === undefined ? answers.next({ ...resource, method: resource.method.toUpperCase() }) : undefined;
    if (asked === undefined) return marked(mock(call)(logger), config.code);
    const wanted = { ...config, code: asked.status, exampleKey: asked.example };
    const chosen = marked(mock({ ...call, config: wanted })(logger), asked.status);
    // What the request accepts may leave no such answer.
    if (chosen._tag === "Left" || chosen.right.statusCode !== asked.status) return mock(call)(logger);
    answers.giveOut(asked);
    const { right } = chosen;
    const body = asked.body === undefined ? right.body : asked.body;
    return { _tag: "Right", right: { ...right, body, headers: { ...right.headers, ...asked.headers } } };
  };
}

/** The answer with the header that tells that it was asked for, where it has the status. */
function marked(answer: Either<PrismAnswer>, status: number | undefined): Either<PrismAnswer> {
  if (answer._tag === "Left" || answer.right.statusCode !== status) return answer;
  const headers = { ...answer.right.headers, [appliedHeader]: `code=${status}` };
  return { _tag: "Right", right: { ...answer.right, headers } };
}

/**
 * Prism 5.14 does not catch what it throws while it chooses an answer, on `Accept: garbage` say: the request is left
 * without an answer, and the rejection that nobody handles ends the process.
 */
function guarded(respond: Respond): Respond {
  return (...args) =>
    async () => {
      try {
        return await respond(...args)();
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { _tag: "Left", left: problem(400, "The mock cannot read this request", detail) };
      }
    };
}

/** An error of the kind that Prism writes as https://www.rfc-editor.org/rfc/rfc9457. */
function problem(status: number, title: string, detail: string): Error {
  return Object.assign(new Error(title), { name: "about:blank", status, detail });
}

/** Only when a mock is wanted, and once: 0.5 s. Who waits for something else may call it beforehand. */
export function loadPrism(): PrismParts {
  const requirePrism = createRequire(createRequire(import.meta.url).resolve(`${prismPackage}/package.json`));
  putOffFaker(createRequire(requirePrism.resolve("@stoplight/prism-http")));
  return {
    ...requirePrism("@stoplight/prism-http"),
    ...requirePrism("@stoplight/prism-core"),
    ...requirePrism("@stoplight/prism-http-server"),
    mock: requirePrism("@stoplight/prism-http/dist/mocker").default,
    validateOutput: requirePrism("@stoplight/prism-http/dist/validator").validateOutput,
  };
}

/**
 * Prism loads the whole of Faker, which takes longer than all the rest of it together (0.7 s), for schemas with the
 * keyword `x-faker` in dynamic answers. A stand-in loads it when such a schema is met.
 */
function putOffFaker(requireOfPrismHttp: NodeJS.Require): void {
  const id = requireOfPrismHttp.resolve("@faker-js/faker");
  if (requireOfPrismHttp.cache[id]) return;
  const standIn = new Module(id);
  const faker = new Proxy({} as Record<PropertyKey, unknown>, {
    get(_, key) {
      if (requireOfPrismHttp.cache[id] === standIn) delete requireOfPrismHttp.cache[id];
      return requireOfPrismHttp("@faker-js/faker").default[key];
    },
  });
  standIn.exports = { default: faker };
  standIn.loaded = true;
  requireOfPrismHttp.cache[id] = standIn;
}
