import { bearer, checkKeyIsSafe } from "./api-key.ts";
import { parseBaseUrl } from "./base-url.ts";
import { buildRequest, type PreparedRequest, type RequestParts } from "./build-request.ts";
import { createFailure } from "./create-failure.ts";
import type { ErrorClasses } from "./errors.ts";
import type { CallOptions, ClientOptions, Endpoint } from "./options.ts";
import type { AnyResult, ResultMethods } from "./result.ts";
import { send } from "./send.ts";

/** A method for each operation, and under `result` the same methods in the form that never throws. */
export type Client<Methods, Responses> = Methods & {
  /** Every method in a form that never throws: what it returns is told apart by `status`. */
  readonly result: ResultMethods<Methods, Responses>;
};

/**
 * A client with two methods for each endpoint, made from one core: one returns the data and throws, one returns a result
 * and never throws.
 *
 * @param errors The classes of the errors.
 * @throws The class for `usage`, where an option cannot be used.
 */
export function createClient<Methods, Responses>(
  endpoints: Record<string, Endpoint>,
  options: ClientOptions,
  errors: ErrorClasses,
): Client<Methods, Responses> {
  // The global fetch is looked up for each call: tests and tracing put their own in its place.
  const { apiKey, fetch = (url, init) => globalThis.fetch(url, init), validate } = options;
  let baseUrl: URL;
  try {
    baseUrl = parseBaseUrl(options.baseUrl);
    if (apiKey !== undefined) checkKeyIsSafe(baseUrl, options);
    if (typeof apiKey === "string") bearer(apiKey);
  } catch (error) {
    throw new errors.usage(`${(error as Error).message}.`, { kind: "usage", outcome: "not-sent", attempts: 0 });
  }
  const base = baseUrl.href.replace(/\/+$/, "");
  const settings = { ...options, fetch, errors };

  const methods: Record<string, unknown> = {};
  const result: Record<string, unknown> = {};
  for (const [operationId, endpoint] of Object.entries(endpoints)) {
    const call = async (...args: unknown[]): Promise<AnyResult> => {
      const body = endpoint.body ? args.shift() : undefined;
      const own = (args[0] ?? {}) as CallOptions & RequestParts;
      const refuse = (why: string) =>
        createFailure(errors, endpoint, {
          message: `was not sent: ${why}`,
          details: { kind: "usage", outcome: "not-sent" },
        });
      try {
        validate?.request?.(operationId, body);
      } catch (error) {
        return refuse(`the body is not as described: ${(error as Error).message}`);
      }
      let request: PreparedRequest;
      try {
        request = buildRequest(base, endpoint, body, own, options.headers);
      } catch {
        // Without the cause, which shows the header or the body that it complains of.
        return refuse("a header, a parameter or the body cannot be sent");
      }
      return send(operationId, endpoint, request, settings, own);
    };
    result[operationId] = call;
    methods[operationId] = async (...args: unknown[]) => {
      const outcome = await call(...args);
      if (outcome.ok) return outcome.data;
      throw outcome.error;
    };
  }
  return { ...methods, result } as Client<Methods, Responses>;
}
