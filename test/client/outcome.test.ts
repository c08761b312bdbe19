import { expect, test } from "vitest";
import { combineOutcomes } from "../../src/client/outcome.ts";

test.each([
  ["not-sent", "not-sent", "not-sent"],
  ["not-sent", "rejected", "rejected"],
  ["rejected", "not-sent", "rejected"],
  ["rejected", "unknown", "unknown"],
  ["unknown", "rejected", "unknown"],
] as const)("%s and then %s is %s", (first, second, combined) => {
  expect(combineOutcomes(first, second)).toBe(combined);
});
