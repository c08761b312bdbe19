import type { Check } from "./check.ts";
import { jsonProblems, problemViolation } from "./json-problems.ts";

/** A response that is JSON, or is documented as such, is JSON to every parser: RFC 8259, I-JSON (RFC 7493). */
export const strictJson: Check = {
  name: "strict-json",
  headline: "the body is not JSON to every parser",
  rank: 9,
  run: (testCase, exchange) =>
    jsonProblems(testCase, exchange)
      .filter(({ isOurs }) => !isOurs)
      .flatMap((problem) => problemViolation(testCase, exchange, problem, "error")),
};
