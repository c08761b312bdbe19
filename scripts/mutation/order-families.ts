/** A family, and how many mutants it finds that those before it do not. */
export interface RankedFamily {
  family: string;
  more: number;
}

/**
 * Orders families so that each finds the most of what those before it leave.
 *
 * @param found The families that find each mutant.
 */
export function orderFamilies(found: readonly ReadonlySet<string>[]): RankedFamily[] {
  const ranked: RankedFamily[] = [];
  const left = new Set(found.flatMap((families) => [...families]));
  let mutants = found;
  while (left.size > 0) {
    const counts = [...left].map((family) => ({ family, more: mutants.filter((own) => own.has(family)).length }));
    const [best] = counts.sort((a, b) => b.more - a.more);
    if (!best) break;
    ranked.push(best);
    left.delete(best.family);
    mutants = mutants.filter((own) => !own.has(best.family));
  }
  return ranked;
}
