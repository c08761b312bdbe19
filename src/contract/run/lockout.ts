import type { Exchange } from "../http/client.ts";
import type { TestCase } from "../test-case.ts";

/** Notices a server that gives 401 to everything: what else is sent shows nothing but that. */
export interface Lockout {
  note(testCase: TestCase, exchanges: readonly Exchange[]): void;
  /** Why not to send the test case; undefined to send it. */
  reasonToSkip(testCase: TestCase): string | undefined;
  /** Whether there were responses, and every one was 401. */
  isLocked(): boolean;
  /** Why the run ends; undefined while it goes on. */
  reason(): string | undefined;
}

/** So many operations whose valid request got 401, and no more are tried. */
const maxOperations = 5;

/** No response yet. */
export function createLockout(): Lockout {
  const operations = new Set<string>();
  let isLocked = true;
  let isAsked = false;
  return {
    note({ operation, role }, exchanges) {
      isAsked ||= exchanges.length > 0;
      isLocked &&= exchanges.every(({ response }) => response?.status === 401);
      if (role === "baseline") operations.add(operation.id);
    },
    isLocked: () => isLocked && isAsked,
    // The first operation is tested as a whole: a document may have no other.
    reasonToSkip: ({ operation, role }) =>
      isLocked && role !== "baseline" && operations.size > 1 && operations.has(operation.id)
        ? "every response is 401, that to the valid request included"
        : undefined,
    reason: () =>
      isLocked && operations.size >= maxOperations
        ? `every response of ${maxOperations} operations is 401: give a key that the server accepts (--token-env)`
        : undefined,
  };
}
