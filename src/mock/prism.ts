import { createRequire, Module } from "node:module";
import type { OpenApiDocument } from "../spec/document.ts";

/** A Prism server that is not listening yet. */
export interface PrismServer {
  /** @throws the message of the system's error, as text. */
  listen(port: number, host: string): Promise<unknown>;
  close(): Promise<void>;
}

/** The parts of Prism that are used here. Its own declarations are not: Prism calls this interface experimental. */
interface PrismParts {
  getHttpOperationsFromSpec(document: object): Promise<unknown[]>;
  createLogger(name: string, options: { enabled: boolean }): object;
  createServer(operations: unknown[], options: object): PrismServer;
}

/**
 * A Prism mock of the document, in this process. The one file that touches Prism: it takes the parts that the pinned
 * `prism-cli` is made of and sets them as its `mock` command does, silent.
 */
export async function createPrism(document: OpenApiDocument): Promise<PrismServer> {
  const { getHttpOperationsFromSpec, createLogger, createServer } = loadPrism();
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  return createServer(operations, {
    cors: true,
    config: {
      isProxy: false,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
      mock: { dynamic: false },
    },
    components: { logger: createLogger("mock", { enabled: false }) },
  });
}

/** Only when a mock is wanted, and once: 0.5 s. */
function loadPrism(): PrismParts {
  const requirePrism = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-cli/package.json"));
  putOffFaker(createRequire(requirePrism.resolve("@stoplight/prism-http")));
  return {
    ...requirePrism("@stoplight/prism-http"),
    ...requirePrism("@stoplight/prism-core"),
    ...requirePrism("@stoplight/prism-http-server"),
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
