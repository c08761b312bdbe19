import { pointTo } from "../../openapi/pointer.ts";
import { type ExpectedStatuses, expectedStatuses, responseFor } from "../model/expected-statuses.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";
import { type Check, isOwn } from "./check.ts";

/** Statuses that tell of the world, not of the request: what it names is gone, taken, or not for this caller now. */
const ofTheWorld = new Set([402, 403, 404, 408, 409, 410, 412, 413, 423, 424, 425, 428, 429, 451]);

/** The status is documented, and right for what was sent. */
export const status: Check = (testCase, { response, request }) => {
  if (!response) return [];
  const due = expectedStatuses(testCase);
  if (due.exact) return exactly(testCase, due, response.status);
  if (response.status >= 500) return [];
  const own = isOwn(testCase, request);
  const kind = Math.trunc(response.status / 100);
  // Redirects of an operation have their own check; those of other paths are nobody's promise.
  if (kind === 3) return [];
  const { outcome } = testCase.expected;
  if (outcome === "refusal")
    return kind === 2 ? accepted(testCase, due, response.status) : refused(testCase, due, response.status, own);
  if (kind === 2) return own ? documentedSuccess(testCase, response.status) : [];
  return outcome === "success" ? refusedValid(testCase, response.status) : [];
};

function exactly(testCase: TestCase, { statuses = [] }: ExpectedStatuses, actual: number): Violation[] {
  if (statuses.includes(actual) || (actual >= 500 && actual !== 501)) return [];
  const { xContract } = testCase.operation;
  const requestClass = testCase.expected.class ?? "";
  return [
    {
      check: "status",
      severity: "error",
      expected: `${statuses.join(" or ")}, which x-contract states for ${requestClass}`,
      actual: String(actual),
      pointer: pointTo(xContract.pointer, "answers", requestClass),
      fingerprint: `${requestClass} ${actual}`,
    },
  ];
}

/** The description forbids it, and the server took it. */
function accepted({ expected, pointer }: TestCase, { statuses }: ExpectedStatuses, actual: number): Violation[] {
  const described = "basis" in expected && expected.basis === "document";
  return [
    {
      check: "negative-data-rejection",
      severity: described ? "error" : "warning",
      expected: `a refusal${statuses ? ` with ${statuses.join(" or ")}` : ""}`,
      actual: `${actual}: it was accepted`,
      pointer,
      // What is accepted is one fault for each place of the description, not for each way to break it.
      fingerprint: `${expected.class} ${pointer}`,
    },
  ];
}

function refused(
  { expected, operation }: TestCase,
  { statuses, acceptable }: ExpectedStatuses,
  actual: number,
  own: boolean,
): Violation[] {
  if (acceptable.includes(actual) || statuses?.includes(actual)) return [];
  const pointer = pointTo(operation.pointer, "responses");
  const fingerprint = `${expected.class} ${actual}`;
  const documented = operation.responses.has(String(actual));
  const covered = responseFor(operation, actual) !== undefined;
  const violation = { check: "status", expected: "", actual: String(actual), pointer, fingerprint };
  if (!own) return [{ ...violation, severity: "warning", expected: `${acceptable.join(" or ")}, as HTTP has it` }];
  if (statuses === undefined) {
    // Nothing documented fits: then it is open which status tells of it.
    return covered ? [] : [{ ...violation, severity: "warning", expected: "a documented status" }];
  }
  const described = "basis" in expected && expected.basis === "document";
  const isWrong = described && (documented || !covered);
  return [
    {
      ...violation,
      severity: isWrong ? "error" : "warning",
      expected: `${statuses.join(" or ")}, which fits what was sent`,
    },
  ];
}

function documentedSuccess({ operation }: TestCase, actual: number): Violation[] {
  if (responseFor(operation, actual) !== undefined) return [];
  const documented = [...operation.responses.keys()].join(", ");
  return [
    {
      check: "status",
      severity: "error",
      expected: `a documented status: ${documented}`,
      actual: String(actual),
      pointer: pointTo(operation.pointer, "responses"),
      fingerprint: `undocumented ${actual}`,
    },
  ];
}

/** The description allows it, and the server refused it. */
function refusedValid({ expected, operation, pointer, family }: TestCase, actual: number): Violation[] {
  const described = "basis" in expected && expected.basis === "document";
  // A valid request may still name what is gone; the plain one, which all others are made from, must not.
  const covered = actual === 413 ? operation.responses.has("413") : responseFor(operation, actual) !== undefined;
  const excused = family !== "examples" && ofTheWorld.has(actual) && covered;
  return [
    {
      check: "positive-data-acceptance",
      severity: described && !excused ? "error" : "warning",
      expected: "a success: the description allows it",
      actual: `${actual}: it was refused`,
      pointer,
      fingerprint: `${actual} ${family} ${pointer}`,
    },
  ];
}
