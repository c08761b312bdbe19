import { bearer } from "./api-key.ts";
import type { AttemptResult } from "./attempt-result.ts";
import type { PreparedRequest } from "./build-request.ts";
import { classifyError } from "./classify-error.ts";
import { classifyResponse } from "./classify-response.ts";
import { hideKey } from "./hide-key.ts";
import { startLimit } from "./limit.ts";
import type { Settings } from "./merge-options.ts";
import type { Endpoint } from "./options.ts";
import { type Body, type BodyReader, readBody } from "./read-body.ts";

/**
 * Sends the request once and reads the response to its end. Never throws.
 *
 * @param timeoutMs Longest time of this attempt, in milliseconds.
 */
export async function sendOnce(
  operationId: string,
  endpoint: Endpoint,
  { url, init }: PreparedRequest,
  // Looks up the global fetch for each call, because tests and tracing replace it.
  { apiKey, fetch = globalThis.fetch, fetchOptions, maxResponseBytes = 1_048_576, signal, validate }: Settings,
  timeoutMs: number,
): Promise<AttemptResult> {
  let reader: BodyReader | undefined;
  let stop: ((reason: unknown) => void) | undefined;
  const limit = startLimit(timeoutMs, signal, (reason) => {
    stop?.(reason);
    reader?.cancel().catch(() => {});
  });
  // The caller's apiKey and fetch may ignore the signal: stop waiting for them then.
  const abortable = <T>(work: T | Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      stop = reject;
      Promise.resolve(work).then(resolve, reject);
    });
  let beforeFetch = true;
  let key: string | undefined;
  let response: Response | undefined;
  let body: Body | undefined;
  try {
    limit.signal.throwIfAborted();
    if (apiKey !== undefined) {
      key = typeof apiKey === "function" ? await abortable(apiKey()) : apiKey;
      init.headers.authorization = bearer(key);
    }
    beforeFetch = false;
    response = await abortable(fetch(url, { ...fetchOptions, ...init, signal: limit.signal }));
    reader = response.body?.getReader();
    body = await readBody(reader, maxResponseBytes);
    limit.signal.throwIfAborted();
    const result = classifyResponse(response, body, endpoint, url, validate?.response);
    if ("data" in result) {
      try {
        validate?.response?.(operationId, result.status, result.data);
        return result;
      } catch (cause) {
        body = { ...body, problem: `is invalid: ${(cause as Error).message}`, cause };
      }
    }
    return classifyResponse(...hideKey(response, body, key), endpoint, url, validate?.response);
  } catch (cause) {
    const exceeded = limit.signal.aborted && timeoutMs;
    return { ...classifyError(cause, signal, exceeded, beforeFetch, response?.status), bytes: body?.bytes };
  } finally {
    limit.clear();
  }
}
