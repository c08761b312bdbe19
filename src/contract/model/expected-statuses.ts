import { responseKey } from "../../openapi/responses.ts";
import type { TestCase } from "../test-case.ts";
import type { ContractOperation, ContractResponse } from "./operation.ts";
import { type Fitting, requestClasses } from "./x-contract.ts";

/** The documented response that covers a status: its own, its range's or the default. */
export function responseFor({ responses }: ContractOperation, status: number): ContractResponse | undefined {
  const key = responseKey(responses, status);
  return key === undefined ? undefined : responses.get(key);
}

/** Whether a status is a success: any 2xx, or a documented redirect. */
export function isSuccess({ responses }: ContractOperation, status: number): boolean {
  if (status < 300) return status >= 200;
  return status < 400 && (responses.has(String(status)) || responses.has("3XX"));
}

/** Whether a documented response covers the status. */
export function documents(operation: ContractOperation, status: number): boolean {
  return responseFor(operation, status) !== undefined;
}

/** The statuses that the response to a test case may have. */
export interface ExpectedStatuses {
  /** One of these is expected; undefined if the document leaves the exact status open. */
  statuses: readonly number[] | undefined;
  /** Statuses that are always acceptable for the test case. */
  acceptable: readonly number[];
  /** Statuses that are a warning at most. */
  common: readonly number[];
  /** Whether the operation's `x-contract` states them, so that no other status passes. */
  exact: boolean;
}

/** Finds the expected statuses of a test case, by its request class. */
export function expectedStatuses({ expected, operation }: TestCase): ExpectedStatuses {
  const requestClass = expected.class;
  if (requestClass === undefined) return { statuses: undefined, acceptable: [], common: [], exact: false };
  const stated = operation.xContract.statuses[requestClass];
  if (stated) return { statuses: stated, acceptable: [], common: [], exact: true };
  const { expected: preferred, acceptable = [], common: ofClass = [] }: Fitting = requestClasses[requestClass];
  const common = [...ofClass, ...("common" in expected ? (expected.common ?? []) : [])];
  const documented = preferred.map((statuses) => statuses.filter((status) => operation.responses.has(String(status))));
  return {
    statuses: documented.find((statuses) => statuses.length > 0),
    acceptable: [...acceptable, ...common.filter((status) => documents(operation, status))],
    common,
    exact: false,
  };
}
