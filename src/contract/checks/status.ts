import { pointTo } from "../../openapi/pointer.ts";
import { documents, type ExpectedStatuses, expectedStatuses } from "../model/expected-statuses.ts";
import type { TestCase } from "../test-case.ts";
import type { ViolationDetails } from "../violation.ts";
import type { Check } from "./check.ts";

/** The status is documented and fits the request. */
export const status: Check = {
  name: "status",
  headline: "the status is not the expected one",
  rank: 7,
  judgesStatus: true,
  run(testCase, { response }) {
    if (!response) return [];
    const actual = response.status;
    const expectation = expectedStatuses(testCase);
    if (expectation.exact) return judgeExact(testCase, expectation, actual);
    // Other checks report redirects and server errors.
    if (actual >= 500 || (actual >= 300 && actual <= 399)) return [];
    if (actual >= 200 && actual <= 299) {
      const isSuccess = testCase.expected.outcome !== "refusal" && testCase.target === "operation";
      return isSuccess ? judgeSuccess(testCase, actual) : [];
    }
    return testCase.expected.outcome === "refusal" ? judgeRefusal(testCase, expectation, actual) : [];
  },
};

/** `x-contract` states the status of the request class. */
function judgeExact({ operation, expected }: TestCase, { statuses = [] }: ExpectedStatuses, actual: number) {
  if (statuses.includes(actual) || (actual >= 500 && actual !== 501)) return [];
  const requestClass = expected.class ?? "";
  const expectedText = `${statuses.join(" or ")}, which x-contract states for ${requestClass}`;
  const pointer = pointTo(operation.xContract.pointer, "statuses", requestClass);
  return [violation("error", expectedText, actual, pointer, `${requestClass} ${actual}`)];
}

function judgeSuccess({ operation }: TestCase, actual: number): ViolationDetails[] {
  if (documents(operation, actual)) return [];
  const documented = [...operation.responses.keys()].join(", ");
  const pointer = pointTo(operation.pointer, "responses");
  return [violation("error", `a documented status: ${documented}`, actual, pointer, `undocumented ${actual}`)];
}

function judgeRefusal(
  { expected, operation, target }: TestCase,
  { statuses, acceptable, common }: ExpectedStatuses,
  actual: number,
): ViolationDetails[] {
  if (acceptable.includes(actual) || statuses?.includes(actual)) return [];
  const pointer = pointTo(operation.pointer, "responses");
  const of = (severity: "error" | "warning", text: string) => [
    violation(severity, text, actual, pointer, `${expected.class} ${actual}`),
  ];
  if (target === "elsewhere") return of("warning", `${acceptable.join(" or ")}, as HTTP defines it`);
  const isCovered = documents(operation, actual);
  // If no documented status fits, any documented one is acceptable.
  if (statuses === undefined) return isCovered ? [] : of("warning", "a documented status");
  const isFromDocument = "basis" in expected && expected.basis === "document" && !common.includes(actual);
  const isWrong = isFromDocument && (operation.responses.has(String(actual)) || !isCovered);
  return of(isWrong ? "error" : "warning", `${statuses.join(" or ")}, which fits the request`);
}

function violation(
  severity: "error" | "warning",
  expected: string,
  actual: number,
  pointer: string,
  fingerprint: string,
): ViolationDetails {
  return { severity, expected, actual: String(actual), pointer, fingerprint };
}
