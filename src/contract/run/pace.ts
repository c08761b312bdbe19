import { setTimeout as delay } from "node:timers/promises";
import type { Exchange, WireClient } from "../http/client.ts";
import { headerValues, type WireRequest } from "../http/request.ts";

/** How fast to send requests. */
export interface PaceOptions {
  /** Maximum requests per second. @default no limit */
  rate?: number | undefined;
  /** Ends all waiting when it is aborted. */
  signal?: AbortSignal | undefined;
}

/** Longest wait for one `Retry-After`, and for all of them together, in seconds. */
const maxWaitSeconds = 60;
const maxWaitsSeconds = 180;
const maxRetries = 2;

/** Sends no faster than the rate, and waits for `Retry-After`: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
export function paced(client: WireClient, { rate, signal }: PaceOptions): (request: WireRequest) => Promise<Exchange> {
  const gapMs = rate === undefined ? 0 : 1_000 / rate;
  let nextAt = 0;
  let waitedSeconds = 0;
  const wait = (ms: number) => delay(ms, undefined, signal && { signal }).catch(() => undefined);
  const send = async (request: WireRequest): Promise<Exchange> => {
    if (gapMs > 0) {
      const now = Date.now();
      const at = Math.max(now, nextAt);
      nextAt = at + gapMs;
      if (at > now) await wait(at - now);
    }
    return client.exchange(request);
  };
  return async (request) => {
    let exchange = await send(request);
    const waited: Exchange[] = [];
    for (let retry = 0; retry < maxRetries; retry++) {
      const seconds = askedWait(exchange);
      if (seconds === undefined || waitedSeconds + seconds > maxWaitsSeconds || signal?.aborted) break;
      waitedSeconds += seconds;
      waited.push(exchange);
      await wait(seconds * 1_000);
      exchange = await send(request);
    }
    const overcome = waited.filter((one) => isOvercome(one, exchange)).map((one) => ({ ...one, isOvercome: true }));
    return overcome.length > 0 ? { ...exchange, overcome } : exchange;
  };
}

/** Whether a retry got beyond a server error. A rate limit is the suite's own doing. */
function isOvercome({ response }: Exchange, { response: last }: Exchange): boolean {
  return response !== undefined && response.status >= 500 && response.status !== last?.status;
}

/** Seconds that a 429 or a 5xx asks to wait; undefined if it does not, or asks for too long. */
function askedWait({ response }: Exchange): number | undefined {
  if (response?.status !== 429 && !(response && response.status >= 500)) return undefined;
  const [value] = headerValues(response.headers, "retry-after");
  if (value === undefined) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1_000;
  return Number.isFinite(seconds) && seconds <= maxWaitSeconds ? Math.max(seconds, 0) : undefined;
}
