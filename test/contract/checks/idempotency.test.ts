import { expect, test } from "vitest";
import { idempotency } from "../../../src/contract/checks/idempotency.ts";
import { unique } from "../../../src/contract/checks/unique.ts";
import { acrossOf, caseOf, exchangeOf, jsonResponse, operationOf } from "./exchange.ts";

const xContract = { idempotencyKey: "$request.header.Key", unique: ["$response.body#/id"] };
const testCase = caseOf(operationOf({ 201: jsonResponse() }, { "x-contract": xContract }));
const exchange = (key: string | undefined, body: unknown, { status = 201, sent = {} as unknown } = {}) =>
  exchangeOf({ status, body }, { sent, headers: key === undefined ? [] : [["key", key]] });
const found = (...exchanges: ReturnType<typeof exchange>[]) => acrossOf(idempotency, testCase, exchanges);

test("the same key and body get the same response", () => {
  expect(found(exchange("k", { id: 1, a: [] }), exchange("k", { a: [], id: 1 }))).toEqual([]);
});

test.each([
  ["another body", exchange("k", { id: 2 }), "body", '201 "{\\"id\\":2}"'],
  ["another status", exchange("k", { id: 1 }, { status: 200 }), "status", '200 "{\\"id\\":1}"'],
])("%s is a violation", (_, retry, fingerprint, actual) => {
  expect(found(exchange("k", { id: 1 }), retry)).toEqual([
    {
      check: "idempotency",
      severity: "error",
      expected: 'the response to the first request with the Key: 201 "{\\"id\\":1}"',
      actual,
      pointer: "/paths/~1things/post/x-contract/idempotencyKey",
      fingerprint,
      exchange: 1,
    },
  ]);
});

test.each([
  ["another key", exchange("l", { id: 2 })],
  ["no key", exchange(undefined, { id: 2 })],
  ["another request body", exchange("k", { id: 2 }, { sent: { name: "b" } })],
  ["a rejection", exchange("k", {}, { status: 409 })],
])("%s is none", (_, second) => {
  expect(found(exchange("k", { id: 1 }), second)).toEqual([]);
});

test("a retry repeats what is unique", () => {
  const repeated = (key: string) => acrossOf(unique, testCase, [exchange("k", { id: 1 }), exchange(key, { id: 1 })]);
  expect(repeated("k")).toEqual([]);
  expect(repeated("l")).toHaveLength(1);
});
