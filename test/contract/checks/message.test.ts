import { describe, expect, test } from "vitest";
import { refusal, success } from "../../../src/contract/cases/expected.ts";
import { completeResponse } from "../../../src/contract/checks/complete-response.ts";
import { contentCoding } from "../../../src/contract/checks/content-coding.ts";
import { framing } from "../../../src/contract/checks/framing.ts";
import { redirect } from "../../../src/contract/checks/redirect.ts";
import { serverError } from "../../../src/contract/checks/server-error.ts";
import { undocumented } from "../../../src/contract/checks/undocumented.ts";
import type { Exchange } from "../../../src/contract/http/client.ts";
import type { Header } from "../../../src/contract/http/request.ts";
import type { ExchangeFailure } from "../../../src/contract/http/response.ts";
import type { TestCase } from "../../../src/contract/test-case.ts";
import { caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

const operation = operationOf({ 200: jsonResponse() });
const plain = caseOf(operation);
const fine = exchangeOf({});
const open: TestCase["expected"] = { outcome: "open" };

describe("every request gets a complete response", () => {
  const failing = (kind: ExchangeFailure["kind"], exchange: Partial<Exchange> = {}): Exchange => ({
    ...fine,
    response: undefined,
    failure: { kind, message: `it is ${kind}` },
    ...exchange,
  });

  test("with a complete response there is no violation", () => {
    expect(violationsOf(completeResponse, plain, fine)).toEqual([]);
  });

  test.each(["refused", "closed", "timeout", "too large", "garbage"] as const)("%s is a violation", (kind) => {
    expect(violationsOf(completeResponse, plain, failing(kind))).toMatchObject([
      { check: "complete-response", severity: "error", actual: `it is ${kind}`, pointer: "/here", fingerprint: kind },
    ]);
  });

  test("an incomplete response and a missing one are different violations", () => {
    expect(violationsOf(completeResponse, plain, failing("closed", { response: fine.response }))).toMatchObject([
      { severity: "error", actual: "200, and then it is closed", fingerprint: "closed in the response" },
    ]);
  });

  test("a server may close on a body that is too large for it, where that is open", () => {
    const request = { ...fine.request, body: Buffer.alloc(1_000_000) };
    const severityOf = (testCase: TestCase, exchange: Exchange) =>
      violationsOf(completeResponse, testCase, exchange)[0]?.severity;
    expect(severityOf(caseOf(operation, open), failing("closed", { request }))).toBe("warning");
    expect(severityOf(caseOf(operation, open), failing("timeout", { request }))).toBe("error");
    expect(severityOf(caseOf(operation, open), failing("closed"))).toBe("error");
    expect(severityOf(plain, failing("closed", { request }))).toBe("error");
  });
});

describe("no request makes the server fail", () => {
  test.each([200, 204, 302, 400, 404, 499])("%i is no failure", (status) => {
    expect(violationsOf(serverError, plain, exchangeOf({ status }))).toEqual([]);
  });

  test.each([500, 501, 502, 503, 599])("%i is one, whatever is sent", (status) => {
    for (const expected of [success(), refusal("body"), open]) {
      expect(violationsOf(serverError, caseOf(operation, expected), exchangeOf({ status }))).toMatchObject([
        { check: "server-error", severity: "error", actual: String(status) },
      ]);
    }
  });

  test.each<[string, Partial<TestCase>, number, string]>([
    ["a class", { expected: { outcome: "open", class: "depth" }, id: "make/body-syntax/depth-100" }, 500, "500 depth"],
    ["a value", { id: "make/boundaries//name/emoji" }, 500, "500 emoji"],
    ["a size", { id: "make/body-syntax/one-megabyte", expected: open }, 500, "500 one-megabyte"],
    ["one of several variants", { id: "make/boundaries//code/pattern-3 (2)" }, 502, "502 pattern"],
    ["a combination", { id: "make/pairs/12", family: "pairs" }, 500, "500 pairs"],
    ["a keyword", { id: "make/type//a/as-string", expected: refusal("body"), pointer: "/a/type" }, 500, "500 type"],
    ["null", { id: "make/type//a/null", expected: refusal("body"), pointer: "/a/type" }, 500, "500 null"],
    [
      "a parameter",
      { id: "make/parameters/query a/minimum-off", expected: refusal("parameter") },
      500,
      "500 minimum-off",
    ],
    ["the valid request", { id: "make/recovery/after-type", role: "probe" }, 500, "500 valid"],
  ])("its fingerprint is what triggers it: %s", (_, more, status, fingerprint) => {
    const testCase = { ...plain, ...more };
    expect(violationsOf(serverError, testCase, exchangeOf({ status }))).toMatchObject([{ fingerprint }]);
  });

  test("a failure that a retry overcomes has one fingerprint, whatever is sent", () => {
    const testCase = { ...plain, id: "make/boundaries//name/emoji" };
    expect(violationsOf(serverError, testCase, { ...exchangeOf({ status: 503 }), isOvercome: true })).toMatchObject([
      { actual: "503 with Retry-After, and another status after the wait", fingerprint: "503 Retry-After" },
    ]);
  });

  test("501 to a method that is not the operation's is none", () => {
    expect(violationsOf(serverError, plain, exchangeOf({ status: 501 }, { method: "TRACE" }))).toEqual([]);
    expect(violationsOf(serverError, plain, exchangeOf({ status: 500 }, { method: "TRACE" }))).toHaveLength(1);
  });
});

describe("an operation that documents no redirect makes none", () => {
  const to = (status: number, ...headers: Header[]) => exchangeOf({ status, headers });

  test("a redirect is told with where it leads", () => {
    expect(violationsOf(redirect, plain, to(301, ["Location", "/things/"]))).toMatchObject([
      { check: "redirect", severity: "error", actual: "301 to /things/", fingerprint: "301" },
    ]);
    expect(violationsOf(redirect, plain, to(302))).toMatchObject([{ actual: "302 without Location" }]);
  });

  test.each(["302", "3XX"])("one that is documented as %s is none", (status) => {
    const own = operationOf({ 200: jsonResponse(), [status]: { description: "" } });
    expect(violationsOf(redirect, caseOf(own), to(302))).toEqual([]);
  });

  test("a default is for errors, not for redirects", () => {
    const own = operationOf({ 200: jsonResponse(), default: jsonResponse() });
    expect(violationsOf(redirect, caseOf(own), to(302))).toHaveLength(1);
  });

  test("another path may lead anywhere", () => {
    expect(violationsOf(redirect, caseOf(operation, refusal("path"), { target: "elsewhere" }), to(308))).toEqual([]);
  });

  test("other statuses are none", () => {
    expect([200, 299, 400].flatMap((status) => violationsOf(redirect, plain, to(status)))).toEqual([]);
  });
});

describe("the message is framed as HTTP/1.1 asks", () => {
  test("a message without a problem has no violation", () => {
    expect(violationsOf(framing, plain, fine)).toEqual([]);
  });

  test("each problem is a violation, and the same one with other numbers has the same fingerprint", () => {
    const found = (problems: string[]) => violationsOf(framing, plain, exchangeOf({ problems }));
    expect(found(["4 bytes came after the end", "Content-Length is given twice"])).toMatchObject([
      { check: "framing", severity: "error", actual: "200: 4 bytes came after the end" },
      { actual: "200: Content-Length is given twice" },
    ]);
    expect(found(["17 bytes came after the end"])[0]?.fingerprint).toBe(
      found(["4 bytes came after the end"])[0]?.fingerprint,
    );
  });
});

describe("nothing is compressed", () => {
  const coded = (...codings: string[]) =>
    violationsOf(
      contentCoding,
      plain,
      exchangeOf({ headers: codings.map((coding): Header => ["content-encoding", coding]) }),
    );

  test("identity is no coding", () => {
    expect([...coded(), ...coded("identity"), ...coded("Identity")]).toEqual([]);
  });

  test.each(["gzip", "br", "x-unknown"])("%s is one that nobody asked for", (coding) => {
    expect(coded(coding)).toMatchObject([
      { check: "content-coding", severity: "error", actual: `200 with Content-Encoding ${coding}` },
    ]);
  });
});

describe("what nothing describes is advice", () => {
  const found = (response: Parameters<typeof exchangeOf>[0], testCase = plain) =>
    violationsOf(undocumented, testCase, exchangeOf(response)).map(({ severity, fingerprint, actual }) => [
      severity,
      fingerprint,
      actual,
    ]);

  test("a plain response has no violation", () => {
    expect(found({})).toEqual([]);
  });

  test("a cookie, without its value", () => {
    expect(found({ headers: [["set-cookie", "session=secret; Path=/"]] })).toEqual([
      ["warning", "cookie", "Set-Cookie: session=..."],
    ]);
  });

  test("but a cookie that is documented", () => {
    const own = operationOf({ 200: jsonResponse({}, { headers: { "Set-Cookie": { schema: { type: "string" } } } }) });
    expect(found({ headers: [["Set-Cookie", "a=b"]] }, caseOf(own))).toEqual([]);
  });

  test("a 401 without a challenge", () => {
    expect(found({ status: 401 })).toEqual([["warning", "challenge", "401 without it"]]);
    expect(found({ status: 401, headers: [["WWW-Authenticate", "Bearer"]] })).toEqual([]);
  });

  test.each([
    "Error: no\n    at handle (/srv/app/index.js:10:5)",
    "Traceback (most recent call last):\n  File",
    "\tat com.example.Main.run(Main.java:12)",
  ])("a stack trace: %j", (body) => {
    expect(found({ status: 400, body })).toEqual([["warning", "stack", "400 with one"]]);
  });
});
