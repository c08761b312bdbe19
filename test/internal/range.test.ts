import { expect, test } from "vitest";
import { isInRange } from "../../src/internal/range.ts";

test.each([
  ["8.17.1", "^8.17.1", true],
  ["8.20.0", "^8.17.1", true],
  ["8.17.0", "^8.17.1", false],
  ["8.9.9", "^8.17.1", false],
  ["9.17.1", "^8.17.1", false],
  ["6.12.6", "^8.17.1", false],
  ["5.14.9", "~5.14.2", true],
  ["5.14.1", "~5.14.2", false],
  ["5.16.0", "~5.14.2", false],
  ["6.14.2", "~5.14.2", false],
  ["3.2.7", "^3.0.0 || ^4.0.1", true],
  ["4.1.12", "^3.0.0 || ^4.0.1", true],
  ["4.0.0", "^3.0.0 || ^4.0.1", false],
  ["5.0.0-beta.1", "^4.0.1 || ^5.0.0", true],
])("%s in %s: %s", (version, range, expected) => {
  expect(isInRange(version, range)).toBe(expected);
});
