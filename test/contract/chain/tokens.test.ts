import { expect, test } from "vitest";
import type { ChainedValue } from "../../../src/contract/chain/chained.ts";
import { fillTokens, hasToken } from "../../../src/contract/chain/tokens.ts";
import type { Header } from "../../../src/contract/http/request.ts";

const chained = (place: ChainedValue["in"], token: string) => ({ in: place, token }) as ChainedValue;
const inPath = chained("path", "~c0~");
const inBody = chained("body", "ref-0a1b2c");
const number = chained("body", "123456");
const json: Header = ["Content-Type", "application/json"];
const request = (target: string, body?: string, headers: Header[] = [json]) => ({
  method: "PUT",
  target,
  headers,
  body: body === undefined ? undefined : Buffer.from(body),
});

test.each([
  ["/things/~c0~", "a b/c", "/things/a%20b%2Fc"],
  ["/THINGS/~C0~", "ab", "/THINGS/AB"],
  ["/things/~c0~x?y=~c0~", "ab", "/things/abx?y=ab"],
  ["/things/;id=~c0~", 5, "/things/;id=5"],
  ["/things/~c1~", 5, "/things/~c1~"],
])("in the target %s is filled with %s", (target, value, filled) => {
  expect(fillTokens(request(target), [{ chained: inPath, value }]).target).toBe(filled);
});

test("in a header it is filled as it is", () => {
  const filled = fillTokens(request("/", undefined, [["X-Thing", "~c0~"]]), [{ chained: inPath, value: "a/b" }]);
  expect(filled.headers).toEqual([["X-Thing", "a/b"]]);
});

test.each<[string, string, string]>([
  ['{"a":"ref-0a1b2c"}', 'x"é', '{"a":"x\\"é"}'],
  ['{"a":"\\u0072ef-0a1b2c"}', "xy", '{"a":"xy"}'],
  ['{"a":"REF-0A1B2C"}', "xy", '{"a":"XY"}'],
  ['{"a":"ref-0a1b2"}', "xy", '{"a":"ref-0a1b2"}'],
  ['{"cut":"ref-0a1b2c"', "xy", '{"cut":"xy"'],
])("in the JSON %s is filled with %s", (body, value, filled) => {
  expect(fillTokens(request("/", body), [{ chained: inBody, value }]).body?.toString()).toBe(filled);
});

test("a number is filled as a whole", () => {
  const body = '{"a":123456,"b":1234567,"c":123456.0}';
  expect(fillTokens(request("/", body), [{ chained: number, value: 7 }]).body?.toString()).toBe(
    '{"a":7,"b":1234567,"c":7.0}',
  );
});

test("a form is filled in its own encoding", () => {
  const form = request("/", "a=ref-0a1b2c&b=1", [["Content-Type", "application/x-www-form-urlencoded"]]);
  expect(fillTokens(form, [{ chained: inBody, value: "x&y" }]).body?.toString()).toBe("a=x%26y&b=1");
});

test("bytes that are not UTF-8 stay", () => {
  const body = Buffer.concat([Buffer.from('{"a":"ref-0a1b2c","b":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}')]);
  const filled = fillTokens({ ...request("/"), body }, [{ chained: inBody, value: "x" }]);
  expect(filled.body?.subarray(-4)).toEqual(Buffer.from([0xff, 0xc3, 0x22, 0x7d]));
});

test("chunks have the length of what is filled in", () => {
  const chunked = request("/", '12\r\n{"a":"ref-0a1b2c"}\r\n0\r\n\r\n', [json, ["Transfer-Encoding", "chunked"]]);
  expect(fillTokens(chunked, [{ chained: inBody, value: "x" }]).body?.toString()).toBe('9\r\n{"a":"x"}\r\n0\r\n\r\n');
});

test("a request has a token where it stands, in any form", () => {
  expect(hasToken(request("/things/~C0~"), inPath)).toBe(true);
  expect(hasToken(request("/things/c0"), inPath)).toBe(false);
  expect(hasToken(request("/", '{"a":"\\u0072ef-0a1b2c"}'), inBody)).toBe(true);
  expect(hasToken(request("/ref-0a1b2c"), inBody)).toBe(false);
});
