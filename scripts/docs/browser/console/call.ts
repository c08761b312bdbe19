import { endpoints, serializers } from "../../../../generated/client.ts";
import { createClient } from "../../../../src/client/create-client.ts";
import { ApiError } from "../../../../src/client/errors.ts";
import type { ClientOptions } from "../../../../src/client/options.ts";
import type { SendForm } from "./form.ts";

/** The result of a call. */
export interface Called {
  status: unknown;
  data?: unknown;
  headers: Headers | undefined;
  error?: ApiError;
}

/** One class for all errors: the console distinguishes them by `kind`. */
const errors = {
  usage: ApiError,
  status: ApiError,
  redirect: ApiError,
  body: ApiError,
  connection: ApiError,
  timeout: ApiError,
  aborted: ApiError,
};

/**
 * Calls an operation with the generated client, once.
 *
 * @throws {ApiError} If the base URL or the key is invalid.
 */
export async function call(
  operationId: string,
  { baseUrl, key, body, params, prefer }: SendForm,
  options: Partial<ClientOptions> = {},
): Promise<Called | undefined> {
  const client = createClient(
    endpoints,
    serializers,
    {
      baseUrl,
      apiKey: key || undefined,
      // The reader's own key in the reader's own browser.
      allowKeyInBrowser: true,
      timeout: 30_000,
      // One click, one request.
      retry: false,
      ...options,
    },
    errors,
  ) as unknown as { result: Record<string, (...args: unknown[]) => Promise<Called>> };
  const headers = prefer ? { Prefer: `code=${prefer}` } : {};
  return client.result[operationId]?.(...(body === undefined ? [] : [body]), { params, headers });
}
