/**
 * The families from the one that finds most on: each finds the most of the planted bugs that those before it leave. Measured
 * with `npm run contract:mutation -- --families --every 9` (2026-11-26). Families that are not listed come last.
 */
export const tellingOrder: readonly string[] = [
  "body-syntax",
  "boundaries",
  "constraints",
  "examples",
  "type",
  "credentials",
  "media-type",
  "methods",
  "parameters",
  "required",
  "paths",
  "repeat",
  "accept",
  "headers",
  "lifecycle",
  "additional-properties",
  "pairs",
  "concurrency",
];

/**
 * The test cases of an operation that a budget allows: the families take turns, the most telling first.
 *
 * @returns How many of each family are allowed, of those that there are.
 */
export function shareBudget(counts: ReadonlyMap<string, number>, max: number): Map<string, number> {
  const rank = (family: string) => (tellingOrder.includes(family) ? tellingOrder.indexOf(family) : tellingOrder.length);
  const families = [...counts.keys()].sort((a, b) => rank(a) - rank(b));
  const allowed = new Map(families.map((family) => [family, 0]));
  let left = max;
  for (let round = 1; left > 0; round++) {
    const due = families.filter((family) => (counts.get(family) ?? 0) >= round);
    if (due.length === 0) break;
    for (const family of due.slice(0, left)) allowed.set(family, round);
    left -= due.length;
  }
  return allowed;
}
