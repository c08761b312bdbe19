import { pointTo } from "../../openapi/pointer.ts";
import type { Exchange } from "../http/client.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";
import type { CheckInfo } from "./check.ts";

/** An operation accepts its baseline: a server that rejects everything passes every negative test case. */
export const noSuccess: CheckInfo = { name: "no-success", headline: "no valid request succeeds", rank: 0 };

/** What is said of an operation whose baseline never succeeded. */
export interface NoSuccess {
  /** Whether variants of the baseline did succeed. */
  variantsSucceeded: boolean;
  /** The likely cause, in words; undefined where nothing came at all. */
  cause: string | undefined;
}

/** The violation of an operation whose baseline never succeeded. */
export function noSuccessOf(
  { operation }: TestCase,
  { response, failure }: Partial<Exchange>,
  { variantsSucceeded, cause }: NoSuccess,
): Violation {
  const others = variantsSucceeded ? "success to others" : "no success to any";
  const came = response ? `${response.status} to a valid request, and ${others}` : (failure?.message ?? "no response");
  return {
    check: noSuccess.name,
    severity: "error",
    expected: "at least one valid request that succeeds",
    actual: cause === undefined ? came : `${came}; the likely cause: ${cause}`,
    pointer: pointTo(operation.pointer, "responses"),
    fingerprint: noSuccess.name,
  };
}
