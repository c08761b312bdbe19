import fc from "fast-check";

/** A value that a row may have in a column. */
export interface Choice {
  value: unknown;
}

/**
 * Pairwise combinations: rows that cover every pair of choices of every two columns, as far as `maxRows` allows. A greedy
 * search keeps them few: of several random rows it takes the one that covers the most uncovered pairs.
 */
export function coverPairs(columns: Choice[][], seed: number, maxRows: number): Choice[][] {
  if (columns.length === 0) return [];
  const uncovered = new Set<string>();
  forEachPair(
    columns.map(({ length }) => length),
    (a, b, lengths) => {
      for (let i = 0; i < (lengths[a] ?? 0); i++)
        for (let j = 0; j < (lengths[b] ?? 0); j++) uncovered.add(key(a, i, b, j));
    },
  );
  const rowOf = fc.tuple(...columns.map(({ length }) => fc.nat({ max: length - 1 })));
  const candidates = fc.sample(rowOf, { seed, numRuns: maxRows * 20 });
  const rows: number[][] = [];
  while (rows.length < maxRows && uncovered.size > 0 && candidates.length > 0) {
    const batch = candidates.splice(0, 20);
    const scored = batch.map((row) => ({ row, pairs: pairsOf(row).filter((pair) => uncovered.has(pair)) }));
    const best = scored.reduce((a, b) => (b.pairs.length > a.pairs.length ? b : a));
    for (const pair of best.pairs) uncovered.delete(pair);
    if (best.pairs.length > 0) rows.push(best.row);
  }
  return rows.map((row) => row.map((choice, column) => columns[column]?.[choice] ?? { value: undefined }));
}

function pairsOf(row: number[]): string[] {
  const pairs: string[] = [];
  forEachPair(row, (a, b) => pairs.push(key(a, row[a] ?? 0, b, row[b] ?? 0)));
  return pairs;
}

function forEachPair(row: number[], visit: (a: number, b: number, row: number[]) => void): void {
  for (let a = 0; a < row.length; a++) for (let b = a + 1; b < row.length; b++) visit(a, b, row);
}

function key(a: number, i: number, b: number, j: number): string {
  return `${a}:${i} ${b}:${j}`;
}
