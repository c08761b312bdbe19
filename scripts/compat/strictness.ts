/** The compiler's options that say how strictly the generators' output is checked. */
export const strictness = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: false,
  skipLibCheck: true,
};

/** The same in words: `a` and `b`, without `c`. */
export function describeStrictness(): string {
  const named = (wanted: boolean) =>
    Object.entries(strictness)
      .filter(([, on]) => on === wanted)
      .map(([name]) => `\`${name}\``)
      .join(", ");
  return `${named(true)}, without ${named(false)}`;
}
