import type { Exchange } from "../http/client.ts";
import type { TestCase } from "../test-case.ts";

/** Stops a run, or an operation's part of it, when the server no longer responds. */
export interface CircuitBreaker {
  note(testCase: TestCase, exchanges: readonly Exchange[]): void;
  /** Why not to send the test case; undefined to send it. */
  reasonToSkip(testCase: TestCase): string | undefined;
}

/** A missing response costs a whole timeout: limits per operation and in total. */
const maxTimeouts = 3;
const maxTimeoutsInTotal = 8;
/** A server that refuses this many connections in a row is down. */
const maxRefused = 3;

/** A closed breaker: sends everything. */
export function createCircuitBreaker(): CircuitBreaker {
  const timeoutsOf = new Map<string, number>();
  let timeouts = 0;
  let refused = 0;
  return {
    note({ operation }, exchanges) {
      for (const { failure } of exchanges) {
        refused = failure?.kind === "refused" ? refused + 1 : 0;
        if (failure?.kind !== "timeout") continue;
        timeouts++;
        timeoutsOf.set(operation.id, (timeoutsOf.get(operation.id) ?? 0) + 1);
      }
    },
    reasonToSkip({ operation }) {
      if (refused >= maxRefused) return "the server accepts no more connections";
      if (timeouts >= maxTimeoutsInTotal) return `${maxTimeoutsInTotal} requests got no complete response in time`;
      const own = timeoutsOf.get(operation.id) ?? 0;
      return own >= maxTimeouts
        ? `${maxTimeouts} requests of the operation got no complete response in time`
        : undefined;
    },
  };
}
