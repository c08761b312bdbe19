import type { Exchange } from "../http/client.ts";

/** A JSON response with a 2xx status, and its request. */
export interface Success {
  /** Index of the exchange. */
  index: number;
  /** The parsed request body; undefined if there is none. */
  sent: unknown;
  json: unknown;
}

/** The parsed successes among exchanges. */
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
