import { pointTo } from "../../openapi/pointer.ts";
import type { Exchange } from "../http/client.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";
import type { CheckInfo } from "./check.ts";

/** An operation accepts its baseline: a server that rejects everything passes every negative test case. */
export const noSuccess: CheckInfo = { name: "no-success", headline: "no valid request succeeds", rank: 0 };

/**
 * The violation of an operation whose baseline never succeeded.
 *
 * @param variantsSucceeded Whether variants of the baseline did.
 */
export function noSuccessOf(
  { operation }: TestCase,
  { response, failure }: Partial<Exchange>,
  variantsSucceeded: boolean,
): Violation {
  const others = variantsSucceeded ? "success for others" : "success for none";
  return {
    check: noSuccess.name,
    severity: "error",
    expected:
      "at least one valid request that succeeds; supply values of things that exist (--request), and a key (--token-env)",
    actual: response ? `${response.status} for a valid request, and ${others}` : (failure?.message ?? "no response"),
    pointer: pointTo(operation.pointer, "responses"),
    fingerprint: noSuccess.name,
  };
}
