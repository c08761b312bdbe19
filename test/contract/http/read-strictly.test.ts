import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStrictly } from "../../../src/contract/http/read-strictly.ts";

const kindsOf = (text: string | Buffer) => readStrictly(Buffer.from(text)).map(({ kind }) => kind);
const inText = (...bytes: number[]) => Buffer.from([0x22, ...bytes, 0x22]);

describe("JSON that all parsers read the same has no problem", () => {
  test.each([
    "null",
    "true",
    " \t\r\n{ } \n",
    '""',
    "0",
    "-0",
    "-0.0e-1",
    "1E+5",
    "1.5e300",
    "9007199254740991",
    "-9007199254740992",
    "1000000000000000000000",
    "0.1234567890123456789",
    '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000"',
    '"\\ud83c\\udfb5"',
    '"\u{1F3B5} \u2028 \u007f"',
    '{"a":"}{][,:\\"","b":[{},[],""]}',
    '{"":1," ":2,"a":3,"A":4}',
    '{"__proto__":1,"constructor":2,"toString":3}',
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}',
    '{"a":"a","b":"a"}',
    '["a","a",["a"]]',
    '{"a":[1,2],"b":"c"}',
  ])("%j", (text) => {
    expect(kindsOf(text)).toEqual([]);
  });

  test("whatever JSON.stringify writes, characters outside the BMP and all", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: "binary", maxDepth: 5 }),
        fc.constantFrom("", " ", "\t"),
        (value, indent) => {
          expect(kindsOf(JSON.stringify(value, null, indent))).toEqual([]);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  test("any integer that a double can represent, however it is written", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(kindsOf(BigInt(Math.trunc(value)).toString())).toEqual([]);
        expect(kindsOf(JSON.stringify(value))).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("a text that is no JSON is a problem of grammar", () => {
  test.each([
    "",
    " ",
    "{",
    '{"a":1',
    "[1,]",
    '{"a":1,}',
    "{'a':1}",
    "{a:1}",
    "{} x",
    "{}{}",
    "NaN",
    "01",
    "+1",
    ".5",
    "1.",
    '"\n"',
    '"\\x41"',
    "// a\n{}",
    "\u00a0{}",
  ])("%j", (text) => {
    expect(kindsOf(text)).toEqual(["grammar"]);
  });

  test("whatever valid JSON is followed by something", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(kindsOf(`${text} x`)).toEqual(["grammar"]);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe("bytes that are not UTF-8 are a problem of encoding", () => {
  test.each<[string, Buffer]>([
    ["a lone byte", inText(0xff)],
    ["a continuation byte", inText(0x80)],
    ["a character that is cut", inText(0xe2, 0x82)],
    ["an overlong slash", inText(0xc0, 0xaf)],
    ["a surrogate", inText(0xed, 0xa0, 0x80)],
    ["an accent in Latin-1", Buffer.from('"\u00e9"', "latin1")],
    ["beyond the last code point", inText(0xf4, 0x90, 0x80, 0x80)],
  ])("%s", (_, bytes) => {
    expect(kindsOf(bytes)).toEqual(["encoding"]);
  });

  test("UTF-16 is no UTF-8 JSON either", () => {
    expect(kindsOf(Buffer.from('\uFEFF{"a":1}', "utf16le"))).toEqual(["encoding"]);
    expect(kindsOf(Buffer.from('{"a":1}', "utf16le"))).toEqual(["grammar"]);
  });
});

describe("a byte order mark", () => {
  test("is told, and the text behind it is read", () => {
    expect(kindsOf('\uFEFF{"a":1}')).toEqual(["mark"]);
    expect(kindsOf('\uFEFF{"a":1,"a":1}')).toEqual(["mark", "duplicate"]);
    expect(kindsOf("\uFEFF{")).toEqual(["mark", "grammar"]);
  });

  test("inside a string is a character like any other", () => {
    expect(kindsOf('"\uFEFF"')).toEqual([]);
  });
});

describe("a key twice in one object is told", () => {
  test.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":{},"a":[]}',
    '{"a":1,"\\u0061":1}',
    '[[{"x":{"a":[],"a":{}}}]]',
    '{"":1,"":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"a":{"b":1},"a":2}',
  ])("%s", (text) => {
    expect(kindsOf(text)).toEqual(["duplicate"]);
  });

  test("with its name", () => {
    expect(readStrictly(Buffer.from('{"name":1,"name":2}'))[0]?.message).toBe(
      'the key "name" occurs twice in one object',
    );
  });

  test("a hundred times is told five times at most", () => {
    expect(kindsOf(`{${Array.from({ length: 100 }, () => '"a":1').join()}}`)).toHaveLength(5);
  });
});

describe("a lone surrogate is told, in values and in keys", () => {
  test.each(['"\\ud800"', '"\\udc00"', '"a\\uDBFFb"', '"\\udc00\\ud800"', '"\\ud800\\ud800\\udc00"', '{"\\ud800":1}'])(
    "%s",
    (text) => {
      expect(kindsOf(text)).toEqual(["surrogate"]);
    },
  );
});

describe("a number that a double cannot represent is reported", () => {
  test.each(["9007199254740993", "-9007199254740993", "12345678901234567890", "1e400", "-1e400", '[1,{"a":1e999}]'])(
    "%s",
    (text) => {
      expect(kindsOf(text)).toEqual(["number"]);
    },
  );
});

describe("texts at the limits of what is read", () => {
  test("a string of fourteen million characters", () => {
    expect(kindsOf(JSON.stringify({ a: "a".repeat(14_000_000) }))).toEqual([]);
  });

  test("a hundred thousand lists in each other", () => {
    expect(kindsOf("[".repeat(100_000) + "]".repeat(100_000))).toEqual([]);
  });

  test("the same text gives the same, and another one not", () => {
    const text = '{"a":1,"a":2}';
    expect(kindsOf(text)).toEqual(kindsOf(text));
    expect(kindsOf(text.replace("1", "3").replace('"a"', '"b"'))).toEqual([]);
  });
});
