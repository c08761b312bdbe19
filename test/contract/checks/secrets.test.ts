import { describe, expect, test } from "vitest";
import { secrets } from "../../../src/contract/checks/secrets.ts";
import type { Header } from "../../../src/contract/http/request.ts";
import { caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

const key = "Key-of-4711";
const operation = operationOf(
  { 200: jsonResponse() },
  { security: [{ bearer: [] }] },
  { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
);
const found = (response: Parameters<typeof exchangeOf>[0], secret: string | undefined = key, sent: string = secret) =>
  violationsOf(
    secrets,
    caseOf(operation),
    exchangeOf(response, { headers: [["Authorization", `Bearer ${sent}`]] }),
    secret,
  ).map(({ fingerprint }) => fingerprint);
const inHeader = (value: string): { headers: Header[] } => ({ headers: [["X-Debug", value]] });

test("a response without the key is right", () => {
  expect(found({ body: { message: "no key" } })).toEqual([]);
});

test("the key in the body or in a header is a violation that does not contain the key", () => {
  const testCase = caseOf(operation);
  const violations = violationsOf(secrets, testCase, exchangeOf({ ...inHeader(`Bearer ${key}`), body: { key } }), key);
  expect(violations).toMatchObject([
    {
      check: "secrets",
      severity: "error",
      actual: "200 with the key in its header X-Debug",
      pointer: "/paths/~1things/post/security",
      fingerprint: "header",
    },
  ]);
  expect(JSON.stringify(violations)).not.toContain(key);
  expect(found({ body: { message: `bad key: ${key}!` } })).toEqual(["body"]);
});

describe("the key in another form is found too", () => {
  test.each([
    ["in base64", Buffer.from(key).toString("base64")],
    ["in base64, as Basic has it with an empty password", Buffer.from(`${key}:`).toString("base64")],
  ])("%s", (_, form) => {
    expect(found({ body: { form } })).toEqual(["body"]);
    expect(found(inHeader(form))).toEqual(["header"]);
  });
});

describe("a key that was made wrong from the right one gives it away", () => {
  test.each([key.slice(0, -1), key.slice(1), `${key}x`])("%s", (wrong) => {
    expect(found({ body: { wrong } }, key, wrong)).toEqual(["body"]);
  });

  test("elsewhere a part of it is a text like any other", () => {
    expect(found({ body: { text: key.slice(1) } })).toEqual([]);
  });
});

test.each(["a", "abcde"])("the key %s is too short to be told from a text", (short) => {
  expect(found({ body: { message: short } }, short)).toEqual([]);
});

test("a key of six characters is not", () => {
  expect(found({ body: { message: "abcdef" } }, "abcdef")).toEqual(["body"]);
});

test("a key that is made up may be anywhere", () => {
  const testCase = caseOf(operation);
  expect(violationsOf(secrets, testCase, exchangeOf({ body: { key } }))).toEqual([]);
});

test("characters of a key mean nothing but themselves", () => {
  expect(found({ body: { message: "a1b2c3d4" } }, "a.b.c.d.")).toEqual([]);
});
