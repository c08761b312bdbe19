import { expect, test } from "vitest";
import type { WireRequest } from "../../../src/contract/http/request.ts";
import type { WireResponse } from "../../../src/contract/http/response.ts";
import { readTarget } from "../../../src/contract/http/target.ts";
import { createRedactor } from "../../../src/contract/report/redact.ts";
import { showCase } from "../../../src/contract/report/show.ts";
import type { TestCase } from "../../../src/contract/test-case.ts";

const key = "Key-of-4711";
const redactor = createRedactor([{ value: key, variable: "API_KEY" }]);
const get: WireRequest = { method: "GET", target: "/a", headers: [] };

function show(changes: Partial<WireRequest>, changed: Partial<WireResponse> = {}) {
  const request = { ...get, ...changes };
  const response = { status: 200, headers: [], body: Buffer.from(""), problems: [], ...changed };
  const testCase = { id: "get/examples/0", title: `the key is ${key}` } as unknown as TestCase;
  return showCase(testCase, { request, response, durationMs: 1 }, readTarget("http://127.0.0.1:1"), redactor);
}

test("the key is hidden in the title, the URL, headers and bodies, of the request and of the response", () => {
  const shown = show(
    { target: `/a?k=${key}`, headers: [["X-Any", `is ${key}`]], body: Buffer.from(`{"k":"${key}"}`) },
    { headers: [["X-Leak", Buffer.from(`user:${key}`).toString("base64")]], body: Buffer.from(`{"k":"${key}"}`) },
  );
  expect(JSON.stringify(shown)).not.toContain(key);
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: a shell expands it
  expect(shown.title).toBe("the key is ${API_KEY}");
  expect(shown.request.url).toBe("http://127.0.0.1:1/a?k=${API_KEY}");
  expect(shown.request.headers).toEqual([["X-Any", "is ${API_KEY}"]]);
  expect(shown.request.body).toBe('{"k":"${API_KEY}"}');
  expect(shown.response?.headers).toEqual([["X-Leak", "(hidden)"]]);
  expect(shown.response?.body).toBe('{"k":"${API_KEY}"}');
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: a shell expands it
});

test("the first 400 characters of a response body are shown, control characters as escapes", () => {
  const { response } = show({}, { body: Buffer.from(`\u001b[2J\u009b\u0000\n\t${"x".repeat(500)}`) });
  expect(response?.body).toBe(`\\x1b[2J\\x9b\\x00\n\t${"x".repeat(383)}`);
});

test("a long key that begins in what is shown and ends beyond it is hidden", () => {
  const long = `long-${"0123456789".repeat(300)}`;
  const testCase = { id: "get/examples/0", title: "t" } as unknown as TestCase;
  const response = { status: 200, headers: [], body: Buffer.from(`${"x".repeat(350)}${long}`), problems: [] };
  const hide = createRedactor([{ value: long, variable: "API_KEY" }]);
  const shown = showCase(testCase, { request: get, response, durationMs: 1 }, readTarget("http://127.0.0.1:1"), hide);
  expect(shown.response?.body).toBe(`${"x".repeat(350)}\${API_KEY}`);
});

test("a body that is not text is left out, and the exact bytes are shown", () => {
  const { request, curl } = show({ method: "POST", body: Buffer.from([0xff]) });
  expect({ body: request.body, curl }).toEqual({ body: undefined, curl: undefined });
  expect(Buffer.from(request.base64 ?? "", "base64").at(-1)).toBe(0xff);
});

test("without a response, none is shown", () => {
  const testCase = { id: "get/examples/0", title: "t" } as unknown as TestCase;
  const failure = { kind: "closed", message: "closed" } as const;
  const target = readTarget("http://127.0.0.1:1");
  const shown = showCase(testCase, { request: get, failure, durationMs: 1 }, target, redactor);
  expect(shown.response).toBeUndefined();
});

test("a test case with a setup has no curl line, which would skip the setup", () => {
  const testCase = { id: "get/idempotency/conflict", title: "t", setup: [get] } as unknown as TestCase;
  const { curl, request } = showCase(
    testCase,
    { request: get, durationMs: 1 },
    readTarget("http://127.0.0.1:1"),
    redactor,
  );
  expect(curl).toBeUndefined();
  expect(Buffer.from(request.base64 ?? "", "base64").toString()).toMatch(/^GET \/a HTTP\/1\.1\r\n/);
});
