import { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import type { Endpoint } from "./options.ts";

/** A request that is ready to be sent, any number of times. */
export interface PreparedRequest {
  url: string;
  /** Its headers are a plain object with names in lower case: fetch reads it faster than a `Headers`. */
  init: RequestInit & { headers: Record<string, string> };
}

/** The parts of a call, beside the body, that make its request; `params` are by place, as openapi-fetch takes them. */
export interface RequestParts {
  params?: { path?: Fields; query?: Fields; header?: Record<string, string> } | undefined;
  headers?: Record<string, string> | undefined;
}

type Fields = Record<string, unknown>;

const querySerializer = createQuerySerializer();

/**
 * Fills the path and serialises query and body, with openapi-fetch's own functions, and puts the headers together.
 *
 * @throws {TypeError} where a value is missing or cannot be sent. Its message may show the value.
 */
export function buildRequest(
  baseUrl: string,
  { method, path, accept }: Endpoint,
  body: unknown,
  { params = {}, headers }: RequestParts,
  clientHeaders: Record<string, string> | undefined,
): PreparedRequest {
  const url = createFinalURL(path, { baseUrl, params, querySerializer, pathSerializer: defaultPathSerializer });
  // A brace is left where a parameter of the path has no value; those of values are encoded. The caller's message says so.
  if (/[{}]/.test(url)) throw new TypeError("path");
  const all: Record<string, string> = {};
  for (const given of [clientHeaders, headers, params.header]) {
    if (!given) continue;
    const entries = Object.entries(given).filter(([, value]) => value !== undefined);
    // Checked here, where nothing is sent yet: fetch would fail as it does when a connection breaks.
    for (const [name, value] of new Headers(given instanceof Headers ? given : entries)) all[name] = value;
  }
  if (accept) all.accept ??= accept;
  if (body !== undefined) all["content-type"] ??= "application/json";
  return {
    url,
    init: {
      method,
      headers: all,
      // A followed 301 or 302 would turn a POST into a GET and count its answer as a success.
      redirect: "manual",
      body: JSON.stringify(body),
    },
  };
}
