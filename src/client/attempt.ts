import { type Answer, type Head, readAnswer } from "./answer.ts";
import { bearer } from "./api-key.ts";
import type { ErrorKind } from "./errors.ts";
import { limited } from "./limited.ts";
import type { ClientOptions, Endpoint } from "./options.ts";
import { type Body, readBody } from "./read-body.ts";
import { wasNotSent } from "./retry.ts";

/** A request that is ready to be sent, any number of times. */
export interface PreparedRequest {
  url: string;
  init: RequestInit & { headers: Headers };
}

/** What one attempt needs to know. */
export interface AttemptSettings extends Pick<ClientOptions, "apiKey" | "logger"> {
  fetch: NonNullable<ClientOptions["fetch"]>;
  maxResponseBytes: number;
  signal: AbortSignal | undefined;
  /** Longest time of this attempt, in milliseconds. */
  timeoutMs: number;
  /** 1 for the first. */
  attempt: number;
}

/** Sends the request once and reads the answer to its end, or tells why there is none. It does not throw. */
export async function sendOnce(
  { url, init }: PreparedRequest,
  endpoint: Endpoint,
  settings: AttemptSettings,
): Promise<Answer> {
  const { apiKey, fetch, signal, timeoutMs, attempt, logger } = settings;
  const startedAt = performance.now();
  let sent = false;
  let key: string | undefined;
  let response: Response | undefined;
  let body: Body | undefined;
  let ended: AbortSignal | undefined;
  try {
    const answered = await limited(timeoutMs, signal, async (limit) => {
      ended = limit;
      if (apiKey !== undefined) {
        key = typeof apiKey === "function" ? await apiKey() : apiKey;
        init.headers.set("Authorization", bearer(key));
      }
      limit.throwIfAborted();
      sent = true;
      response = await fetch(url, { ...init, signal: limit });
      body = await readBody(response, settings.maxResponseBytes);
      limit.throwIfAborted();
      return [response, body] as const;
    });
    const answer = readAnswer(...answered, endpoint, url);
    return "data" in answer || !key ? answer : readAnswer(...withoutKey(...answered, key), endpoint, url);
  } catch (cause) {
    const notSent = !sent || (!response && wasNotSent(cause));
    const [kind, message]: [ErrorKind, string] = signal?.aborted
      ? ["aborted", "was ended by the caller's signal"]
      : ended?.aborted
        ? ["timeout", `took longer than ${Math.round(timeoutMs)} ms`]
        : !sent
          ? ["usage", `was not sent: ${cause instanceof TypeError ? cause.message : "apiKey gave no key"}`]
          : ["connection", notSent ? "was not sent: no connection" : "broke off without an answer"];
    const details = { kind, outcome: notSent ? "not-sent" : "unknown", status: response?.status, cause } as const;
    return { message, details, attempted: sent };
  } finally {
    const durationMs = performance.now() - startedAt;
    const { method, path } = endpoint;
    try {
      logger?.({
        method: method.toUpperCase(),
        path,
        attempt,
        status: response?.status,
        durationMs,
        bytes: body?.bytes ?? 0,
      });
    } catch {
      // A log that fails must not fail the call.
    }
  }
}

/** The head and the body without the key: a server may send it back, and it must not get into errors that way. */
function withoutKey(head: Head, body: Body, key: string): [Head, Body] {
  const hide = (text: string) => text.replaceAll(key, "[key]");
  const headers = new Headers([...head.headers].map(([name, value]): [string, string] => [name, hide(value)]));
  return [
    { status: head.status, ok: head.ok, type: head.type, headers },
    { ...body, text: hide(body.text) },
  ];
}
