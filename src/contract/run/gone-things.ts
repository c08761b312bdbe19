import { findCheck } from "../checks/index.ts";
import type { ContractOperation } from "../model/operation.ts";
import type { Violation } from "../violation.ts";
import type { Judged, JudgedCase } from "./judge.ts";

/** Which operations have used up the thing that they name: a 404 then tells nothing of the request. */
export interface GoneThings {
  /** What is to be recorded by now: the case, unless it waits, and cases that waited for it. */
  note(one: JudgedCase): JudgedCase[];
  /** The cases that still wait. */
  finish(): JudgedCase[];
}

/** What is known of an operation that has succeeded once. */
interface Known {
  isGone: boolean;
  /** Cases that got 404, until the next valid request shows whether the thing is gone. */
  waiting: JudgedCase[];
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/**
 * The things of operations that have succeeded once. After a DELETE the thing is gone; after another method that changes
 * things it is, if the valid request that succeeded before gets 404.
 *
 * @param canWait Whether a case may be recorded later than it was judged.
 */
export function createGoneThings(canWait: boolean): GoneThings {
  const operations = new Map<string, Known>();
  return {
    note(one) {
      const { operation, role } = one.testCase;
      if (!canBeGone(operation)) return [one];
      const known = operations.get(operation.id);
      if (!known) {
        operations.set(operation.id, { isGone: operation.method === "DELETE", waiting: [] });
        return [one];
      }
      if (role === "variant" && canWait && !known.isGone && isAbsent(one.judged)) {
        known.waiting.push(one);
        return [];
      }
      if (role === "variant") return [known.isGone ? withoutStatus(one) : one];
      if (operation.method !== "DELETE") known.isGone = isAbsent(one.judged);
      const due = [...known.waiting, one];
      known.waiting = [];
      return known.isGone ? due.map(withoutStatus) : due;
    },
    finish: () => [...operations.values()].flatMap(({ waiting }) => waiting),
  };
}

/** Whether a call may use up a thing: one that the path names, or, for a DELETE, the path itself. */
function canBeGone({ method, template }: ContractOperation): boolean {
  return method === "DELETE" || (template.names.length > 0 && !safeMethods.has(method));
}

function isAbsent({ exchanges }: Judged): boolean {
  return exchanges.some((_, index) => isAbsentAt(exchanges, index));
}

function isAbsentAt(exchanges: Judged["exchanges"], index: number): boolean {
  const status = exchanges[index]?.response?.status;
  return status === 404 || status === 410;
}

/** The case without violations that say only that 404 does not fit the request; a case that had no others shows nothing. */
function withoutStatus(one: JudgedCase): JudgedCase {
  const { exchanges, violations: all } = one.judged;
  const isDue = ({ check, exchange = 0 }: Violation) =>
    !(findCheck(check)?.judgesStatus && isAbsentAt(exchanges, exchange));
  const violations = all.filter(isDue);
  const isExplained = all.length > 0 && violations.length === 0;
  return { ...one, judged: { exchanges, violations }, ...(isExplained && { why: "the thing that it names is gone" }) };
}
