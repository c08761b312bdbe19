import type { Check } from "./check.ts";
import { jsonProblems, problemViolation } from "./json-problems.ts";

/** A response does not give back what RFC 8259 allows and I-JSON (RFC 7493) does not, though a request has sent it. */
export const iJson: Check = {
  name: "i-json",
  headline: "the body repeats a value of a request that not every parser reads",
  rank: 9,
  run: (testCase, exchange) =>
    jsonProblems(testCase, exchange)
      .filter(({ isOurs }) => isOurs)
      .flatMap((problem) => problemViolation(testCase, exchange, problem, "warning")),
};
