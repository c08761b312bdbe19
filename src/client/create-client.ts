import { bearer, checkKeyIsSafe } from "./api-key.ts";
import { parseBaseUrl } from "./base-url.ts";
import { buildRequest, type PreparedRequest, type RequestParts } from "./build-request.ts";
import { createFailure } from "./create-failure.ts";
import type { ErrorClasses } from "./errors.ts";
import { mergeOptions } from "./merge-options.ts";
import type { CallOptions, ClientOptions, Endpoint, Serializers } from "./options.ts";
import type { AnyResult, ResultMethods } from "./result.ts";
import { send } from "./send.ts";

/** A method for each operation, and under `result` the same methods in a form that never throws. */
export type Client<Methods, Responses> = Methods & {
  /** Every method in a form that never throws: it returns a result to narrow by `status`. */
  readonly result: ResultMethods<Methods, Responses>;
};

/**
 * Creates a client with two methods for each endpoint: one returns the data and throws, the other returns a result and
 * never throws.
 *
 * @param errors The error class of each kind.
 * @throws The `usage` class if an option is invalid.
 */
export function createClient<Methods, Responses>(
  endpoints: Record<string, Endpoint>,
  serializers: Serializers,
  options: ClientOptions,
  errors: ErrorClasses,
): Client<Methods, Responses> {
  const { apiKey, validate } = options;
  let baseUrl: URL;
  try {
    baseUrl = parseBaseUrl(options.baseUrl);
    if (apiKey !== undefined) checkKeyIsSafe(baseUrl, options);
    if (typeof apiKey === "string") bearer(apiKey);
  } catch (error) {
    throw new errors.usage((error as Error).message, { kind: "usage", outcome: "not-sent", attempts: 0 });
  }
  const base = baseUrl.href.replace(/\/+$/, "");

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
        return refuse(`the body is invalid: ${(error as Error).message}`);
      }
      let request: PreparedRequest;
      try {
        request = buildRequest(base, endpoint, body, own, options.headers, serializers);
      } catch {
        // Without the cause: its message may show a header or the body.
        return refuse("invalid header, parameter or body");
      }
      return send(operationId, endpoint, request, mergeOptions(options, own), errors);
    };
    result[operationId] = call;
    methods[operationId] = async (...args: unknown[]) => {
      const called = await call(...args);
      if (called.ok) return called.data;
      throw called.error;
    };
  }
  return { ...methods, result } as Client<Methods, Responses>;
}
