import createFetchClient from "openapi-fetch";
import { ApiError } from "./api-error.ts";

/** How a client reaches the API. */
export interface ClientOptions {
  /** Base URL of the gateway, a path prefix included: `https://gateway.example/v1`. */
  baseUrl: string;
  /** API key, sent as `Authorization: Bearer KEY` on every call. Default: none is sent. */
  apiKey?: string | undefined;
  /** Headers sent on every call. */
  headers?: Record<string, string>;
  /** The fetch to call. Default: the global one. */
  fetch?: typeof globalThis.fetch;
}

/** What a caller may set for one call. */
export interface CallOptions {
  /** Ends the call with the signal's reason. */
  signal?: AbortSignal;
  /** Headers of this call; they win over those of the client. */
  headers?: Record<string, string>;
}

/** What is sent for an operation; see `endpoints` in `generated/client.ts`. */
export interface Endpoint {
  method: string;
  path: string;
  /** Media types of the documented answers. */
  accept: string;
  /** Whether the method's first argument is a request body. */
  body: boolean;
}

/** A call's parameters by place, as openapi-fetch takes them. */
interface Call extends CallOptions {
  params?: Record<string, unknown>;
}

type Send = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/**
 * A client with a method for each endpoint. A method returns the body of a 2xx answer, or undefined where it has none.
 *
 * @param Failure The class of the errors that a method throws.
 */
export function createClient<Methods>(
  endpoints: Record<string, Endpoint>,
  options: ClientOptions,
  Failure: typeof ApiError = ApiError,
): Methods {
  const { baseUrl, apiKey, headers, fetch } = options;
  const client = createFetchClient({
    baseUrl,
    ...(fetch && { fetch }),
    headers: { ...(apiKey && { Authorization: `Bearer ${apiKey}` }), ...headers },
    // A followed 301 or 302 would turn a POST into a GET and count its answer as a success.
    redirect: "manual",
  });
  const send = client.request as Send;

  const methods = Object.entries(endpoints).map(([name, endpoint]) => {
    const method = async (...args: unknown[]) => {
      const body = endpoint.body ? args.shift() : undefined;
      const { params, headers, signal } = (args[0] ?? {}) as Call;
      const where = `${endpoint.method.toUpperCase()} ${endpoint.path}`;
      const { data, error, response } = await send(endpoint.method, endpoint.path, {
        params,
        body,
        signal,
        headers: { ...(endpoint.accept && { Accept: endpoint.accept }), ...headers },
        parseAs: "text",
      }).catch((cause: unknown) => {
        if (signal?.aborted) throw cause;
        throw new Failure(`${where}: no answer. See the cause.`, { cause });
      });
      const { status } = response;
      if (!response.ok) throw new Failure(`${where}: answered ${status}.`, { status, body: error });
      if (data === undefined || data === "") return undefined;
      try {
        return JSON.parse(data as string);
      } catch (cause) {
        throw new Failure(`${where}: answered ${status} with a body that is not JSON.`, { status, body: data, cause });
      }
    };
    return [name, method];
  });
  return Object.fromEntries(methods);
}
