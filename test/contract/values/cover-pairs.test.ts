import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverPairs } from "../../../src/contract/values/cover-pairs.ts";

const columnsOf = (sizes: number[]) =>
  sizes.map((size, column) => Array.from({ length: size }, (_, choice) => ({ value: `${column}.${choice}` })));
const rowsOf = (sizes: number[], seed = 1, maxRows = 200) =>
  coverPairs(columnsOf(sizes), seed, maxRows).map((row) => row.map(({ value }) => value));

/** The pairs that no row has. */
function uncovered(sizes: number[], rows: unknown[][]): string[] {
  const met = new Set(rows.flatMap((row) => row.flatMap((a, i) => row.slice(i + 1).map((b) => `${a} ${b}`))));
  const columns = columnsOf(sizes);
  const all = columns.flatMap((column, i) =>
    columns.slice(i + 1).flatMap((other) => column.flatMap((a) => other.map((b) => `${a.value} ${b.value}`))),
  );
  return all.filter((pair) => !met.has(pair));
}

describe("every two choices of every two columns meet", () => {
  test.each([[[2, 2]], [[3, 2, 4]], [[2, 2, 2, 2, 2, 2, 2, 2]], [[6, 6, 3]]])("%j", (sizes) => {
    const rows = rowsOf(sizes);
    expect(uncovered(sizes, rows)).toEqual([]);
    const product = sizes.reduce((a, b) => a * b);
    expect(rows.length).toBeLessThanOrEqual(product);
  });

  test("in far fewer rows than there are combinations", () => {
    expect(rowsOf([3, 3, 3, 3, 3]).length).toBeLessThan(40);
  });
});

test("a row has a choice of each column", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 5 }), (sizes) => {
      for (const row of rowsOf(sizes)) {
        expect(row.map((value) => Number(String(value).split(".")[0]))).toEqual(sizes.map((_, column) => column));
      }
    }),
    { seed: 1, numRuns: 30 },
  );
});

test("there are no more rows than are wanted", () => {
  expect(rowsOf([6, 6, 6], 1, 5)).toHaveLength(5);
});

test("the same seed gives the same rows", () => {
  expect(rowsOf([4, 4, 4], 7)).toEqual(rowsOf([4, 4, 4], 7));
  expect(rowsOf([4, 4, 4], 7)).not.toEqual(rowsOf([4, 4, 4], 8));
});

test("without columns there are no rows", () => {
  expect(rowsOf([])).toEqual([]);
});
