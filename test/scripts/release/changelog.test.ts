import { expect, test } from "vitest";
import { keepHead } from "../../../scripts/release/changelog.ts";

test("the head of the changelog stays above the new version", () => {
  const before = "# pkg\n\nWhat changes:\n\n- a $1\n\n## 0.1.0\n\nFirst.\n";
  const after = "# pkg\n\n## 0.2.0\n\nSecond.\n\nWhat changes:\n\n- a $1\n\n## 0.1.0\n\nFirst.\n";
  expect(keepHead(before, after)).toBe(
    "# pkg\n\nWhat changes:\n\n- a $1\n\n## 0.2.0\n\nSecond.\n\n## 0.1.0\n\nFirst.\n",
  );
});
