import { describe, expect, test } from "vitest";
import { refusal, success } from "../../../src/contract/cases/expected.ts";
import type { JudgedCase } from "../../../src/contract/run/judge.ts";
import { judgeExchanges } from "../../../src/contract/run/judge.ts";
import { createVerdicts, type Verdicts } from "../../../src/contract/run/verdicts.ts";
import type { Expected, TestCase } from "../../../src/contract/test-case.ts";
import { caseOf, exchangeOf, jsonResponse } from "../checks/exchange.ts";
import { keysOf } from "../model/keys.ts";
import { documentWith, readOne } from "../model/read.ts";

const around = { keys: keysOf(), basePath: "" };

/** An operation of one thing that documents 200 and 422. */
const operationOf = (method: string, path: string) => {
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const own = { operationId: "use", parameters: [id], responses: { 200: jsonResponse(), 422: jsonResponse() } };
  return readOne(documentWith({ [path]: { [method]: own } }));
};

/** Sends a case to the verdicts: what is recorded by now, as the case's id, its violations and why it shows nothing. */
function sender(verdicts: Verdicts, method: string, path = "/things/{id}") {
  const operation = operationOf(method, path);
  return (id: string, status: number, role: TestCase["role"] = "variant", expected: Expected = success()) => {
    const testCase = caseOf(operation, expected, { id, role });
    const exchanges = [exchangeOf({ status }, { method: operation.method, target: "/things/1" })];
    const violations = judgeExchanges(testCase, exchanges, { secrets: [], baseUrl: "http://127.0.0.1" });
    return verdicts.note({ testCase, judged: { exchanges, violations } }).map(summaryOf);
  };
}

function summaryOf({ testCase, judged, why }: JudgedCase): string {
  return [testCase.id, ...judged.violations.map(({ check }) => check), why].filter(Boolean).join(", ");
}

describe("once the server fails on the valid request", () => {
  test("its failures on others show nothing, until it succeeds again", () => {
    const verdicts = createVerdicts(around, true);
    const send = sender(verdicts, "put");
    expect(send("first", 200, "baseline")).toEqual(["first"]);
    expect(send("deep", 500, "variant", refusal("body"))).toEqual(["deep, server-error"]);
    expect(send("after", 500, "probe")).toEqual(["after, server-error"]);
    const why = "the server fails on the valid request that it is made from";
    expect(send("next", 500)).toEqual([`next, ${why}`]);
    expect(send("refused", 422, "variant", refusal("body"))).toEqual(["refused"]);
    expect(send("taken", 200, "variant", refusal("body"))).toEqual(["taken, negative-data-rejection"]);
    expect(send("later", 200, "probe")).toEqual(["later"]);
    expect(send("emoji", 500)).toEqual(["emoji, server-error"]);
    expect(verdicts.finish()).toEqual([]);
  });
});

