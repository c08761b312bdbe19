import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStrictly } from "../../../../src/contract/http/read-strictly.ts";
import { equivalentTexts } from "../../../../src/contract/values/json-texts/equivalent.ts";

const body = { name: "Chair", tags: ["a", "b"], inner: { count: 1, none: null }, é: "ü \u{1F3B5}" };
const value = fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }));

describe("other ways to write a value", () => {
  test("are the same value in other bytes", () => {
    fc.assert(
      fc.property(value, (json) => {
        // -0 is written 0: https://tc39.es/ecma262/#sec-numeric-types-number-tostring
        const plain = JSON.parse(JSON.stringify(json));
        for (const { name, bytes } of equivalentTexts(plain)) expect(JSON.parse(bytes.toString()), name).toEqual(plain);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test("differ from the plain one, and from each other", () => {
    const texts = equivalentTexts(body).map(({ bytes }) => bytes.toString());
    expect(new Set([...texts, JSON.stringify(body)]).size).toBe(texts.length + 1);
  });

  test("are JSON to every parser", () => {
    for (const { name, bytes } of equivalentTexts(body)) expect(readStrictly(Buffer.from(bytes)), name).toEqual([]);
  });
});
