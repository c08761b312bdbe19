import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStrictly } from "../../../src/contract/http/read-strictly.ts";
import type { ContractBody } from "../../../src/contract/model/operation.ts";
import { malformed, odd, sameValue } from "../../../src/contract/values/json-texts.ts";

const body = { name: "Chair", tags: ["a", "b"], inner: { count: 1, none: null }, é: "ü \u{1F3B5}" };
const value = fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }));

describe("texts that are no JSON", () => {
  test("are none, whatever they are made from", () => {
    fc.assert(
      fc.property(value, (json) => {
        for (const { name, bytes } of malformed(JSON.stringify(json))) {
          expect(() => JSON.parse(bytes.toString()), name).toThrow();
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test("are of many kinds for an object", () => {
    const names = malformed(JSON.stringify(body)).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(
        [
          "cut-last",
          "cut-half",
          "trailing-comma",
          "trailing-comma-list",
          "single-quotes",
          "nan",
          "bare-key",
          "raw-line-break",
        ].map((name) => `malformed-${name}`),
      ),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("other ways to write a value", () => {
  test("are the same value in other bytes", () => {
    fc.assert(
      fc.property(value, (json) => {
        // -0 is written 0: https://tc39.es/ecma262/#sec-numeric-types-number-tostring
        const plain = JSON.parse(JSON.stringify(json));
        for (const { name, bytes } of sameValue(plain)) expect(JSON.parse(bytes.toString()), name).toEqual(plain);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test("differ from the plain one, and from each other", () => {
    const texts = sameValue(body).map(({ bytes }) => bytes.toString());
    expect(new Set([...texts, JSON.stringify(body)]).size).toBe(texts.length + 1);
  });

  test("are JSON to every parser", () => {
    for (const { name, bytes } of sameValue(body)) expect(readStrictly(Buffer.from(bytes)), name).toEqual([]);
  });
});

describe("JSON of an odd kind", () => {
  const json = JSON.stringify(body);
  const inText = (raw: Buffer) => Buffer.concat([Buffer.from('{"name":"'), raw, Buffer.from('"}')]);
  const described = (faults: number) => ({ validate: () => Array(faults).fill({}) }) as unknown as ContractBody;
  const texts = odd(json, inText, described(0));
  const kindsOf = (bytes: string | Buffer) => readStrictly(Buffer.from(bytes)).map(({ kind }) => kind);

  test.each<[string, string]>([
    ["byteOrderMark", "mark"],
    ["duplicateKeys", "duplicate"],
    ["loneSurrogate", "surrogate"],
    ["hugeNumber", "number"],
  ])("of the class %s has that alone", (requestClass, kind) => {
    const own = texts.filter((text) => text.class === requestClass);
    expect(own.length).toBeGreaterThan(0);
    for (const { name, bytes } of own) expect(kindsOf(bytes), name).toEqual([kind]);
  });

  test("of the class invalidUtf8 is no UTF-8 JSON", () => {
    const own = texts.filter((text) => text.class === "invalidUtf8");
    expect(own.length).toBeGreaterThan(6);
    for (const { name, bytes } of own) expect(kindsOf(bytes)[0], name).toMatch(/^(encoding|grammar)$/);
  });

  test.each(["depth", "nullCharacter"])("of the class %s is JSON to every parser that can hold it", (requestClass) => {
    const own = texts.filter((text) => text.class === requestClass);
    expect(own.length).toBeGreaterThan(0);
    for (const { name, bytes } of own) expect(kindsOf(bytes), name).toEqual([]);
  });

  test("has no property more where the object is closed", () => {
    const names = odd(json, inText, described(1)).map(({ name }) => name);
    expect(names.filter((name) => /depth|huge|prototype|constructor/.test(name))).toEqual([]);
    expect(names).toContain("duplicate-key");
  });

  test("has no odd text where the body has no text", () => {
    expect(odd("[1]", undefined, described(0)).map(({ name }) => name)).toEqual([
      "byte-order-mark",
      "utf-16",
      "utf-16-bare",
    ]);
  });
});
