import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { malformedTexts } from "../../../../src/contract/values/json-texts/malformed.ts";

const body = { name: "Chair", tags: ["a", "b"], inner: { count: 1, none: null }, é: "ü \u{1F3B5}" };
const value = fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }));

describe("malformed JSON texts", () => {
  test("are no JSON, whatever value they are made from", () => {
    fc.assert(
      fc.property(value, (json) => {
        for (const { name, bytes } of malformedTexts(JSON.stringify(json))) {
          expect(() => JSON.parse(bytes.toString()), name).toThrow();
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test("are of many kinds for an object", () => {
    const names = malformedTexts(JSON.stringify(body)).map(({ name }) => name);
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
