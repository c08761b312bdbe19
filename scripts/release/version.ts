import { inc } from "semver";
import { UserError } from "../../src/internal/user-error.ts";

/** How far a change moves a version, by https://semver.org. */
export type Bump = "patch" | "minor" | "major";

/** From the least to the greatest. */
const bumps: readonly Bump[] = ["patch", "minor", "major"];

/** The greatest of some bumps; undefined where there is none. */
export function greatest(given: Iterable<Bump>): Bump | undefined {
  const present = new Set(given);
  return bumps.findLast((bump) => present.has(bump));
}

/**
 * The version after `version`: `0.1.0` and `minor` give `0.2.0`. The same version without a bump.
 *
 * @throws {UserError} exit code 1, where the version is not MAJOR.MINOR.PATCH.
 */
export function increase(version: string, bump: Bump | undefined): string {
  if (!isVersion(version)) throw new UserError(`"${version}" is not a version: expected MAJOR.MINOR.PATCH.`, 1);
  return (bump && inc(version, bump)) ?? version;
}

/** Whether it is MAJOR.MINOR.PATCH alone: semver also takes `v1.2.3` and `1.2.3-next.1`, which no release here has. */
export function isVersion(value: unknown): value is string {
  return typeof value === "string" && /^\d+\.\d+\.\d+$/.test(value);
}
