import { createRequire, Module } from "node:module";
import type { OpenApiDocument } from "../openapi/document.ts";
import { createReplyQueue, type ReplyQueue, type Route } from "./replies.ts";

/** The package that contains Prism. */
export const prismPackage = "@stoplight/prism-cli";

/** A Prism server that is not listening yet. */
export interface PrismServer {
  /** Rejects with the message of the system's error, a string. */
  listen(port: number, host: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Marks a response that `Prefer` or `reply()` asked for. https://www.rfc-editor.org/rfc/rfc7240#section-3 */
export const appliedHeader = "Preference-Applied";

/** The parts of Prism that this file uses. Prism calls this interface experimental, so its declarations are not used. */
interface PrismParts {
  getHttpOperationsFromSpec(document: object): Promise<Route[]>;
  createLogger(name: string, options: { enabled: boolean }): object;
  createServer(operations: Route[], options: object): PrismServer & { prism: { request: Respond } };
  mock: Mock;
  validateOutput(response: { resource: Route; element: PrismResponse }): Either<unknown, Violation[]>;
}

interface PrismResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: unknown;
}

interface Violation {
  path?: string[];
  message: string;
  /** 0 is an error. */
  severity: number;
}

/** Either of fp-ts, which Prism is built on. */
type Either<Right, Left = unknown> = { _tag: "Right"; right: Right } | { _tag: "Left"; left: Left };

/** Handles a request, from routing to validating the response. */
type Respond = (...args: unknown[]) => () => Promise<Either<unknown>>;

/** Chooses the response to a request that has been validated. */
type Mock = (call: {
  resource: Route;
  input: { validations: Violation[] };
  /** `code` is the status that the request asks for with `Prefer`. */
  config: { code?: number | undefined; exampleKey?: string | undefined };
}) => (logger: object) => Either<PrismResponse>;

/**
 * Creates a Prism mock of the document in this process, and its queue of replies. The only file that touches Prism: it
 * configures the parts of `prism-cli` as its `mock` command does, without log.
 */
export async function createPrism(document: OpenApiDocument): Promise<{ prism: PrismServer; replies: ReplyQueue }> {
  const { getHttpOperationsFromSpec, createLogger, createServer, mock, validateOutput } = loadPrism();
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const replies = createReplyQueue(document, (route, statusCode, mediaType, body) => {
    const resource = operations.find(
      ({ method, path }) => method.toUpperCase() === route.method && path === route.path,
    );
    if (resource === undefined) return [];
    const checked = validateOutput({ resource, element: { statusCode, headers: { "content-type": mediaType }, body } });
    const violations = checked._tag === "Left" ? checked.left : [];
    return violations.filter(({ path: [part] = [] }) => part === "body").map(({ message }) => message);
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
    components: { logger: createLogger("mock", { enabled: false }), mock: withReplies(mock, replies) },
  });
  server.prism.request = guarded(server.prism.request);
  return { prism: server, replies };
}

/** Sends replies from the queue to valid requests. A `Prefer: code=` of the request takes precedence. */
function withReplies(mock: Mock, replies: ReplyQueue): Mock {
  return (call) => (logger) => {
    const { resource, input, config } = call;
    if (input.validations.some(({ severity }) => severity === 0)) return mock(call)(logger);
    const reply =
      config.code === undefined ? replies.next({ ...resource, method: resource.method.toUpperCase() }) : undefined;
    if (reply === undefined) return marked(mock(call)(logger), config.code);
    const wanted = { ...config, code: reply.status, exampleKey: reply.example };
    const chosen = marked(mock({ ...call, config: wanted })(logger), reply.status);
    // The request may not accept the media type of this response.
    if (chosen._tag === "Left" || chosen.right.statusCode !== reply.status) return mock(call)(logger);
    replies.use(reply);
    const { right } = chosen;
    const body = reply.body === undefined ? right.body : reply.body;
    return { _tag: "Right", right: { ...right, body, headers: { ...right.headers, ...reply.headers } } };
  };
}

/** Adds the header `Preference-Applied` to a response with the status. */
function marked(response: Either<PrismResponse>, status: number | undefined): Either<PrismResponse> {
  if (response._tag === "Left" || response.right.statusCode !== status) return response;
  const headers = { ...response.right.headers, [appliedHeader]: `code=${status}` };
  return { _tag: "Right", right: { ...response.right, headers } };
}

/**
 * Catches what Prism 5.14 throws while it chooses a response, for instance on `Accept: garbage`: the request would get no
 * response, and the unhandled rejection would end the process.
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

/** Creates an error that Prism sends as https://www.rfc-editor.org/rfc/rfc9457. */
function problem(status: number, title: string, detail: string): Error {
  return Object.assign(new Error(title), { name: "about:blank", status, detail });
}

/** Loads Prism, which takes 0.5 s the first time. Call it early while something else takes time. */
export function loadPrism(): PrismParts {
  const requirePrism = createRequire(createRequire(import.meta.url).resolve(`${prismPackage}/package.json`));
  loadFakerLazily(createRequire(requirePrism.resolve("@stoplight/prism-http")));
  return {
    ...requirePrism("@stoplight/prism-http"),
    ...requirePrism("@stoplight/prism-core"),
    ...requirePrism("@stoplight/prism-http-server"),
    mock: requirePrism("@stoplight/prism-http/dist/mocker").default,
    validateOutput: requirePrism("@stoplight/prism-http/dist/validator").validateOutput,
  };
}

/**
 * Delays loading Faker until a schema needs it: Prism uses it only for the keyword `x-faker` in dynamic responses, and it
 * takes longer to load than the rest of Prism (0.7 s).
 */
function loadFakerLazily(requireOfPrismHttp: NodeJS.Require): void {
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
