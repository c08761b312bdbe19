import type { Report } from "../report/report.ts";

/** What was not tested, and why. */
export interface Skips {
  /** @param cases How many test cases that leaves out. */
  add(what: string, why: string, cases: number): void;
  summary(): Report["skipped"];
}

/** Nothing skipped yet. */
export function createSkips(): Skips {
  const skips = new Map<string, Report["skipped"][number]>();
  return {
    add(what, why, cases) {
      const key = `${what} ${why}`;
      const skip = skips.get(key) ?? { what, why, cases: 0 };
      skips.set(key, { ...skip, cases: skip.cases + cases });
    },
    summary: () => [...skips.values()],
  };
}
