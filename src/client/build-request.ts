import { createFinalURL } from "openapi-fetch";
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
 * @throws {TypeError} If a value is missing or invalid. The message names it, and does not show it.
 */
export function buildRequest(
  baseUrl: string,
  { method, path, accept }: Endpoint,
  body: unknown,
  { params = {}, headers }: RequestParts,
  clientHeaders: Record<string, string> | undefined,
  { querySerializer = () => "", pathSerializer = (path) => path }: Serializers,
): PreparedRequest {
  let part = "";
  try {
    const { path: values = {} } = params;
    const url = createFinalURL(path, { baseUrl, params: { ...params, path: values }, querySerializer, pathSerializer });
    // `Headers` validates them before anything is sent: fetch would fail as if the connection had.
    const merged: Record<string, string> = {};
    if (accept) merged.accept = accept;
    if (body !== undefined) merged["content-type"] = "application/json";
    for (const source of [clientHeaders, headers, params.header]) {
      for (const [name, value] of source instanceof Headers ? source : Object.entries(source ?? {})) {
        part = `header ${JSON.stringify(name)}`;
        if (value === undefined) continue;
        for (const [lowerCase, valid] of new Headers([[name, value]])) merged[lowerCase] = valid;
      }
    }
    part = "body";
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
  } catch (error) {
    // Only the serializers write messages that show no value.
    throw new TypeError(`invalid ${part || `parameter: ${(error as Error).message}`}`);
  }
}
