import type { Exchange } from "../http/client.ts";

/** A JSON response with a 2xx status, and its request. */
export interface Success {
  /** Index of the exchange. */
  index: number;
  /** The request's body, parsed where it is JSON, else its text; undefined for none. */
  sent: unknown;
  json: unknown;
}

/** The parsed successes among exchanges. */
export function successes(exchanges: readonly Exchange[]): Success[] {
  return exchanges.flatMap(({ request, response }, index) => {
    if (!response || response.status < 200 || response.status > 299) return [];
    const text = response.body.toString("utf8");
    const json = parse(text);
    if (json === undefined) return [];
    const sent = request.body?.toString("utf8");
    return [{ index, sent: sent === undefined ? undefined : (parse(sent) ?? sent), json }];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
