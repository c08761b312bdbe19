import { createFinalURL, createQuerySerializer, defaultPathSerializer, mergeHeaders } from "openapi-fetch";
import type { PreparedRequest } from "./attempt.ts";
import type { Endpoint } from "./options.ts";

/** The parts of a call, beside the body, that make its request; `params` are by place, as openapi-fetch takes them. */
export interface RequestParts {
  params?: { path?: Fields; query?: Fields; header?: Record<string, string> } | undefined;
  headers?: Record<string, string> | undefined;
}

type Fields = Record<string, unknown>;

const querySerializer = createQuerySerializer();

/**
 * Fills the path and serialises query, headers and body, with openapi-fetch's own functions.
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
  // A brace is left where a parameter of the path has no value; those of values are encoded.
  if (/[{}]/.test(url)) throw new TypeError("A parameter of the path has no value.");
  const given = clientHeaders || headers || params.header;
  // What callers give is checked here, where nothing is sent yet. Its names come back in lower case.
  const all = given ? Object.fromEntries(mergeHeaders(clientHeaders, headers, params.header)) : {};
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
