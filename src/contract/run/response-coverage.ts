import { responseKey } from "../../openapi/responses.ts";
import type { Exchange } from "../http/client.ts";
import type { Report } from "../report/report.ts";
import type { TestCase } from "../test-case.ts";

/** The documented responses that a run has seen. */
export interface ResponseCoverage {
  note(testCase: TestCase, exchanges: readonly Exchange[]): void;
  /** The documented responses that were never seen, by operation. */
  unseen(): Report["unseen"];
  /** The ids of the operations that got a test case. */
  tested(): ReadonlySet<string>;
}

/** Nothing seen yet. */
export function createResponseCoverage(): ResponseCoverage {
  const operations = new Map<string, Set<string>>();
  return {
    note({ operation, target }, exchanges) {
      const unseen = operations.get(operation.id) ?? new Set(operation.responses.keys());
      operations.set(operation.id, unseen);
      if (target === "elsewhere") return;
      for (const { response } of exchanges) {
        const status = response && responseKey(operation.responses, response.status);
        if (status !== undefined) unseen.delete(status);
      }
    },
    tested: () => new Set(operations.keys()),
    unseen: () =>
      [...operations].flatMap(([operation, unseen]) => (unseen.size > 0 ? [{ operation, statuses: [...unseen] }] : [])),
  };
}
