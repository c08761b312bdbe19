import { type Baselines, createBaselines } from "./baselines.ts";
import type { JudgedCase } from "./judge.ts";
import { createUsedUp } from "./used-up.ts";

/** What test cases show beside each other: what counts while nothing valid succeeds, and once a request is used up. */
export interface Verdicts {
  /** Takes note of a case, and returns what is to be recorded by now. */
  note(one: JudgedCase): JudgedCase[];
  /** What is left to be recorded when no case is left. */
  finish(): JudgedCase[];
}

/**
 * Verdicts of a run in which nothing has been sent.
 *
 * @param around As for {@link createBaselines}.
 * @param canWait Whether a case may be recorded later than it was judged.
 */
export function createVerdicts(around: Parameters<typeof createBaselines>[0], canWait: boolean): Verdicts {
  const baselines: Baselines = createBaselines(around);
  const usedUp = createUsedUp(canWait);
  return {
    note(one) {
      const { testCase, judged } = one;
      const counted = baselines.note(testCase, judged);
      if (!counted) return canWait ? [] : baselines.failures().filter((failed) => failed.testCase === testCase);
      const { violations, why } = counted;
      const recorded = { testCase, judged: { ...judged, violations } };
      if (why !== undefined) return [{ ...recorded, why }];
      return baselines.hasSucceeded(testCase) ? usedUp.note(recorded) : [recorded];
    },
    finish: () => [...usedUp.finish(), ...(canWait ? baselines.failures() : [])],
  };
}
