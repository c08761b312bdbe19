import { describe, expect, test } from "vitest";
import { families } from "../../../src/contract/cases/index.ts";
import { shareBudget, tellingOrder } from "../../../src/contract/run/budget.ts";

describe("a budget of test cases", () => {
  test.each<[string, Record<string, number>, number, Record<string, number>]>([
    ["goes to the most telling families first", { paths: 5, type: 5, boundaries: 5 }, 2, { boundaries: 1, type: 1 }],
    ["is shared in turns", { type: 5, boundaries: 5 }, 5, { boundaries: 3, type: 2 }],
    ["of a family that has no more goes to the others", { boundaries: 1, type: 9 }, 6, { boundaries: 1, type: 5 }],
    ["beyond all test cases leaves none out", { type: 2, paths: 1 }, 50, { type: 2, paths: 1 }],
    ["reaches families without a rank last", { invented: 3, concurrency: 1 }, 2, { concurrency: 1, invented: 1 }],
  ])("%s", (_, counts, max, allowed) => {
    const shared = shareBudget(new Map(Object.entries(counts)), max);
    const some = Object.fromEntries([...shared].filter(([, count]) => count > 0));
    expect(some).toEqual(allowed);
    expect([...shared.keys()].sort()).toEqual(Object.keys(counts).sort());
  });
});

test("the order of the families is what the mutation run showed, and names families that there are", () => {
  // `npm run contract:mutation -- --families --every 9` prints it.
  expect(tellingOrder.join(" ")).toBe(
    "body-syntax boundaries constraints examples type credentials media-type methods parameters required paths repeat accept headers lifecycle additional-properties pairs concurrency",
  );
  for (const family of tellingOrder) expect(Object.keys(families)).toContain(family);
});
