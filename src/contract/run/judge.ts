import type { CheckContext } from "../checks/check.ts";
import { checks } from "../checks/index.ts";
import type { Exchange } from "../http/client.ts";
import type { WireRequest } from "../http/request.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";

/** A case that was sent, and what its answers show. */
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

/** The violations that the exchanges of a test case show. Pure. */
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
    (runAcross?.(testCase, exchanges) ?? []).map((details) => ({ check, ...details })),
  );
  return [...single, ...across];
}
