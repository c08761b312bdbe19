import type { CheckContext } from "../checks/check.ts";
import { checks } from "../checks/index.ts";
import type { Exchange } from "../http/client.ts";
import type { WireRequest } from "../http/request.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";

/** The exchanges of a test case, and their violations. */
export interface Judged {
  exchanges: Exchange[];
  violations: Violation[];
}

/** A test case and what it shows. */
export interface JudgedCase {
  testCase: TestCase;
  judged: Judged;
  /** Why it shows nothing; undefined where it counts. */
  why?: string;
}

/** Why a test case is skipped whose setup failed. */
export const setupFailed = "a request that must succeed before it failed";

/** Sends the requests of a test case: one after the other, or all at once. None if its setup fails. */
export async function sendCase(
  { setup = [], parallel, requests }: TestCase,
  send: (request: WireRequest) => Promise<Exchange>,
): Promise<Exchange[]> {
  for (const request of setup) {
    const { response } = await send(request);
    if (!response || response.status >= 300) return [];
  }
  if (parallel) return (await Promise.all(requests.map(send))).flatMap(withOvercome);
  const exchanges: Exchange[] = [];
  for (const request of requests) exchanges.push(...withOvercome(await send(request)));
  return exchanges;
}

function withOvercome(exchange: Exchange): Exchange[] {
  return [...(exchange.overcome ?? []), exchange];
}

/** Runs every check on the exchanges of a test case. Pure. */
export function judgeExchanges(testCase: TestCase, exchanges: readonly Exchange[], context: CheckContext): Violation[] {
  const single = exchanges.flatMap((exchange, index) =>
    checks.flatMap(({ name: check, run }) =>
      (run?.(testCase, exchange, context) ?? []).map((details) => ({
        check,
        ...details,
        ...(index > 0 && { exchange: index }),
      })),
    ),
  );
  if (exchanges.length < 2) return single;
  const across = checks.flatMap(({ name: check, runAcross }) =>
    (runAcross?.(testCase, exchanges, context) ?? []).map((details) => ({ check, ...details })),
  );
  return [...single, ...across];
}
