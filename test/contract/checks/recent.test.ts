import { expect, test } from "vitest";
import { recent } from "../../../src/contract/checks/recent.ts";
import { caseOf, exchangeOf, jsonResponse, operationOf, violationsOf } from "./exchange.ts";

const sentAt = Date.UTC(2026, 0, 31, 12, 0, 0);
const stated = ["$response.body#/at", "$response.header.Date"];
const testCase = caseOf(operationOf({ 200: jsonResponse() }, { "x-contract": { recent: stated } }));
const found = (at: unknown, more: object = {}) =>
  violationsOf(recent, testCase, { ...exchangeOf({ body: { at } }), sentAt, ...more });

test.each<[string, unknown]>([
  ["the same time", "2026-01-31T12:00:00Z"],
  ["a minute later", "2026-01-31T12:01:00.000Z"],
  ["a minute earlier, in another offset", "2026-01-31T13:59:00+02:00"],
  ["without an offset, in UTC", "2026-01-31T12:00:30"],
  ["seconds since 1970", sentAt / 1_000 + 5],
  ["milliseconds since 1970", sentAt - 5],
  ["seconds in a text", String(sentAt / 1_000)],
  ["an HTTP date", "Sat, 31 Jan 2026 12:00:10 GMT"],
  ["absent", undefined],
  ["null", null],
])("%s is recent, or not stated", (_, at) => {
  expect(found(at)).toEqual([]);
});

test.each<[string, unknown]>([
  ["an hour later", "2026-01-31T13:00:00Z"],
  ["two minutes earlier", "2026-01-31T11:58:00Z"],
  ["local time with a wrong Z", "2026-01-31T17:30:00Z"],
  ["a year ago", "2025-01-31T12:00:00Z"],
  ["no time", "now"],
  ["empty", ""],
  ["an object", {}],
  ["zero", 0],
])("%s is a violation", (_, at) => {
  expect(found(at)).toEqual([
    {
      check: "recent",
      severity: "error",
      expected: "at of the response body within a minute of the request, which was sent at 2026-01-31T12:00:00.000Z",
      actual: JSON.stringify(at),
      pointer: "/paths/~1things/post/x-contract/recent/0",
      fingerprint: "$response.body#/at",
    },
  ]);
});

test("a slow response may be later, a header counts too, and a rejection does not", () => {
  const late = "2026-01-31T12:01:30Z";
  expect(found(late)).toHaveLength(1);
  expect(found(late, { durationMs: 40_000 })).toEqual([]);
  const { response } = exchangeOf({ headers: [["Date", "Sat, 31 Jan 2026 09:00:00 GMT"]], body: {} });
  expect(found(undefined, { response })).toMatchObject([{ fingerprint: "$response.header.Date" }]);
  expect(found(late, { response: { ...response, status: 404 } })).toEqual([]);
  expect(found(late, { sentAt: undefined })).toEqual([]);
});
