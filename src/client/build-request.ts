import { createFinalURL } from "openapi-fetch";
import { defined } from "./merge-options.ts";
import type { Endpoint, Serializers } from "./options.ts";

/** A request that is ready to be sent, any number of times. */
export interface PreparedRequest {
  url: string;
  /** Its headers are a plain object with names in lower case: fetch reads it faster than a `Headers`. */
  init: RequestInit & { headers: Record<string, string> };
}

/** What a call adds to its request beside the body; `params` has the form that openapi-fetch takes. */
export interface RequestParts {
  params?: { path?: Fields; query?: Fields; header?: Record<string, string> } | undefined;
  headers?: Record<string, string> | undefined;
}

type Fields = Record<string, unknown>;

/**
 * Builds the URL and the body with openapi-fetch's functions, and merges the headers.
 *
 * @throws {TypeError} If a value is missing or invalid. The message may show the value.
 */
export function buildRequest(
  baseUrl: string,
  { method, path, accept }: Endpoint,
  body: unknown,
  { params = {}, headers }: RequestParts,
  clientHeaders: Record<string, string> | undefined,
  { querySerializer = () => "", pathSerializer = (path) => path }: Serializers,
): PreparedRequest {
  const url = createFinalURL(path, { baseUrl, params, querySerializer, pathSerializer });
  // A brace is left if a path parameter has no value: braces in values are encoded. The caller writes the message.
  if (/[{}]/.test(url)) throw new TypeError("path");
  const merged: Record<string, string> = {};
  for (const source of [clientHeaders, headers, params.header]) {
    if (!source) continue;
    // `Headers` validates them before anything is sent: fetch would fail as if the connection had.
    const given = source instanceof Headers ? source : defined(source);
    for (const [name, value] of new Headers(given)) merged[name] = value;
  }
  if (accept) merged.accept ??= accept;
  if (body !== undefined) merged["content-type"] ??= "application/json";
  return {
    url,
    init: {
      method,
      headers: merged,
      // fetch would repeat a POST as a GET after 301 or 302, and return that response as a success.
      redirect: "manual",
      body: JSON.stringify(body),
    },
  };
}
