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
    if (built === undefined) throw new TypeError("openapi-fetch built no request");
    return built;
  };
}

/** The name of a parameter of the path that has no value, or undefined. */
export function findUnfilled({ path }: Endpoint, values: Record<string, unknown> = {}): string | undefined {
  const names = [...path.matchAll(/\{(\w[^{}]*)\}/g)].map(([, name = ""]) => name);
  return names.find((name) => values[name] === undefined || values[name] === null || values[name] === "");
}
