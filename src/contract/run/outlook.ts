import { pointTo } from "../../openapi/pointer.ts";
import { responseKey } from "../../openapi/responses.ts";
import { isOwn } from "../checks/check.ts";
import type { Exchange } from "../http/client.ts";
import { isSuccess } from "../model/expected-statuses.ts";
import type { Report } from "../report/report.ts";
import type { TestCase } from "../test-case.ts";
import type { Judged } from "./judge.ts";

/** What is known of each operation while a run goes on. */
export interface Outlook {
  note(testCase: TestCase, judged: Judged): void;
  /** Why a case would tell nothing any more; undefined where it is worth its time. */
  reasonToSkip(testCase: TestCase): string | undefined;
  /** Whether the request that the operation's other cases are made from has succeeded. */
  baseHasSucceeded(testCase: TestCase): boolean;
  /** The plain valid requests that have not succeeded, or not at once, each as a case with its violations. */
  failures(): Unsuccessful[];
  /** Documented responses that were never seen. */
  unseen(): Report["unseen"];
}

/** A valid request that has not succeeded. */
interface Unsuccessful {
  testCase: TestCase;
  judged: Judged;
}

/** Answers that never come cost a whole timeout each; after so many the rest is not waited for. */
const maxTimeouts = 3;
const maxTimeoutsInAll = 8;
/** A server that refused so many connections in a row is gone. */
const maxRefused = 3;

interface Known {
  succeeded: boolean;
  /** Whether the request that all are made from has. */
  baseSucceeded: boolean;
  timeouts: number;
  /** Whether a valid request was sent. */
  isTried: boolean;
  /** The first valid request, where it has not succeeded. */
  first: Unsuccessful | undefined;
  /** Documented statuses that were not seen yet. */
  unseen: Set<string>;
}

/** An outlook on operations of which nothing is known. */
export function createOutlook(): Outlook {
  const operations = new Map<string, Known>();
  let timeouts = 0;
  let refused = 0;
  const knownOf = ({ operation }: TestCase): Known => {
    const fresh = {
      succeeded: false,
      baseSucceeded: false,
      timeouts: 0,
      isTried: false,
      first: undefined,
      unseen: new Set(operation.responses.keys()),
    };
    const known = operations.get(operation.id) ?? fresh;
    operations.set(operation.id, known);
    return known;
  };
  return {
    note(testCase, judged) {
      const known = knownOf(testCase);
      for (const { request, response, failure } of judged.exchanges) {
        if (failure?.kind === "timeout") {
          known.timeouts++;
          timeouts++;
        }
        refused = failure?.kind === "refused" ? refused + 1 : 0;
        if (!response || !isOwn(testCase, request)) continue;
        const key = responseKey(testCase.operation.responses, response.status);
        if (key !== undefined) known.unseen.delete(key);
      }
      if (testCase.expected.outcome !== "success") return;
      const isFirst = !known.isTried;
      known.isTried = true;
      const succeeds = judged.exchanges.some((exchange) => succeededIn(testCase, exchange));
      if (succeeds) known.succeeded = true;
      else if (isFirst) known.first = { testCase, judged };
      if (succeeds && /^(examples|recovery)$/.test(testCase.family)) known.baseSucceeded = true;
    },
    reasonToSkip(testCase) {
      if (refused >= maxRefused) return "the server takes no connections any more";
      if (timeouts >= maxTimeoutsInAll) return `${maxTimeoutsInAll} requests had no whole answer in time`;
      const { timeouts: own } = knownOf(testCase);
      return own >= maxTimeouts ? `${maxTimeouts} requests of the operation had no whole answer in time` : undefined;
    },
    baseHasSucceeded: (testCase) => knownOf(testCase).baseSucceeded,
    failures() {
      return [...operations.values()].flatMap(({ first, succeeded, baseSucceeded }) => {
        if (!first) return [];
        // What failed at first and not later was no fault of the request.
        return baseSucceeded ? [first] : [failureOf(first, succeeded)];
      });
    },
    unseen() {
      const all = [...operations].map(([operation, { unseen }]) => ({ operation, statuses: [...unseen] }));
      return all.filter(({ statuses }) => statuses.length > 0);
    },
  };
}

function succeededIn({ operation }: TestCase, { response }: Exchange): boolean {
  return response !== undefined && isSuccess(operation, response.status);
}

/** No success, no pass: negatives alone prove nothing, for a server that refuses everything passes them all. */
function failureOf({ testCase, judged }: Unsuccessful, others: boolean): Unsuccessful {
  const { response, failure } = judged.exchanges[0] ?? {};
  const { operation } = testCase;
  const violation = {
    check: "no-success",
    severity: "error",
    expected:
      "at least one valid request that succeeds; values of things that exist can be given (--request), and a key (--token-env)",
    actual: response
      ? `${response.status} to a valid request, and ${others ? "success to others" : "no success to any"}`
      : (failure?.message ?? "no answer"),
    pointer: pointTo(operation.pointer, "responses"),
    fingerprint: "no-success",
  } as const;
  return { testCase: { ...testCase, family: "examples" }, judged: { ...judged, violations: [violation] } };
}