describe("until a valid request succeeds", () => {
  test("other cases show nothing, and the first one waits for the end", () => {
    const verdicts = createVerdicts(around, true);
    const send = sender(verdicts, "put");
    expect(send("first", 403, "baseline")).toEqual([]);
    expect(send("bad", 403, "variant", refusal("body"))).toEqual([
      "bad, the valid request that it is made from has not succeeded",
    ]);
    expect(send("taken", 200, "variant", refusal("body"))).toEqual(["taken, negative-data-rejection"]);
    expect(send("crash", 500, "variant", refusal("body"))).toEqual(["crash, server-error"]);
    expect(verdicts.finish().map(summaryOf)).toEqual(["first, no-success"]);
  });

  test("where no case can wait, the first one is told at once", () => {
    const send = sender(createVerdicts(around, false), "put");
    expect(send("first", 403, "baseline")).toEqual(["first, no-success"]);
    expect(send("second", 403, "baseline")).toEqual([
      "second, the valid request that it is made from has not succeeded",
    ]);
    expect(send("bad", 403, "variant", refusal("body"))).toEqual([
      "bad, the valid request that it is made from has not succeeded",
    ]);
    expect(send("taken", 200, "variant", refusal("body"))).toEqual(["taken, negative-data-rejection"]);
  });

  test("a server that fails on it is told so, and not for each of the others", () => {
    const verdicts = createVerdicts(around, true);
    const send = sender(verdicts, "put");
    expect(send("first", 500, "baseline")).toEqual([]);
    expect(send("bad", 500, "variant", refusal("body"))).toEqual([
      "bad, the valid request that it is made from has not succeeded",
    ]);
    expect(verdicts.finish().map(summaryOf)).toEqual(["first, no-success"]);
  });

  test("nor does another valid request that succeeds let them count", () => {
    const verdicts = createVerdicts(around, true);
    const send = sender(verdicts, "put");
    expect(send("first", 500, "baseline")).toEqual([]);
    expect(send("other", 200)).toEqual(["other"]);
    expect(send("bad", 200, "variant", refusal("body"))).toEqual(["bad, negative-data-rejection"]);
    expect(send("valid", 422)).toEqual(["valid, the valid request that it is made from has not succeeded"]);
    expect(verdicts.finish().map(summaryOf)).toEqual(["first, no-success"]);
  });

  test("the first one counts as it was, where the baseline succeeds later", () => {
    const verdicts = createVerdicts(around, true);
    const send = sender(verdicts, "put");
    expect(send("first", 403, "baseline")).toEqual([]);
    expect(send("again", 200, "probe")).toEqual(["again"]);
    expect(send("bad", 200, "variant", refusal("body"))).toEqual(["bad, negative-data-rejection"]);
    expect(verdicts.finish().map(summaryOf)).toEqual(["first, positive-data-acceptance"]);
  });

  test("a case that is run by itself is judged by itself", () => {
    const send = sender(createVerdicts(around, false), "put");
    expect(send("bad", 200, "variant", refusal("body"))).toEqual(["bad, negative-data-rejection"]);
  });
});

describe("a thing that is gone, or there already,", () => {
  const gone = "the thing that it names is gone";

  test("explains 404 after a DELETE, and nothing else", () => {
    const send = sender(createVerdicts(around, false), "delete");
    expect(send("first", 200, "baseline")).toEqual(["first"]);
    expect(send("again", 404)).toEqual([`again, ${gone}`]);
    expect(send("bad", 410, "variant", refusal("parameter"))).toEqual([`bad, ${gone}`]);
    expect(send("refused", 400)).toEqual(["refused, positive-data-acceptance"]);
    expect(send("crash", 500)).toEqual(["crash, server-error"]);
  });

  test.each<[string, number, string[]]>([
    ["explains 404 after another method, if the valid request gets it too", 404, [`bad, ${gone}`, `after, ${gone}`]],
    ["explains nothing, if the valid request succeeds", 200, ["bad, status", "after"]],
  ])("%s", (_, status, recorded) => {
    const verdicts = createVerdicts(around, true);
    const send = sender(verdicts, "post");
    expect(send("first", 200, "baseline")).toEqual(["first"]);
    expect(send("bad", 404, "variant", refusal("body"))).toEqual([]);
    expect(send("after", status, "probe")).toEqual(recorded);
    expect(verdicts.finish()).toEqual([]);
  });

  test("is there already: 409 is explained, and 404 is not, where the path names no thing", () => {
    const verdicts = createVerdicts(around, true);
    const send = sender(verdicts, "post", "/things");
    expect(send("first", 200, "baseline")).toEqual(["first"]);
    expect(send("again", 409)).toEqual([]);
    expect(send("absent", 404)).toEqual(["absent, positive-data-acceptance"]);
    const taken = "what it makes is there already, or the thing is in another state";
    expect(send("after", 409, "probe")).toEqual([`again, ${taken}`, `after, ${taken}`]);
  });

  test("is no excuse for a method that changes nothing", () => {
    const send = sender(createVerdicts(around, true), "get");
    expect(send("first", 200, "baseline")).toEqual(["first"]);
    expect(send("again", 404)).toEqual(["again, positive-data-acceptance"]);
  });

  test("is not left out, where no valid request comes after", () => {
    const verdicts = createVerdicts(around, true);
    const send = sender(verdicts, "post");
    send("first", 200, "baseline");
    send("again", 404);
    expect(verdicts.finish().map(summaryOf)).toEqual(["again, positive-data-acceptance"]);
  });
});
