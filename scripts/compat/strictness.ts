/** Compiler options for the generators' output. */
export const strictness = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: false,
  skipLibCheck: true,
};

/** Formats them: `a`, `b`, without `c`. */
export function describeStrictness(): string {
  const named = (wanted: boolean) =>
    Object.entries(strictness)
      .filter(([, on]) => on === wanted)
      .map(([name]) => `\`${name}\``)
      .join(", ");
  return `${named(true)}, without ${named(false)}`;
}
