import fc from "fast-check";
import { expect, test } from "vitest";
import { readStrictly } from "../../../src/contract/json/read-strictly.ts";

const kindsOf = (text: string | Buffer) => readStrictly(Buffer.from(text)).map(({ kind }) => kind);

test("whatever JSON.stringify writes is read the same by all", () => {
  const value = fc.jsonValue();
  fc.assert(
    fc.property(value, (json) => {
      const text = JSON.stringify(json);
      expect(kindsOf(text)).toEqual([]);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test.each<[string | Buffer, string[]]>([
  ["", ["grammar"]],
  ["{", ["grammar"]],
  ["[1,]", ["grammar"]],
  ["{} x", ["grammar"]],
  ["NaN", ["grammar"]],
  ["\uFEFF{}", ["mark"]],
  [Buffer.from([0x22, 0xff, 0x22]), ["encoding"]],
  ['{"a":1,"a":1}', ["duplicate"]],
  ['{"a":1,"\\u0061":1}', ["duplicate"]],
  ['[{"a":{"b":1,"b":2}}]', ["duplicate"]],
  ['{"a":{"a":1},"b":[{"a":1},{"a":1}]}', []],
  ['["a","a"]', []],
  ['"\\ud800"', ["surrogate"]],
  ['"\\ud83c\\udfb5"', []],
  ["12345678901234567890", ["number"]],
  ["9007199254740993", ["number"]],
  ["9007199254740992", []],
  ["1e400", ["number"]],
  ["0.1234567890123456789", []],
  ['{"a":"}{][,:\\"","b":-0.0e-1}', []],
])("%j: %j", (text, kinds) => {
  expect(kindsOf(text)).toEqual(kinds);
});
