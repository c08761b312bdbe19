import type { Exchange } from "../http/client.ts";
import type { TestCase } from "../test-case.ts";

/** Stops a run, or an operation's part of it, where the server no longer responds. */
export interface CircuitBreaker {
  note(testCase: TestCase, exchanges: readonly Exchange[]): void;
  /** Why a test case is not worth sending any more; undefined where it is. */
  reasonToSkip(testCase: TestCase): string | undefined;
}

/** Each response that never comes costs a whole timeout: so many per operation and in total are waited for. */
const maxTimeouts = 3;
const maxTimeoutsInTotal = 8;
/** A server that refuses so many connections in a row is gone. */
const maxRefused = 3;

/** A closed breaker: everything is sent. */
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
