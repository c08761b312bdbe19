import { inc } from "semver";
import { UserError } from "../../src/internal/user-error.ts";

/** A version bump: https://semver.org */
export type Bump = "patch" | "minor" | "major";

/** From the smallest to the largest. */
const bumps: readonly Bump[] = ["patch", "minor", "major"];

/** Returns the largest bump; undefined without bumps. */
export function greatest(given: Iterable<Bump>): Bump | undefined {
  const present = new Set(given);
  return bumps.findLast((bump) => present.has(bump));
}

/**
 * Returns the next version: `0.1.0` and `minor` give `0.2.0`. Without a bump, the same version.
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
