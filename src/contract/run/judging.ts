import { createInvalidThings } from "../checks/invalid-things.ts";
import type { Exchange } from "../http/client.ts";
import type { Target } from "../http/target.ts";
import type { TestCase } from "../test-case.ts";
import { type CircuitBreaker, createCircuitBreaker } from "./circuit-breaker.ts";
import { type JudgedCase, judgeExchanges } from "./judge.ts";
import { createLockout, type Lockout } from "./lockout.ts";
import type { Prepared } from "./prepare.ts";
import { createVerdicts } from "./verdicts.ts";

/** What the test cases of a run show, one after the other, and what a server shows that ends it. */
export interface Judging {
  breaker: CircuitBreaker;
  lockout: Lockout;
  /** Judges the exchanges of a test case, and returns what is to be recorded by now. */
  judge(testCase: TestCase, exchanges: Exchange[]): JudgedCase[];
  /** What is left to be recorded when no test case is left. */
  finish(): JudgedCase[];
}

/**
 * Starts to judge a run.
 *
 * @param canWait Whether a test case may be recorded later than it was judged.
 */
export function startJudging({ plan, secrets }: Prepared, { url, basePath }: Target, canWait: boolean): Judging {
  const invalidThings = createInvalidThings();
  const breaker = createCircuitBreaker();
  const lockout = createLockout();
  const verdicts = createVerdicts({ ...plan, basePath }, canWait);
  return {
    breaker,
    lockout,
    judge(testCase, exchanges) {
      const violations = judgeExchanges(testCase, exchanges, { secrets, baseUrl: url, invalidThings });
      invalidThings.note(testCase, exchanges, basePath);
      breaker.note(testCase, exchanges);
      lockout.note(testCase, exchanges);
      return verdicts.note({ testCase, judged: { exchanges, violations } });
    },
    finish: verdicts.finish,
  };
}
