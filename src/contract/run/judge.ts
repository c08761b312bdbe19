import type { Case } from "../case.ts";
import type { CheckContext } from "../checks/check.ts";
import { acrossChecks, checks } from "../checks/index.ts";
import type { Finding } from "../finding.ts";
import type { Exchange } from "../wire/client.ts";
import type { WireRequest } from "../wire/request.ts";

/** A case that was sent, and what its answers show. */
export interface Judged {
  exchanges: Exchange[];
  findings: Finding[];
}

/** Sends a case's requests: one after the other, or all at once. */
export async function sendCase(
  { parallel, requests }: Case,
  send: (request: WireRequest) => Promise<Exchange>,
): Promise<Exchange[]> {
  if (parallel) return Promise.all(requests.map(send));
  const exchanges: Exchange[] = [];
  for (const request of requests) exchanges.push(await send(request));
  return exchanges;
}

/** What the exchanges of a case show. Pure. */
export function judgeExchanges(theCase: Case, exchanges: readonly Exchange[], around: CheckContext): Finding[] {
  const single = exchanges.flatMap((exchange, index) =>
    checks
      .flatMap((check) => check(theCase, exchange, around))
      .map((finding) => (index === 0 ? finding : { ...finding, exchange: index })),
  );
  const across = exchanges.length > 1 ? acrossChecks.flatMap((check) => check(theCase, exchanges)) : [];
  return [...single, ...across];
}
