import type { CheckContext } from "../checks/check.ts";
import { acrossChecks, checks } from "../checks/index.ts";
import type { Exchange } from "../http/client.ts";
import type { WireRequest } from "../http/request.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";

/** A case that was sent, and what its answers show. */
export interface Judged {
  exchanges: Exchange[];
  violations: Violation[];
}

/** Sends a case's requests: one after the other, or all at once. */
export async function sendCase(
  { parallel, requests }: TestCase,
  send: (request: WireRequest) => Promise<Exchange>,
): Promise<Exchange[]> {
  if (parallel) return Promise.all(requests.map(send));
  const exchanges: Exchange[] = [];
  for (const request of requests) exchanges.push(await send(request));
  return exchanges;
}

/** What the exchanges of a case show. Pure. */
export function judgeExchanges(testCase: TestCase, exchanges: readonly Exchange[], around: CheckContext): Violation[] {
  const single = exchanges.flatMap((exchange, index) =>
    checks
      .flatMap((check) => check(testCase, exchange, around))
      .map((violation) => (index === 0 ? violation : { ...violation, exchange: index })),
  );
  const across = exchanges.length > 1 ? acrossChecks.flatMap((check) => check(testCase, exchanges)) : [];
  return [...single, ...across];
}
