import { findCheck } from "../checks/index.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";
import type { Judged, JudgedCase } from "./judge.ts";

/**
 * Which operations work only once for the same request: the thing that they name is gone, or what they make is there. The
 * status that says so then tells nothing of the request.
 */
export interface UsedUp {
  /** What is to be recorded by now: the case, unless it waits, and cases that waited for it. */
  note(one: JudgedCase): JudgedCase[];
  /** The cases that still wait. */
  finish(): JudgedCase[];
}

/** What is known of an operation that has succeeded once. */
interface Known {
  isUsedUp: boolean;
  /** Cases with such a status, until the next valid request shows whether it gets one, too. */
  waiting: JudgedCase[];
}

const gone = "the thing that it names is gone";
const taken = "what it makes is there already, or the thing is in another state";
const reasons: ReadonlyMap<number | undefined, string> = new Map([
  [404, gone],
  [410, gone],
  [409, taken],
]);
const safeMethods = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/**
 * Judges operations that have succeeded once. After a DELETE the thing is gone; after another method that changes things, it
 * is used up if the valid request that succeeded before is refused for it.
 *
 * @param canWait Whether a case may be recorded later than it was judged.
 */
export function createUsedUp(canWait: boolean): UsedUp {
  const operations = new Map<string, Known>();
  return {
    note(one) {
      const { operation, role } = one.testCase;
      if (safeMethods.has(operation.method)) return [one];
      const known = operations.get(operation.id);
      if (!known) {
        operations.set(operation.id, { isUsedUp: operation.method === "DELETE", waiting: [] });
        return [one];
      }
      const isRefused = reasonFor(one) !== undefined;
      if (role === "variant" && canWait && !known.isUsedUp && isRefused) {
        known.waiting.push(one);
        return [];
      }
      if (role === "variant") return [known.isUsedUp ? withoutStatus(one) : one];
      if (operation.method !== "DELETE") known.isUsedUp = isRefused;
      const due = [...known.waiting, one];
      known.waiting = [];
      return known.isUsedUp ? due.map(withoutStatus) : due;
    },
    finish: () => [...operations.values()].flatMap(({ waiting }) => waiting),
  };
}

/** Why the case may have been refused, whatever it sent; undefined where it was not. */
function reasonFor({ testCase, judged: { exchanges } }: JudgedCase): string | undefined {
  return exchanges.map((_, index) => reasonAt(testCase, exchanges, index)).find(Boolean);
}

function reasonAt({ operation, chained }: TestCase, exchanges: Judged["exchanges"], index: number) {
  const reason = reasons.get(exchanges[index]?.response?.status);
  const isJustMade = chained?.madeBy !== undefined && chained.areUntouched === true && chained.state !== "deleted";
  // Only a DELETE makes a path go that names no thing.
  const canBeGone = !isJustMade && (operation.method === "DELETE" || operation.template.names.length > 0);
  return reason === taken || canBeGone ? reason : undefined;
}

/** The case without violations that say only that such a status does not fit; a case that had no others shows nothing. */
function withoutStatus(one: JudgedCase): JudgedCase {
  const { exchanges, violations: all } = one.judged;
  const isDue = ({ check, exchange = 0 }: Violation) =>
    !(findCheck(check)?.judgesStatus && reasonAt(one.testCase, exchanges, exchange) !== undefined);
  const violations = all.filter(isDue);
  const why = all.length > 0 && violations.length === 0 ? reasonFor(one) : undefined;
  return { ...one, judged: { exchanges, violations }, ...(why !== undefined && { why }) };
}
