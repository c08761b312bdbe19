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
 * @throws {UserError} If the version is not MAJOR.MINOR.PATCH.
 */
export function increase(version: string, bump: Bump | undefined): string {
  const [major, minor, patch] = parse(version);
  if (bump === "major") return `${major + 1}.0.0`;
  if (bump === "minor") return `${major}.${minor + 1}.0`;
  if (bump === "patch") return `${major}.${minor}.${patch + 1}`;
  return version;
}

/**
 * Compares versions for sorting: negative if `a` is lower than `b`, positive if higher, else 0.
 *
 * @throws {UserError} If one is not MAJOR.MINOR.PATCH.
 */
export function compareVersions(a: string, b: string): number {
  const other = parse(b);
  return (
    parse(a)
      .map((part, index) => part - (other[index] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

/** Whether it is MAJOR.MINOR.PATCH. */
export function isVersion(value: unknown): value is string {
  return typeof value === "string" && form.test(value);
}

const form = /^(\d+)\.(\d+)\.(\d+)$/;

function parse(version: string): [number, number, number] {
  const parts = form.exec(version);
  if (!parts) throw new UserError(`"${version}" is not a version. Expected MAJOR.MINOR.PATCH.`, 1);
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}
