import { type Answer, type Head, readAnswer } from "./answer.ts";
import { bearer } from "./api-key.ts";
import type { ErrorKind } from "./errors.ts";
import type { ClientOptions, Endpoint } from "./options.ts";
import { type Body, readBody } from "./read-body.ts";
import { wasNotSent } from "./retry.ts";

/** A request that is ready to be sent, any number of times. */
export interface PreparedRequest {
  url: string;
  init: RequestInit & { headers: Headers };
}

/** What one attempt needs to know. */
export interface AttemptSettings {
  apiKey: ClientOptions["apiKey"];
  fetch: NonNullable<ClientOptions["fetch"]>;
  maxResponseBytes: number;
  logger: ClientOptions["logger"];
  signal: AbortSignal | undefined;
  /** Longest time of this attempt, in milliseconds. */
  timeoutMs: number;
  /** 1 for the first. */
  number: number;
}

/** Sends the request once and reads the answer to its end, or tells why there is none. It does not throw. */
export async function attempt(
  request: PreparedRequest,
  endpoint: Endpoint,
  settings: AttemptSettings,
): Promise<Answer> {
  const { apiKey, fetch, signal, timeoutMs } = settings;
  const startedAt = performance.now();
  const controller = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(controller.signal.reason), { once: true });
  });
  ended.catch(() => {});
  const forward = () => controller.abort(signal?.reason);
  if (signal?.aborted) forward();
  signal?.addEventListener("abort", forward, { once: true });
  const timer = timeoutMs < Infinity ? setTimeout(() => controller.abort(), timeoutMs) : undefined;

  let sent = false;
  let key: string | undefined;
  let response: Response | undefined;
  let body: Body | undefined;
  try {
    if (apiKey !== undefined) {
      key = typeof apiKey === "function" ? await Promise.race([apiKey(), ended]) : apiKey;
      request.init.headers.set("Authorization", bearer(key));
    }
    controller.signal.throwIfAborted();
    sent = true;
    response = await Promise.race([fetch(request.url, { ...request.init, signal: controller.signal }), ended]);
    body = await Promise.race([readBody(response, settings.maxResponseBytes), ended]);
    controller.signal.throwIfAborted();
    const answer = readAnswer(response, body, endpoint, request.url);
    return "data" in answer || !key ? answer : readAnswer(...withoutKey(response, body, key), endpoint, request.url);
  } catch (cause) {
    const notSent = !sent || (response === undefined && wasNotSent(cause));
    const [kind, message]: [ErrorKind, string] = signal?.aborted
      ? ["aborted", "was ended by the caller's signal"]
      : controller.signal.aborted
        ? ["timeout", `took longer than ${Math.round(timeoutMs)} ms`]
        : !sent
          ? ["usage", `was not sent: ${cause instanceof TypeError ? cause.message : "apiKey gave no key"}`]
          : ["connection", notSent ? "was not sent: no connection" : "broke off before its answer"];
    const details = { kind, outcome: notSent ? "not-sent" : "unknown", status: response?.status, cause } as const;
    return { message, details, documented: false };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", forward);
    try {
      settings.logger?.({
        method: endpoint.method.toUpperCase(),
        path: endpoint.path,
        attempt: settings.number,
        status: response?.status,
        durationMs: performance.now() - startedAt,
        bytes: body?.bytes ?? 0,
      });
    } catch {
      // A log that fails must not fail the call.
    }
  }
}

/** The head and the body without the key: a server may send it back, and it must not get into errors that way. */
function withoutKey(head: Head, body: Body, key: string): [Head, Body] {
  const headers = new Headers();
  for (const [name, value] of head.headers) headers.append(name, value.replaceAll(key, "[key]"));
  const { status, ok, type } = head;
  return [
    { status, ok, type, headers },
    { ...body, text: body.text.replaceAll(key, "[key]") },
  ];
}
