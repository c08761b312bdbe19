import createFetchClient from "openapi-fetch";
import type { PreparedRequest } from "./attempt.ts";
import type { Endpoint } from "./options.ts";

/** The parts of a call that make its request. `params` are as openapi-fetch takes them. */
export interface RequestParts {
  body: unknown;
  params?: { path?: Record<string, unknown> } | undefined;
  headers?: Record<string, string> | undefined;
}

/** Stands in for `Request`, whose making costs more than all the rest of a call: it keeps what openapi-fetch built. */
class Built implements PreparedRequest {
  readonly url: string;
  readonly init: PreparedRequest["init"];

  constructor(url: string, init: PreparedRequest["init"]) {
    this.url = url;
    this.init = init;
  }
}

type Build = (method: string, path: string, init: object) => Promise<unknown>;

/**
 * Lets openapi-fetch build requests: it fills the path, and serialises parameters, headers and body. Sending them is
 * left to others.
 */
export function requestBuilder(baseUrl: string, headers: Record<string, string> = {}) {
  const build = createFetchClient({
    baseUrl,
    headers,
    Request: Built as never,
    // A followed 301 or 302 would turn a POST into a GET and count its answer as a success.
    redirect: "manual",
  }).request as unknown as Build;

  /** @throws {TypeError} where a value cannot be sent. Its message may show the value. */
  return async (
    { method, path, accept }: Endpoint,
    { body, params, headers }: RequestParts,
  ): Promise<PreparedRequest> => {
    let built: PreparedRequest | undefined;
    await build(method, path, {
      params,
      body,
      headers: { ...(accept && { Accept: accept }), ...headers },
      fetch: async (request: PreparedRequest) => {
        built = request;
        return new Response(null, { status: 204 });
      },
    });
    // A brace is left where a parameter of the path has no value; those of values are encoded.
    if (!built || /[{}]/.test(built.url)) throw new TypeError("A parameter of the path has no value.");
    return built;
  };
}
