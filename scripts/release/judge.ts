import { gte } from "semver";
import { type Bump, greatest, increase } from "./version.ts";

/** Facts about the next release. */
export interface Given {
  /** Version of the released spec. */
  released: string;
  /** Current `info.version` of the spec. */
  current: string;
  /** Bump of the spec's changes since then; undefined without changes. */
  impact: Bump | undefined;
  /** Bumps of the changesets. */
  changesets: readonly Bump[];
}

/** Whether the next version fits the changes. */
export interface Judgement {
  /** Bump that the changes need; undefined without changes. */
  bump: Bump | undefined;
  /** Lowest version that fits. */
  needed: string;
  /** Version that the changesets lead to. */
  planned: string;
  /** `undeclared`: too low for additions, which blocks a release. `breaks`: too low for a breaking change, or lower than the released version. */
  verdict: "passed" | "undeclared" | "breaks";
}

/**
 * Compares the version of the next release with the one it needs.
 *
 * While the version is 0.x, a breaking change needs a minor bump: npm's `^0.1.0` accepts 0.1.9 but not 0.2.0. No diff
 * leads to 1.0.0: people decide that.
 */
export function judgeRelease({ released, current, impact, changesets }: Given): Judgement {
  const bump = impact === "major" && released.startsWith("0.") ? "minor" : impact;
  const needed = increase(released, bump);
  const planned = increase(current, greatest(changesets));
  if (gte(planned, needed)) return { bump, needed, planned, verdict: "passed" };
  const isTolerable = impact === "patch" || impact === "minor";
  return { bump, needed, planned, verdict: isTolerable ? "undeclared" : "breaks" };
}
