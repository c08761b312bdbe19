import { describe, expect, test } from "vitest";
import { refusal, success } from "../../../src/contract/cases/expected.ts";
import { negativeDataRejection } from "../../../src/contract/checks/negative-data-rejection.ts";
import { positiveDataAcceptance } from "../../../src/contract/checks/positive-data-acceptance.ts";
import { status } from "../../../src/contract/checks/status.ts";
import type { Exchange } from "../../../src/contract/http/client.ts";
import type { Expected, TestCase } from "../../../src/contract/test-case.ts";
import { caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

/** An operation that documents those statuses besides 200. */
const documenting = (...statuses: (number | string)[]) =>
  operationOf(Object.fromEntries([200, ...statuses].map((one) => [one, jsonResponse()])));

const stating = (statuses: object) =>
  operationOf({ 200: jsonResponse(), "4XX": jsonResponse() }, { "x-contract": { statuses } });

/** What the three checks of a status find; no two of them speak of one response. */
const judgeStatus = (testCase: TestCase, exchange: Exchange) =>
  [status, negativeDataRejection, positiveDataAcceptance].flatMap((check) => violationsOf(check, testCase, exchange));

/** What they find, as check and severity. */
function judge(
  operation: TestCase["operation"],
  expected: Expected,
  actual: number,
  more: Partial<TestCase> = {},
): string {
  const violations = judgeStatus(caseOf(operation, expected, more), exchangeOf({ status: actual }));
  return violations.map(({ check, severity }) => `${check} ${severity}`).join();
}

describe("a rejection that the document requires", () => {
  test.each<[string, (number | string)[], number, string]>([
    ["the one documented status that fits", [400], 400, ""],
    ["either of two that fit", [400, 422], 422, ""],
    ["a documented one that does not fit", [400, 404], 404, "status error"],
    ["one that would fit, where another that fits is documented", [422], 400, "status error"],
    ["one that is not documented", [400], 418, "status error"],
    ["one that only a range covers, beside one that fits", [400, "4XX"], 422, "status warning"],
    ["any that a range covers, where nothing fits by number", ["4XX"], 409, ""],
    ["any that the default covers", ["default"], 400, ""],
    ["one that fits by number, where the default stands beside it", [400, "default"], 400, ""],
    ["a documented one, where none that fits is documented", [404], 404, ""],
    ["any, where nothing covers it", [], 400, "status warning"],
    ["a success", [400], 200, "negative-data-rejection error"],
    ["a success that is not documented", [400], 204, "negative-data-rejection error"],
    ["a redirect, which has its own check", [400], 302, ""],
    ["a failure, which has its own check", [400], 500, ""],
  ])("%s", (_, documented, actual, found) => {
    expect(judge(documenting(...documented), refusal("body"), actual)).toBe(found);
  });

  test.each<[Parameters<typeof refusal>[0], (number | string)[], number, string]>([
    ["mediaType", [415, 400], 400, "status error"],
    ["mediaType", [400], 400, ""],
    ["mediaType", [400], 415, ""],
    ["mediaType", [], 415, ""],
    ["missingCredentials", [403], 401, ""],
    ["missingCredentials", [401], 400, "status warning"],
    ["missingCredentials", [400, 401], 400, ""],
    ["missingCredentials", [401, "4XX"], 400, ""],
    ["credentials", [400, 401], 400, "status error"],
    ["credentialsWithBadBody", [401, 422], 400, ""],
    ["credentialsWithBadBody", [400, 401], 422, "status warning"],
    ["syntax", [422], 400, "status warning"],
    ["syntax", [400], 422, "status warning"],
    ["syntax", [400], 409, "status error"],
    ["missingBody", [422], 400, "status warning"],
    ["credentialsWithBadBody", [401, 422], 422, ""],
    ["pathParameter", [400], 404, ""],
    ["parameter", [400], 404, "status error"],
  ])("of the class %s, with %j documented: %i", (requestClass, documented, actual, found) => {
    expect(judge(documenting(...documented), refusal(requestClass), actual)).toBe(found);
  });

  test("is reported with the expected statuses, and a pointer into the document", () => {
    const testCase = caseOf(documenting(400, 422), refusal("body"));
    expect(judgeStatus(testCase, exchangeOf({ status: 403 }))).toEqual([
      {
        check: "status",
        severity: "error",
        expected: "400 or 422, which fits the request",
        actual: "403",
        pointer: "/paths/~1things/post/responses",
        fingerprint: "body 403",
      },
    ]);
  });

  test("that is missing is reported at the keyword that forbids the request, once for each keyword", () => {
    const marks = ["a", "b"].map((id) => {
      const testCase = caseOf(documenting(400), refusal("body"), { id, pointer: "/schema/type" });
      return judgeStatus(testCase, exchangeOf({ status: 200 }))[0];
    });
    expect(marks[0]).toMatchObject({
      pointer: "/schema/type",
      actual: "200: it was accepted",
      expected: "a refusal with 400",
    });
    expect(marks[0]?.fingerprint).toBe(marks[1]?.fingerprint);
  });
});

test.each<[string, (number | string)[], number, string]>([
  ["is right where it is documented", [400, 401], 400, ""],
  ["is a warning elsewhere", [401], 400, "status warning"],
  ["excuses no other status", [401], 422, "status error"],
])("a status that is common for one request %s", (_, documented, actual, found) => {
  expect(judge(documenting(...documented), refusal("credentials", "document", [400]), actual)).toBe(found);
});

describe("a refusal that only good sense asks for", () => {
  test.each<[number, string]>([
    [400, ""],
    [404, "status warning"],
    [418, "status warning"],
    [200, "negative-data-rejection warning"],
  ])("%i", (actual, found) => {
    expect(judge(documenting(400, 404), refusal("duplicateKeys", "recommendation"), actual)).toBe(found);
  });
});

describe("the statuses that x-contract states are exact", () => {
  const operation = stating({
    body: 422,
    duplicateKeys: [400, 422],
    lowerCaseScheme: 401,
    method: 405,
    byteOrderMark: 200,
  });
  test.each<[string, Expected, number, string]>([
    ["the stated one", refusal("body"), 422, ""],
    ["another that would fit", refusal("body"), 400, "status error"],
    ["a success", refusal("body"), 200, "status error"],
    ["one of a list", refusal("duplicateKeys", "recommendation"), 400, ""],
    ["none of a list, though it is advice", refusal("duplicateKeys", "recommendation"), 200, "status error"],
    ["a refusal of what would be a success", success("recommendation", "lowerCaseScheme"), 401, ""],
    ["a success where a refusal is stated", success("recommendation", "lowerCaseScheme"), 200, "status error"],
    ["a success of what is open", { outcome: "open", class: "byteOrderMark" }, 200, ""],
    ["a refusal of what is open", { outcome: "open", class: "byteOrderMark" }, 400, "status error"],
    ["a redirect", refusal("body"), 302, "status error"],
    ["501 to a method", refusal("method"), 501, "status error"],
    ["a failure, which has its own check", refusal("body"), 500, ""],
    ["a class of which nothing is stated", refusal("syntax"), 409, ""],
  ])("%s", (_, expected, actual, found) => {
    expect(judge(operation, expected, actual)).toBe(found);
  });

  test("and are reported with the pointer to the statement", () => {
    expect(judgeStatus(caseOf(operation, refusal("body")), exchangeOf({ status: 400 }))[0]).toMatchObject({
      expected: "422, which x-contract states for body",
      pointer: "/paths/~1things/post/x-contract/statuses/body",
    });
  });
});

describe("a success that the document requires", () => {
  const operation = documenting(400, 404, 409);
  test.each<[number, string]>([
    [200, ""],
    [202, "status error"],
    [400, "positive-data-acceptance error"],
    [422, "positive-data-acceptance error"],
    [404, "positive-data-acceptance warning"],
    [409, "positive-data-acceptance warning"],
    [429, "positive-data-acceptance error"],
    [302, ""],
    [503, ""],
  ])("%i, where 200, 400, 404 and 409 are documented", (actual, found) => {
    expect(judge(operation, success(), actual)).toBe(found);
  });

  test("of the plain request is not excused by what the world is like", () => {
    expect(judge(operation, success(), 404, { role: "baseline" })).toBe("positive-data-acceptance error");
  });

  test("by good sense alone is advice where it does not come", () => {
    expect(judge(operation, success("recommendation"), 400)).toBe("positive-data-acceptance warning");
  });

  test.each<[string, number]>([
    ["2XX", 202],
    ["default", 202],
  ])("may be any that %s covers", (documented, actual) => {
    expect(judge(documenting(documented), success(), actual)).toBe("");
  });
});

describe("what is open", () => {
  test.each<[number, string]>([
    [200, ""],
    [400, ""],
    [418, ""],
    [202, "status error"],
  ])("may get %i: %j", (actual, found) => {
    expect(judge(documenting(400), { outcome: "open" }, actual)).toBe(found);
  });
});

describe("a request to another path or with another method", () => {
  const other = (actual: number, request: object, requestClass: "method" | "path") => {
    const testCase = caseOf(documenting(400), refusal(requestClass), {
      target: "elsewhere",
    });
    return judgeStatus(testCase, exchangeOf({ status: actual }, request))
      .map(({ check, severity }) => `${check} ${severity}`)
      .join();
  };
  test.each<[number, string]>([
    [405, ""],
    [404, ""],
    [501, ""],
    [400, "status warning"],
    [200, "negative-data-rejection error"],
  ])("a method that is not described: %i", (actual, found) => {
    expect(other(actual, { method: "PUT" }, "method")).toBe(found);
  });

  test.each<[number, string]>([
    [404, ""],
    [400, "status warning"],
    [200, "negative-data-rejection error"],
    [308, ""],
  ])("a path that is not described: %i", (actual, found) => {
    expect(other(actual, {}, "path")).toBe(found);
  });
});

test("without a response there is no violation", () => {
  const exchange = { ...exchangeOf({}), response: undefined };
  expect(judgeStatus(caseOf(documenting(400), refusal("body")), exchange)).toEqual([]);
});
