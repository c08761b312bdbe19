import { describe, expect, test } from "vitest";
import { refusal, success } from "../../../src/contract/cases/expected.ts";
import type { ContractOperation } from "../../../src/contract/model/operation.ts";
import type { Expected } from "../../../src/contract/test-case.ts";
import { checksOf, operationWith, problem, type ResponseChanges, refused } from "../checks/responses.ts";

test("a response as documented has no violation", () => {
  expect(checksOf(operationWith({}), success(), {})).toEqual([]);
});

describe("the status of a refusal is read from the document", () => {
  const exact = operationWith({ 400: problem, 404: problem, 422: problem });
  test.each<[string, ContractOperation, Expected, ResponseChanges, string[]]>([
    ["documented and fitting", exact, refusal("body"), refused(422), []],
    ["another that fits too", exact, refusal("body"), refused(400), []],
    ["documented and not fitting", exact, refusal("body"), refused(404), ["status error"]],
    ["not documented", exact, refusal("body"), refused(418), ["status error"]],
    ["right by HTTP, and not documented", exact, refusal("mediaType"), refused(415), []],
    ["any 4xx where there is only a range", operationWith({ "4XX": problem }), refusal("body"), refused(409), []],
    ["any 4xx where there is only a default", operationWith({ default: problem }), refusal("body"), refused(409), []],
    ["open where nothing that fits is documented", operationWith({ 404: problem }), refusal("body"), refused(404), []],
    ["advice where nothing is documented", operationWith({}), refusal("body"), refused(422), ["status warning"]],
    ["a success", exact, refusal("body"), {}, ["negative-data-rejection error"]],
    [
      "a success where only good sense asks for a refusal",
      exact,
      refusal("duplicateKeys", "recommendation"),
      {},
      ["negative-data-rejection warning"],
    ],
    ["a failure of the server", exact, refusal("body"), refused(500), ["server-error error"]],
    ["a redirect", exact, refusal("body"), refused(302), ["redirect error"]],
  ])("%s", (_, operation, expected, response, checks) => {
    expect(checksOf(operation, expected, response)).toEqual(checks);
  });

  test("any other status than one that x-contract states is an error", () => {
    const hinted = operationWith(
      { "4XX": problem },
      { "x-contract": { statuses: { body: 422, duplicateKeys: [400, 422], lowerCaseScheme: 201 } } },
    );
    expect(checksOf(hinted, refusal("body"), refused(422))).toEqual([]);
    expect(checksOf(hinted, refusal("body"), refused(400))).toEqual(["status error"]);
    expect(checksOf(hinted, refusal("duplicateKeys", "recommendation"), {})).toEqual(["status error"]);
    expect(checksOf(hinted, success("recommendation", "lowerCaseScheme"), refused(401))).toContain("status error");
    expect(checksOf(hinted, refusal("duplicateKeys", "recommendation"), refused(422))).toEqual([]);
  });
});

describe("the status of a success", () => {
  const operation = operationWith({ 400: problem, 404: problem });
  test.each<[string, ResponseChanges, string[]]>([
    ["that is not documented", { status: 202 }, ["status error"]],
    ["refused as bad", refused(400), ["positive-data-acceptance error"]],
    ["refused for what the world is like, as documented", refused(404), ["positive-data-acceptance warning"]],
    ["refused for what the world is like, not documented", refused(409), ["positive-data-acceptance error"]],
  ])("%s", (_, response, checks) => {
    expect(checksOf(operation, success(), response)).toEqual(checks);
  });
});
