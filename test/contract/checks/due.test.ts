import { describe, expect, test } from "vitest";
import type { Expected } from "../../../src/contract/case.ts";
import { refusal, success } from "../../../src/contract/context.ts";
import type { ContractOperation } from "../../../src/contract/document/operation.ts";
import { type Answer, checksOf, operationWith, problem, refused } from "./answers.ts";

test("an answer as documented has no finding", () => {
  expect(checksOf(operationWith({}), success(), {})).toEqual([]);
});

describe("the status of a refusal is read from the document", () => {
  const exact = operationWith({ 400: problem, 404: problem, 422: problem });
  test.each<[string, ContractOperation, Expected, Answer, string[]]>([
    ["documented and fitting", exact, refusal("body"), refused(422), []],
    ["another that fits too", exact, refusal("body"), refused(400), []],
    ["documented and not fitting", exact, refusal("body"), refused(404), ["status finding"]],
    ["not documented", exact, refusal("body"), refused(418), ["status finding"]],
    ["right by HTTP, and not documented", exact, refusal("mediaType"), refused(415), []],
    ["any 4xx where there is only a range", operationWith({ "4XX": problem }), refusal("body"), refused(409), []],
    ["any 4xx where there is only a default", operationWith({ default: problem }), refusal("body"), refused(409), []],
    ["open where nothing that fits is documented", operationWith({ 404: problem }), refusal("body"), refused(404), []],
    ["advice where nothing is documented", operationWith({}), refusal("body"), refused(422), ["status advice"]],
    ["a success", exact, refusal("body"), {}, ["accepted finding"]],
    [
      "a success where only good sense asks for a refusal",
      exact,
      refusal("duplicateKeys", "advice"),
      {},
      ["accepted advice"],
    ],
    ["a failure of the server", exact, refusal("body"), refused(500), ["server-error finding"]],
    ["a redirect", exact, refusal("body"), refused(302), ["redirect finding"]],
  ])("%s", (_, operation, expected, answer, checks) => {
    expect(checksOf(operation, expected, answer)).toEqual(checks);
  });

  test("x-contract makes one status due, advice or not", () => {
    const hinted = operationWith(
      { "4XX": problem },
      { "x-contract": { answers: { body: 422, duplicateKeys: [400, 422], lowerCaseScheme: 201 } } },
    );
    expect(checksOf(hinted, refusal("body"), refused(422))).toEqual([]);
    expect(checksOf(hinted, refusal("body"), refused(400))).toEqual(["status finding"]);
    expect(checksOf(hinted, refusal("duplicateKeys", "advice"), {})).toEqual(["status finding"]);
    expect(checksOf(hinted, success("advice", "lowerCaseScheme"), refused(401))).toContain("status finding");
    expect(checksOf(hinted, refusal("duplicateKeys", "advice"), refused(422))).toEqual([]);
  });
});

describe("the status of a success", () => {
  const operation = operationWith({ 400: problem, 404: problem });
  test.each<[string, Answer, string[]]>([
    ["that is not documented", { status: 202 }, ["status finding"]],
    ["refused as bad", refused(400), ["refused finding"]],
    ["refused for what the world is like, as documented", refused(404), ["refused advice"]],
    ["refused for what the world is like, not documented", refused(409), ["refused finding"]],
  ])("%s", (_, answer, checks) => {
    expect(checksOf(operation, success(), answer)).toEqual(checks);
  });
});
