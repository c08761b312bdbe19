import { type Answer, type Head, readAnswer } from "./answer.ts";
import { bearer } from "./api-key.ts";
import type { ErrorKind } from "./errors.ts";
import { startLimit } from "./limit.ts";
import type { ClientOptions, Endpoint } from "./options.ts";
import { type Body, type BodyReader, readBody } from "./read-body.ts";
import { wasNotSent } from "./retry.ts";

/** A request that is ready to be sent, any number of times. */
export interface PreparedRequest {
  url: string;
  /** Its headers are a plain object with names in lower case, which fetch takes in faster than a `Headers`. */
  init: RequestInit & { headers: Record<string, string> };
}

/** What every attempt of a client needs to know. */
export interface AttemptSettings extends Pick<ClientOptions, "apiKey" | "logger"> {
  fetch: NonNullable<ClientOptions["fetch"]>;
}

/** What one attempt needs to know. */
export interface Attempt {
  /** 1 for the first. */
  attempt: number;
  /** Longest time of this attempt, in milliseconds. */
  timeoutMs: number;
  maxResponseBytes: number;
  signal: AbortSignal | undefined;
}

/** Sends the request once and reads the answer to its end, or tells why there is none. It does not throw. */
export async function sendOnce(
  { url, init }: PreparedRequest,
  endpoint: Endpoint,
  { apiKey, fetch, logger }: AttemptSettings,
  { attempt, timeoutMs, maxResponseBytes, signal }: Attempt,
): Promise<Answer> {
  const startedAt = performance.now();
  let reader: BodyReader | undefined;
  let stop: ((reason: unknown) => void) | undefined;
  const limit = startLimit(timeoutMs, signal, (reason) => {
    stop?.(reason);
    reader?.cancel().catch(() => {});
  });
  // A key's function, a fetch and its bodies may heed no signal: then they are left behind.
  const heeding = <T>(work: T | Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      stop = reject;
      Promise.resolve(work).then(resolve, reject);
    });
  let sent = false;
  let key: string | undefined;
  let response: Response | undefined;
  let body: Body | undefined;
  try {
    limit.signal.throwIfAborted();
    if (apiKey !== undefined) {
      key = typeof apiKey === "function" ? await heeding(apiKey()) : apiKey;
      init.headers.authorization = bearer(key);
    }
    sent = true;
    response = await heeding(fetch(url, { ...init, signal: limit.signal }));
    reader = response.body?.getReader();
    body = await readBody(reader, maxResponseBytes);
    limit.signal.throwIfAborted();
    const answer = readAnswer(response, body, endpoint, url);
    return "data" in answer || !key ? answer : readAnswer(...withoutKey(response, body, key), endpoint, url);
  } catch (cause) {
    const notSent = !sent || (!response && wasNotSent(cause));
    const [kind, message]: [ErrorKind, string] = signal?.aborted
      ? ["aborted", "was ended by the caller's signal"]
      : limit.signal.aborted
        ? ["timeout", `took longer than ${Math.round(timeoutMs)} ms`]
        : !sent
          ? ["usage", `was not sent: ${cause instanceof TypeError ? cause.message : "apiKey gave no key"}`]
          : ["connection", notSent ? "was not sent: no connection" : "broke off without an answer"];
    const details = { kind, outcome: notSent ? "not-sent" : "unknown", status: response?.status, cause } as const;
    return { message, details, attempted: sent };
  } finally {
    limit.clear();
    try {
      logger?.({
        method: endpoint.method,
        path: endpoint.path,
        attempt,
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
  const hide = (text: string) => text.replaceAll(key, "[key]");
  const headers = new Headers([...head.headers].map(([name, value]): [string, string] => [name, hide(value)]));
  return [
    { status: head.status, ok: head.ok, type: head.type, headers },
    { ...body, text: hide(body.text) },
  ];
}
