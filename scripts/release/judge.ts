import { gte } from "semver";
import { type Bump, greatest, increase } from "./version.ts";

/** What is known about the next release. */
export interface Given {
  /** The version of the released description. */
  released: string;
  /** `info.version` of the description as it is. */
  current: string;
  /** What the description's changes since then amount to; undefined where there are none. */
  impact: Bump | undefined;
  /** What the changesets ask for. */
  changesets: readonly Bump[];
}

/** Whether the next version says what has changed. */
export interface Judgement {
  /** The bump that the changes need; undefined where there are none. */
  bump: Bump | undefined;
  /** The least version that says it. */
  needed: string;
  /** The version that the changesets make of the current one. */
  planned: string;
  /** `undeclared`: too low for what is new, which no release may be. `breaks`: too low for what breaks callers, or lower than the released one. */
  verdict: "holds" | "undeclared" | "breaks";
}

/**
 * Compares the version that the next release would have with the one that it needs.
 *
 * While the version is 0.x, what breaks callers needs a minor bump: npm's `^0.1.0` takes 0.1.9 and not 0.2.0, so nobody
 * gets it unasked. 1.0.0 is a promise, and no diff makes it.
 */
export function judgeRelease({ released, current, impact, changesets }: Given): Judgement {
  const bump = impact === "major" && released.startsWith("0.") ? "minor" : impact;
  const needed = increase(released, bump);
  const planned = increase(current, greatest(changesets));
  if (gte(planned, needed)) return { bump, needed, planned, verdict: "holds" };
  const isTolerable = impact === "patch" || impact === "minor";
  return { bump, needed, planned, verdict: isTolerable ? "undeclared" : "breaks" };
}
