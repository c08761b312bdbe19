import { afterEach, describe, expect, test, vi } from "vitest";
import { wasNotSent } from "../../src/client/classify-error.ts";
import { ApiError, type ErrorDetails } from "../../src/client/errors.ts";
import { mergeOptions } from "../../src/client/merge-options.ts";
import type { Endpoint } from "../../src/client/options.ts";
import { nextDelay } from "../../src/client/retry.ts";
import { readRetryAfter } from "../../src/client/retry-after.ts";

const endpoint = (method: string): Endpoint => ({ method, path: "/", accept: "", body: false, responses: {} });
const failure = (details: Partial<ErrorDetails>) =>
  new ApiError("failed", { kind: "status", outcome: "rejected", attempts: 1, ...details });
const limited = (details: Partial<ErrorDetails> = {}) => failure({ status: 429, ...details });
const delayOf = (error: ApiError, method = "POST", remainingMs = Number.POSITIVE_INFINITY) =>
  nextDelay(error, endpoint(method), undefined, remainingMs);

afterEach(() => vi.restoreAllMocks());

describe("the wait", () => {
  test.each([
    [1, 500],
    [2, 1000],
  ])("before attempt %i + 1 is anything up to %i ms", (attempts, greatest) => {
    vi.spyOn(Math, "random").mockReturnValue(0.999999);
    expect(delayOf(limited({ attempts }))).toBeCloseTo(greatest, 0);
    vi.spyOn(Math, "random").mockReturnValue(0);
    expect(delayOf(limited({ attempts }))).toBe(0);
  });

  test("is never longer than 8 s of its own", () => {
    vi.spyOn(Math, "random").mockReturnValue(0.999999);
    const many = limited({ attempts: 9 });
    expect(nextDelay(many, endpoint("POST"), { max: 20 }, Number.POSITIVE_INFINITY)).toBeCloseTo(8000, 0);
  });

  test("is not shorter than Retry-After, up to 60 s, and there is none beyond", () => {
    expect(delayOf(limited({ retryAfterMs: 9000 }))).toBe(9000);
    expect(delayOf(limited({ retryAfterMs: 60_000 }))).toBe(60_000);
    expect(delayOf(limited({ retryAfterMs: 60_001 }))).toBeUndefined();
  });

  test("there is none beyond the deadline, and none after the last attempt", () => {
    expect(delayOf(limited({ retryAfterMs: 9000 }), "POST", 9000)).toBeUndefined();
    expect(delayOf(limited({ attempts: 3 }))).toBeUndefined();
    expect(nextDelay(limited(), endpoint("POST"), false, 9999)).toBeUndefined();
    expect(nextDelay(limited(), endpoint("POST"), { max: 0 }, 9999)).toBeUndefined();
  });
});

describe("what may have taken effect is tried again only where the method is idempotent, or the caller asks", () => {
  const unknown: [string, Partial<ErrorDetails>][] = [
    ["a reset", { kind: "connection", outcome: "unknown" }],
    ["a timeout", { kind: "timeout", outcome: "unknown" }],
    ["a cut body", { kind: "body", outcome: "unknown", status: 200, cause: new TypeError("terminated") }],
    ["408", { status: 408, outcome: "unknown" }],
    ["409", { status: 409 }],
    ["503", { status: 503, outcome: "unknown" }],
  ];
  test.each(unknown)("%s", (_, details) => {
    const again = expect.any(Number);
    expect(delayOf(failure(details), "POST")).toBeUndefined();
    expect(delayOf(failure(details), "PATCH")).toBeUndefined();
    for (const method of ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]) {
      expect(delayOf(failure(details), method), method).toEqual(again);
    }
    expect(nextDelay(failure(details), endpoint("POST"), { unknownOutcome: true }, 9999)).toEqual(again);
  });

  test.each([400, 401, 404, 422])("%i never is", (status) => {
    expect(delayOf(failure({ status }), "GET")).toBeUndefined();
  });

  test.each([
    ["a body that is too large", new RangeError("maxResponseBytes")],
    ["a body that does not match the spec", new Error("/name must be string")],
    ["a body of another media type", undefined],
  ])("%s never is", (_, cause) => {
    expect(delayOf(failure({ kind: "body", outcome: "unknown", status: 200, cause }), "GET")).toBeUndefined();
  });

  test("an aborted call never is", () => {
    expect(delayOf(failure({ kind: "aborted", outcome: "unknown" }), "GET")).toBeUndefined();
  });
});

test("Retry-After is seconds or an HTTP date in one of its three forms, and nothing else", () => {
  const read = (value: string) => readRetryAfter(new Headers({ "Retry-After": value }));
  vi.spyOn(Date, "now").mockReturnValue(Date.parse("1994-11-06T08:49:07Z"));
  expect(read("120")).toBe(120_000);
  expect(read("Sun, 06 Nov 1994 08:49:37 GMT")).toBe(30_000);
  expect(read("Sunday, 06-Nov-94 08:49:37 GMT")).toBe(30_000);
  expect(read("Sun, 06 Nov 1994 08:48:37 GMT")).toBe(0);
  for (const garbage of ["-1", "1.5", "1e3", "soon", "Sun", ""]) {
    expect(read(garbage), garbage).toBeUndefined();
  }
});

test("a request was not sent where every cause shows it", () => {
  const error = (code: string) => Object.assign(new Error(code), { code });
  const failed = (cause: unknown) => new TypeError("fetch failed", { cause });
  expect(wasNotSent(failed(error("ECONNREFUSED")))).toBe(true);
  expect(wasNotSent(failed(new AggregateError([error("ECONNREFUSED"), error("ENETUNREACH")])))).toBe(true);
  expect(wasNotSent(failed(new AggregateError([error("ECONNREFUSED"), error("ECONNRESET")])))).toBe(false);
  expect(wasNotSent(failed(error("ECONNRESET")))).toBe(false);
  expect(wasNotSent(new TypeError("Failed to fetch"))).toBe(false);
  expect(wasNotSent(undefined)).toBe(false);
});

describe("the options of a call", () => {
  test("override the client's; retry field by field", () => {
    const client = { baseUrl: "", timeout: 1, deadline: 2, retry: { max: 5, baseDelay: 7 } };
    expect(mergeOptions(client, { timeout: 3, deadline: undefined, retry: { max: 1, baseDelay: undefined } })).toEqual({
      baseUrl: "",
      timeout: 3,
      deadline: 2,
      retry: { max: 1, baseDelay: 7 },
    });
  });

  test.each([
    [{ max: 5 }, false, false],
    [false, { max: 5 }, { max: 5 }],
    [false, undefined, false],
    [undefined, { max: 5 }, { max: 5 }],
  ] as const)("retry: %j of the client and %j of the call is %j", (own, call, merged) => {
    expect(mergeOptions({ baseUrl: "", retry: own }, { retry: call }).retry).toEqual(merged);
  });
});
