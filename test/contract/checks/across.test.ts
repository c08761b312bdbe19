import { describe, expect, test } from "vitest";
import { isolation } from "../../../src/contract/checks/isolation.ts";
import { unique } from "../../../src/contract/checks/unique.ts";
import { acrossOf, caseOf, exchangeOf, jsonResponse, operationOf } from "./exchange.ts";

const plain = caseOf(operationOf({ 200: jsonResponse() }));
const canaries = ["mark0000001", "mark0000002", "mark0000003", "mark0000004"];

/** Exchanges of which each has sent its canary as a name, and received that body. */
const exchanges = (
  bodyFor: (canary: string, index: number) => unknown,
  sentFor = (canary: string): unknown => ({ name: canary }),
) => canaries.map((canary, index) => exchangeOf({ body: bodyFor(canary, index) }, { sent: sentFor(canary) }));
const next = (index: number, by = 1) => canaries[(index + by) % canaries.length] ?? "";

describe("no response contains what another request sent", () => {
  const found = (...args: Parameters<typeof exchanges>) => acrossOf(isolation, plain, exchanges(...args));

  test("where each has its own", () => {
    expect(found((canary) => ({ name: canary, nested: [{ name: `Hello, ${canary}!` }] }))).toEqual([]);
  });

  test("swapped responses are found, even if all are", () => {
    expect(found((_, index) => ({ name: next(index) }))).toMatchObject([
      { check: "isolation", severity: "error", exchange: 0 },
    ]);
  });

  test("two swapped responses among others are found, at the first of them", () => {
    const found2 = found((canary, index) => ({ name: index === 1 ? canaries[2] : index === 2 ? canaries[1] : canary }));
    expect(found2).toMatchObject([
      {
        actual: "mark0000003, which another request sent",
        exchange: 1,
        expected: expect.stringContaining("in name of the response"),
      },
    ]);
  });

  test("what is left over of the request before is found", () => {
    expect(found((canary, index) => ({ name: canary, note: index === 3 ? canaries[0] : canary }))).toMatchObject([
      { exchange: 3, expected: expect.stringContaining("in note of the response") },
    ]);
  });

  test("what is left over where the request has nothing there is found", () => {
    const sent = (canary: string) => (canary === canaries[3] ? {} : { name: canary });
    const leftOver = found((canary, index) => (index === 3 ? { name: canaries[2] } : { name: canary }), sent);
    expect(leftOver).toMatchObject([{ actual: "mark0000003, which another request sent", exchange: 3 }]);
  });

  test("what was sent in a form is known, too", () => {
    const sent = (canary: string) => `name=${canary}&note=a`;
    expect(found((canary) => ({ name: canary }), sent)).toEqual([]);
    expect(found((_, index) => ({ name: next(index) }), sent)).toHaveLength(1);
  });

  test("inside a text and inside a list too", () => {
    expect(found((canary, index) => ({ all: [{ title: `Of ${index === 2 ? canaries[0] : canary}` }] }))).toHaveLength(
      1,
    );
  });

  test.each<[string, Parameters<typeof exchanges>[0]]>([
    ["a mock that always sends the same response", () => ({ name: "food" })],
    ["a mock that always repeats the first request", () => ({ name: canaries[0] })],
    [
      "a server that lists what came last",
      (_, index) => ({ name: "x", last: [next(index, 3)].filter(() => index > 0) }),
    ],
    ["a server with empty responses", () => ({})],
    ["a server whose responses are not objects", () => "fine"],
  ])("%s is no alarm", (_, bodyFor) => {
    expect(found(bodyFor)).toEqual([]);
  });

  test.each(["patch", "put", "get", "delete"])(
    "a response to %s may contain what other requests sent: all are about one thing",
    (method) => {
      const testCase = caseOf(operationOf({ 200: jsonResponse() }, { method }));
      const changed = exchanges((canary, index) => ({ name: canary, note: index === 3 ? canaries[0] : canary }));
      expect(acrossOf(isolation, testCase, changed)).toEqual([]);
    },
  );

  test("rejections and responses that are not JSON do not count", () => {
    const odd = [
      exchangeOf({ status: 400, body: { name: canaries[2] } }, { sent: { name: canaries[0] } }),
      exchangeOf({ body: `{"name":"${canaries[2]}"` }, { sent: { name: canaries[0] } }),
    ];
    const own = canaries
      .slice(0, 3)
      .map((canary) => exchangeOf({ body: { name: canary } }, { sent: { name: canary } }));
    expect(acrossOf(isolation, plain, [...own, ...odd])).toEqual([]);
  });
});

describe("what x-contract calls unique differs from response to response", () => {
  const stated = caseOf(
    operationOf(
      { 200: jsonResponse() },
      { "x-contract": { unique: ["$response.body#/id", "$response.body#/item/key"] } },
    ),
  );
  const found = (testCase: typeof plain, ...bodies: unknown[]) =>
    acrossOf(
      unique,
      testCase,
      bodies.map((body) => exchangeOf({ body })),
    );

  test("where it does", () => {
    expect(found(stated, { id: 1, item: { key: "a" } }, { id: 2, item: { key: "b" } })).toEqual([]);
  });

  test("a repeated value is reported with its location", () => {
    expect(found(stated, { id: 1 }, { id: 2 }, { id: 1 })).toEqual([
      {
        check: "unique",
        severity: "error",
        expected: "id of the response body that differs between responses",
        actual: "1 twice",
        pointer: "/paths/~1things/post/x-contract/unique/0",
        fingerprint: "$response.body#/id",
      },
    ]);
    expect(found(stated, { id: 1, item: { key: "a" } }, { id: 2, item: { key: "a" } })).toMatchObject([
      { fingerprint: "$response.body#/item/key" },
    ]);
  });

  test("a text and a number are not the same, two equal objects are", () => {
    expect(found(stated, { id: 1 }, { id: "1" })).toEqual([]);
    expect(found(stated, { id: { a: 1 } }, { id: { a: 1 } })).toHaveLength(1);
  });

  test("an absent value, or a rejection, equals nothing", () => {
    expect(found(stated, {}, {}, 5, null)).toEqual([]);
    const refused = [1, 2].map(() => exchangeOf({ status: 400, body: { id: 1 } }));
    expect(acrossOf(unique, stated, refused)).toEqual([]);
  });

  test("nothing is asked where nothing is stated", () => {
    expect(found(plain, { id: 1 }, { id: 1 })).toEqual([]);
  });
});

describe("parallel calls that get an id each get one of their own", () => {
  const parallel = { ...plain, parallel: true };
  const found = (...ids: unknown[]) =>
    acrossOf(
      unique,
      parallel,
      ids.map((id) => exchangeOf({ body: { id } })),
    );

  test("where they do", () => {
    expect(found("a", "b", "c", "d")).toEqual([]);
  });

  test("where most do, and one does not", () => {
    expect(found("a", "b", "c", "d", "d")).toMatchObject([
      { check: "unique", actual: '"d" twice', fingerprint: "/id", pointer: "/here" },
    ]);
  });

  test.each([[["a", "a", "a", "a"]], [[true, true]], [[undefined, undefined]]])("%j is a mock's, or no id", (ids) => {
    expect(found(...ids)).toEqual([]);
  });
});
