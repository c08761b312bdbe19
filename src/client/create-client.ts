import { checkKey } from "./api-key.ts";
import type { AttemptFailure } from "./attempt-result.ts";
import { parseBaseUrl } from "./base-url.ts";
import { buildRequest, type PreparedRequest, type RequestParts } from "./build-request.ts";
import { callTypes, checkOptions, clientTypes } from "./check-options.ts";
import { createFailure } from "./create-failure.ts";
import type { ErrorClasses } from "./errors.ts";
import { mergeOptions } from "./merge-options.ts";
import type { CallOptions, ClientOptions, Endpoint, Serializers } from "./options.ts";
import type { Outcome } from "./outcome.ts";
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
  const { validate, headers } = options;
  let url: URL;
  try {
    checkOptions(options, clientTypes);
    const paths = Object.values(endpoints).map(({ path }) => path);
    url = parseBaseUrl(options.baseUrl, paths);
    if (options.apiKey !== undefined) checkKey(url, options);
  } catch (error) {
    throw new errors.usage((error as Error).message, { kind: "usage", outcome: "not-sent", attempts: 0 });
  }
  const base = url.href.replace(/\/+$/, "");

  const methods: Record<string, unknown> = {};
  const result: Record<string, unknown> = {};
  for (const [operationId, endpoint] of Object.entries(endpoints)) {
    const call = async (...args: unknown[]): Promise<AnyResult> => {
      const body = endpoint.body ? args.shift() : undefined;
      const own = (args[0] ?? {}) as CallOptions & RequestParts;
      const settings = mergeOptions(options, own);
      const fail = (failure: AttemptFailure, outcome?: Outcome, attempts?: number) =>
        createFailure(errors, base, endpoint, settings, failure, outcome, attempts);
      let request: PreparedRequest;
      let problem = "";
      try {
        checkOptions(own, callTypes);
        if (own.apiKey !== undefined) checkKey(url, settings);
        problem = "the body is invalid: ";
        validate?.request?.(operationId, body);
        problem = "";
        request = buildRequest(base, endpoint, body, own, headers, serializers);
      } catch (error) {
        const message = `was not sent: ${problem}${(error as Error).message}`;
        return fail({ message, details: { kind: "usage", outcome: "not-sent" } });
      }
      return send(operationId, endpoint, request, settings, fail);
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
