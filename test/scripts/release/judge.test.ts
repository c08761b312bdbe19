import { describe, expect, test } from "vitest";
import { judgeRelease } from "../../../scripts/release/judge.ts";
import type { Bump } from "../../../scripts/release/version.ts";

const judge = (released: string, impact: Bump | undefined, changesets: Bump[] = [], current = released) =>
  judgeRelease({ released, current, impact, changesets });

describe("before 1.0.0, what breaks callers needs a minor bump", () => {
  test("without a changeset it breaks them unasked", () => {
    expect(judge("0.1.0", "major")).toEqual({ bump: "minor", needed: "0.2.0", planned: "0.1.0", verdict: "breaks" });
  });

  test("a patch does not say it, a minor and a major do", () => {
    expect(judge("0.1.0", "major", ["patch"]).verdict).toBe("breaks");
    expect(judge("0.1.0", "major", ["minor"])).toMatchObject({ planned: "0.2.0", verdict: "passed" });
    expect(judge("0.1.0", "major", ["major"])).toMatchObject({ planned: "1.0.0", verdict: "passed" });
  });

  test("a raised info.version says it as a changeset does", () => {
    expect(judge("0.1.0", "major", [], "0.1.1").verdict).toBe("breaks");
    expect(judge("0.1.0", "major", [], "0.2.0").verdict).toBe("passed");
  });
});

describe("from 1.0.0, what breaks callers needs a major bump", () => {
  test("a minor does not say it", () => {
    expect(judge("1.4.2", "major", ["minor"])).toEqual({
      bump: "major",
      needed: "2.0.0",
      planned: "1.5.0",
      verdict: "breaks",
    });
    expect(judge("1.4.2", "major", ["patch", "major", "minor"]).verdict).toBe("passed");
  });
});

describe("what breaks nobody may wait for its changeset, but not for the release", () => {
  test.each([
    ["minor", "0.2.0"],
    ["patch", "0.1.1"],
  ] as const)("%s", (impact, needed) => {
    expect(judge("0.1.0", impact)).toEqual({ bump: impact, needed, planned: "0.1.0", verdict: "undeclared" });
    expect(judge("0.1.0", impact, [impact])).toMatchObject({ planned: needed, verdict: "passed" });
  });

  test("a new operation is more than a patch", () => {
    expect(judge("0.1.0", "minor", ["patch"]).verdict).toBe("undeclared");
  });
});

test("without a change any version from the released one on holds, and no lower one", () => {
  expect(judge("0.1.0", undefined)).toMatchObject({ bump: undefined, verdict: "passed" });
  expect(judge("0.1.0", undefined, ["patch"]).verdict).toBe("passed");
  expect(judge("0.1.0", undefined, [], "0.0.9").verdict).toBe("breaks");
});

test("versions are compared as numbers", () => {
  expect(judge("0.9.0", "minor", [], "0.10.0").verdict).toBe("passed");
});

test("a version that is not three numbers is refused", () => {
  expect(() => judge("0.1.0", undefined, [], "0.2.0-next.1")).toThrow('"0.2.0-next.1" is not a version');
});
