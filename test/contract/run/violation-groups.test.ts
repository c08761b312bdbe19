import { expect, test, vi } from "vitest";
import type { ShownCase } from "../../../src/contract/report/report.ts";
import { createViolationGroups, type FoundViolation } from "../../../src/contract/run/violation-groups.ts";

function found(more: Partial<FoundViolation> = {}): FoundViolation {
  return {
    id: "make/status/500",
    operation: "make",
    check: "status",
    severity: "error",
    waivedFor: undefined,
    expected: "200",
    actual: "500",
    pointer: "/here",
    show: () => shown("one"),
    ...more,
  };
}

function shown(id: string): ShownCase {
  return { id, title: id, request: { method: "GET", url: "", headers: [], body: "" }, response: undefined, curl: "" };
}

test("violations of one id are counted, and each test case is shown once", () => {
  const groups = createViolationGroups();
  for (const id of ["one", "one", "two"]) groups.add(found({ show: () => shown(id) }));
  groups.add(found({ show: undefined }));
  const { violations } = groups.summary();
  expect(violations).toEqual([expect.objectContaining({ count: 4, cases: [shown("one"), shown("two")] })]);
  expect(violations[0]).not.toHaveProperty("show");
  expect(violations[0]).not.toHaveProperty("waivedFor");
});

test("five test cases of a violation are shown, the others are not even rendered", () => {
  const groups = createViolationGroups();
  const show = vi.fn((id: string) => shown(id));
  for (let index = 0; index < 100; index++) groups.add(found({ show: () => show(String(index)) }));
  const [violation] = groups.summary().violations;
  expect(violation?.count).toBe(100);
  expect(violation?.cases.map(({ id }) => id)).toEqual(["0", "1", "2", "3", "4"]);
  expect(show).toHaveBeenCalledTimes(5);
});

test("300 violations are listed, the others are counted", () => {
  const groups = createViolationGroups();
  for (let index = 0; index < 302; index++) groups.add(found({ id: `make/status/${index}` }));
  groups.add(found({ id: "make/status/0" }));
  const { violations, unlisted } = groups.summary();
  expect(violations).toHaveLength(300);
  expect(violations[0]?.count).toBe(2);
  expect(unlisted).toBe(2);
});

test("errors come before warnings, and each in the order of their checks", () => {
  const groups = createViolationGroups();
  groups.add(found({ id: "a", check: "body-schema", severity: "warning" }));
  groups.add(found({ id: "b", check: "body-schema" }));
  groups.add(found({ id: "c", check: "server-error", severity: "warning" }));
  groups.add(found({ id: "d", check: "server-error" }));
  groups.add(found({ id: "e", check: "no-such-check" }));
  expect(groups.summary().violations.map(({ id }) => id)).toEqual(["d", "b", "e", "c", "a"]);
});

test("a waived violation has its reason, and is not among the others", () => {
  const groups = createViolationGroups();
  groups.add(found({ waivedFor: "known" }));
  const { violations, waived } = groups.summary();
  expect(violations).toEqual([]);
  expect(waived).toEqual([expect.objectContaining({ id: "make/status/500", reason: "known" })]);
});
