import { responseKey } from "../../openapi/responses.ts";
import type { TestCase } from "../test-case.ts";
import type { ContractOperation, ContractResponse } from "./operation.ts";
import { requestClasses } from "./x-contract.ts";

/** The documented response for a status: exact, its range, or the default. */
export function responseFor({ responses }: ContractOperation, status: number): ContractResponse | undefined {
  const key = responseKey(responses, status);
  return key === undefined ? undefined : responses.get(key);
}

/** Whether a status tells of success: any 2xx, and a redirect that the document has. */
export function isSuccess({ responses }: ContractOperation, status: number): boolean {
  if (status < 300) return status >= 200;
  return status < 400 && (responses.has(String(status)) || responses.has("3XX"));
}

/** Whether the document has a response that covers the status. */
export function documents(operation: ContractOperation, status: number): boolean {
  return responseFor(operation, status) !== undefined;
}

/** Which statuses are due for a case. */
export interface ExpectedStatuses {
  /** One of these; undefined: the document leaves the exact status open. */
  statuses: readonly number[] | undefined;
  /** Statuses that are never wrong for the case. */
  acceptable: readonly number[];
  /** Whether the operation's `x-contract` states them, so that nothing else will do. */
  exact: boolean;
}

/** The statuses that the description has for the case, by its class. */
export function expectedStatuses({ expected, operation }: TestCase): ExpectedStatuses {
  const requestClass = expected.class;
  if (requestClass === undefined) return { statuses: undefined, acceptable: [], exact: false };
  const stated = operation.xContract.answers[requestClass];
  if (stated) return { statuses: stated, acceptable: [], exact: true };
  const { expected: preferred, ...fitting } = requestClasses[requestClass];
  const documented = preferred.map((statuses) => statuses.filter((status) => operation.responses.has(String(status))));
  return {
    statuses: documented.find((statuses) => statuses.length > 0),
    acceptable: "acceptable" in fitting ? fitting.acceptable : [],
    exact: false,
  };
}
