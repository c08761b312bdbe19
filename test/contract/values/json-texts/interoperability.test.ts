import { describe, expect, test } from "vitest";
import { readStrictly } from "../../../../src/contract/http/read-strictly.ts";
import type { ContractBody } from "../../../../src/contract/model/operation.ts";
import { interoperabilityTexts } from "../../../../src/contract/values/json-texts/interoperability.ts";

const body = { name: "Chair", tags: ["a", "b"], inner: { count: 1, none: null }, é: "ü \u{1F3B5}" };

describe("a text that parsers read differently", () => {
  const json = JSON.stringify(body);
  const inString = (raw: Buffer) => Buffer.concat([Buffer.from('{"name":"'), raw, Buffer.from('"}')]);
  const described = (errors: number) => ({ validate: () => Array(errors).fill({}) }) as unknown as ContractBody;
  const texts = interoperabilityTexts(json, inString, described(0));
  const kindsOf = (bytes: string | Buffer) => readStrictly(Buffer.from(bytes)).map(({ kind }) => kind);

  test.each<[string, string, string[]]>([
    ["byteOrderMark", "mark", ["byte-order-mark"]],
    ["duplicateKeys", "duplicate", ["duplicate-key", "duplicate-key-first", "duplicate-key-same"]],
    ["loneSurrogate", "surrogate", ["lone-surrogate"]],
    ["hugeNumber", "number", ["huge-number", "many-digits"]],
  ])("of the class %s has that alone", (requestClass, kind, names) => {
    const own = texts.filter((text) => text.class === requestClass);
    expect(own.map(({ name }) => name)).toEqual(names);
    for (const { name, bytes } of own) expect(kindsOf(bytes), name).toEqual([kind]);
  });

  test("of the class invalidUtf8 is no UTF-8 JSON", () => {
    const own = texts.filter((text) => text.class === "invalidUtf8");
    expect(own).toHaveLength(8);
    for (const { name, bytes } of own) expect(kindsOf(bytes)[0], name).toMatch(/^(encoding|grammar)$/);
  });

  test.each(["depth", "nullCharacter"])(
    "of the class %s is JSON to every parser with enough memory",
    (requestClass) => {
      const own = texts.filter((text) => text.class === requestClass);
      expect(own).not.toEqual([]);
      for (const { name, bytes } of own) expect(kindsOf(bytes), name).toEqual([]);
    },
  );

  test("has no property more where the object is closed", () => {
    const names = interoperabilityTexts(json, inString, described(1)).map(({ name }) => name);
    expect(names.filter((name) => /huge|prototype|constructor/.test(name))).toEqual([]);
    expect(names).toContain("duplicate-key");
  });

  test.each<[string, string, number]>([
    ["an object, closed or not", json, 1],
    ["an empty object", "{}", 0],
    ["a list", "[1]", 1],
    ["a text", '"a"', 1],
  ])("nests deeply in %s, because parsers recurse before they validate", (_, text, errors) => {
    const nested = interoperabilityTexts(text, undefined, described(errors)).filter(
      ({ class: own }) => own === "depth",
    );
    expect(nested.map(({ name }) => name)).toEqual(["depth-100", "depth-5000", "depth-100000", "depth-objects"]);
    for (const { name, bytes } of nested) expect(() => JSON.parse(String(bytes)), name).not.toThrow();
  });

  test("has no unusual string if the body has no text", () => {
    expect(interoperabilityTexts("[1]", undefined, described(0)).map(({ name }) => name)).toEqual([
      "byte-order-mark",
      "utf-16",
      "utf-16-bare",
      "depth-100",
      "depth-5000",
      "depth-100000",
      "depth-objects",
    ]);
  });
});
