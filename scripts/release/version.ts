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
 * @throws {UserError} where the version is not three numbers.
 */
export function increase(version: string, bump: Bump | undefined): string {
  const [major, minor, patch] = parse(version);
  if (bump === "major") return `${major + 1}.0.0`;
  if (bump === "minor") return `${major}.${minor + 1}.0`;
  if (bump === "patch") return `${major}.${minor}.${patch + 1}`;
  return version;
}

/**
 * Negative where `a` comes before `b`, positive where it comes after, 0 where they are the same.
 *
 * @throws {UserError} where one is not three numbers.
 */
export function compareVersions(a: string, b: string): number {
  const other = parse(b);
  return (
    parse(a)
      .map((part, index) => part - (other[index] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

/** Whether it is three numbers, as in 1.2.3. */
export function isVersion(value: unknown): value is string {
  return typeof value === "string" && form.test(value);
}

const form = /^(\d+)\.(\d+)\.(\d+)$/;

function parse(version: string): [number, number, number] {
  const parts = form.exec(version);
  if (!parts) throw new UserError(`"${version}" is not a version: three numbers are wanted, as in 1.2.3.`, 1);
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}
