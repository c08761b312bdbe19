import { createRequire, Module } from "node:module";

/** The package that contains Prism. */
export const prismPackage = "@stoplight/prism-cli";

/** Why Prism finds that a request or response does not match the spec. */
export interface Violation {
  /** `["body", "name"]` */
  path?: string[];
  /** Name of a keyword, or the status that the violation calls for. */
  code?: string | number;
  message: string;
  /** 0 is an error. */
  severity: number;
}

/** An operation as Prism reads it. */
export interface Resource {
  method: string;
  path: string;
  request?: {
    body?: { required?: boolean; contents?: { mediaType: string; schema?: object }[] };
    [location: string]: unknown;
  };
  /** The parts of the document that its schemas refer to. */
  __bundled__?: unknown;
}

/** A request as Prism takes it. */
export interface PrismRequest {
  method: string;
  url: { path: string; query: Record<string, string | string[]> };
  headers: Record<string, unknown>;
  /** Parsed, if it is JSON, else text. */
  body: unknown;
}

/** A response as Prism makes it. */
export interface PrismResponse {
  statusCode: number;
  headers: Record<string, unknown>;
  body: unknown;
}

/** What a request asks for with `Prefer`. */
export interface Preference {
  code?: number | undefined;
  exampleKey?: string | undefined;
  dynamic?: boolean | undefined;
}

/** Either of fp-ts, which Prism is built on. */
export type Either<Right, Left = unknown> = { _tag: "Right"; right: Right } | { _tag: "Left"; left: Left };

/** Of Prism's enum: a request. */
export const inputContext = 0;

type ValidationContext = 0 | 1;

/** A response that Prism sends as https://www.rfc-editor.org/rfc/rfc9457. */
export interface Problem extends Error {
  status?: number;
  detail?: string;
  additional?: { headers?: Record<string, string> };
}

/** The parts of Prism that the mock uses. Prism calls them experimental, so its declarations are not used. */
export interface PrismParts {
  getHttpOperationsFromSpec(document: object): Promise<Resource[]>;
  createLogger(name: string, options: { enabled: boolean }): object;
  /** Chooses the response to a request that has been checked. */
  mock(call: {
    resource: Resource;
    input: { data: PrismRequest; validations: readonly Violation[] };
    config: Preference;
  }): (logger: object) => Either<PrismResponse, Problem>;
  validateSecurity(call: { resource: Resource; element: PrismRequest }): Either<unknown, Violation[]>;
  validateOutput(call: { resource: Resource; element: PrismResponse }): Either<unknown, Violation[]>;
  validateBody(
    body: unknown,
    contents: object[],
    context: ValidationContext,
    mediaType: string | undefined,
    boundary: string | undefined,
    bundle: unknown,
  ): Either<unknown, Violation[]>;
  /** Converts texts to the schema's types, in place, and checks the result. */
  validateAgainstSchema(
    value: unknown,
    schema: object,
    coerce: boolean,
    context: ValidationContext,
    prefix: string,
    bundle: unknown,
  ): { _tag: "None" } | { _tag: "Some"; value: Violation[] };
  getHttpConfigFromRequest(request: PrismRequest): Either<Preference, Problem>;
  serialize(body: unknown, mediaType: string | undefined): string | undefined;
  toProblemJson(error: Problem): object;
}

/** Loads Prism, which takes 0.5 s the first time. Call it early while something else takes time. The only file that does. */
export function loadPrism(): PrismParts {
  const requirePrism = createRequire(createRequire(import.meta.url).resolve(`${prismPackage}/package.json`));
  loadFakerLazily(createRequire(requirePrism.resolve("@stoplight/prism-http")));
  const http = requirePrism("@stoplight/prism-http");
  return {
    getHttpOperationsFromSpec: http.getHttpOperationsFromSpec,
    toProblemJson: http.ProblemJsonError.toProblemJson,
    createLogger: requirePrism("@stoplight/prism-core").createLogger,
    mock: requirePrism("@stoplight/prism-http/dist/mocker").default,
    ...requirePrism("@stoplight/prism-http/dist/validator"),
    validateBody: requirePrism("@stoplight/prism-http/dist/validator/validators").validateBody,
    ...requirePrism("@stoplight/prism-http/dist/validator/validators/utils"),
    ...requirePrism("@stoplight/prism-http-server/dist/getHttpConfigFromRequest"),
    ...requirePrism("@stoplight/prism-http-server/dist/serialize"),
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
