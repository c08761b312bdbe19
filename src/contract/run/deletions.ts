import { isSuccess } from "../model/expected-statuses.ts";
import type { TestCase } from "../test-case.ts";
import type { Judged } from "./judge.ts";

/** What a run has deleted itself. */
export interface Deletions {
  note(testCase: TestCase, judged: Judged): void;
  /** Why a request got 404, where the run has deleted the thing that it names, or one that this belongs to. */
  reasonFor(judged: Judged): string | undefined;
}

/** Deletions of a run in which nothing has been sent. */
export function createDeletions(): Deletions {
  /** The operations by the paths that they deleted. */
  const operations = new Map<string, string>();
  return {
    note({ operation }, { exchanges }) {
      if (operation.method !== "DELETE") return;
      for (const { request, response } of exchanges) {
        if (response && isSuccess(operation, response.status)) operations.set(pathOf(request.target), operation.id);
      }
    },
    reasonFor({ exchanges: [exchange] }) {
      const status = exchange?.response?.status;
      if (!exchange || (status !== 404 && status !== 410)) return undefined;
      const path = pathOf(exchange.request.target);
      const found = [...operations].find(([deleted]) => `${path}/`.startsWith(`${deleted}/`));
      return found && `${found[1]} has deleted the thing that it names`;
    },
  };
}

/** Without the query and a final slash. */
function pathOf(target: string): string {
  return (target.split("?")[0] ?? "").replace(/\/$/, "");
}
