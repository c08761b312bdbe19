import type { Exchange } from "../http/client.ts";

/** A JSON answer of success, and the request that it answers. */
export interface Success {
  /** Which of the exchanges it is. */
  index: number;
  /** The request's body, parsed; undefined for none. */
  sent: unknown;
  json: unknown;
}

/** The successes among exchanges, parsed. */
export function successes(exchanges: readonly Exchange[]): Success[] {
  return exchanges.flatMap(({ request, response }, index) => {
    if (!response || response.status < 200 || response.status > 299) return [];
    try {
      const sent = request.body === undefined ? undefined : JSON.parse(request.body.toString("utf8"));
      return [{ index, sent, json: JSON.parse(response.body.toString("utf8")) }];
    } catch {
      return [];
    }
  });
}
