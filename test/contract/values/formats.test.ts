import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { formatNearMisses } from "../../../src/contract/values/format-near-misses.ts";
import { formatExamples } from "../../../src/contract/values/formats.ts";
import { casesOf, documentWith } from "../cases/plan.ts";
import { formatGrammars } from "./format-grammars.ts";

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const holds = (format: string, text: string) => ajv.validate({ type: "string", format }, text);

describe("the valid samples of a format", () => {
  test("are there for each format that has a grammar, and no other", () => {
    expect(Object.keys(formatExamples).sort()).toEqual(Object.keys(formatGrammars).sort());
  });

  test.each(Object.entries(formatGrammars))("are of its grammar: %s, $defined", (format, grammar) => {
    const samples = formatExamples[format] ?? [];
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.filter((text) => !grammar.holds(text))).toEqual([]);
    // A grammar that takes anything checks nothing.
    expect(grammar.holds("a\nb (")).toBe(false);
  });

  test.each(Object.keys(formatExamples).filter((format) => typeof ajv.formats[format] === "object"))(
    "are of the format by another check, too: %s",
    (format) => {
      for (const text of formatExamples[format] ?? []) expect(holds(format, text), text).toBe(true);
    },
  );
});

describe("what a case sends as valid for a format", () => {
  /** Every string that is sent for that schema in a request which is due to succeed. */
  const only = ["examples", "boundaries", "pairs", "parameters", "repeat"];
  const sentFor = (schema: object) => {
    const value = { type: "string", ...schema };
    const list = { type: "array", uniqueItems: true, items: value };
    const document = documentWith({
      type: "object",
      required: ["value", "list"],
      properties: { value, list, maybe: value },
      additionalProperties: false,
    });
    const parameters = [{ name: "q", in: "query", schema: value }];
    const post = document.paths?.["/things"]?.post as object;
    const cases = casesOf({ ...document, paths: { "/things": { post: { ...post, parameters } } } }, { only });
    return cases
      .filter(({ expected }) => expected.outcome === "success")
      .flatMap(({ requests }) => requests)
      .flatMap(({ body, target }) => {
        const json = JSON.parse(body?.toString() || "{}");
        return [json.value, json.maybe, ...(json.list ?? []), new URLSearchParams(target.split("?")[1]).get("q")];
      })
      .filter((text) => typeof text === "string");
  };

  const plain = Object.entries(formatGrammars);
  test.each(plain)("is of its grammar: %s", (format, grammar) => {
    for (const more of [{}, { maxLength: 64 }, { minLength: 1 }]) {
      const sent = sentFor({ format, ...more });
      expect(sent).toContain(formatExamples[format]?.[0]);
      expect([...new Set(sent)].filter((text) => !grammar.holds(text))).toEqual([]);
    }
  });

  test("is of its grammar where a pattern allows more: a decimal of Django REST", () => {
    const sent = sentFor({ format: "decimal", pattern: "^-?\\d{0,8}(?:\\.\\d{0,2})?$" });
    expect([...new Set(sent)].filter((text) => !formatGrammars.decimal?.holds(text))).toEqual([]);
  });

  test.each(["base64", "base64url", "base32", "base16", "quoted-printable"])(
    "is of the grammar of the encoding of its content: %s",
    (contentEncoding) => {
      const sent = sentFor({ contentEncoding });
      expect(sent).toContain(formatExamples[contentEncoding]?.[0]);
      expect([...new Set(sent)].filter((text) => !formatGrammars[contentEncoding]?.holds(text))).toEqual([]);
    },
  );

  test("is of the media type of its content", () => {
    expect(new Set(sentFor({ contentMediaType: "application/json" }))).toEqual(new Set(["{}"]));
  });

  test("of a format that nothing knows is the example alone", () => {
    expect(new Set(sentFor({ format: "isbn", example: "978-3-16-148410-0" }))).toEqual(new Set(["978-3-16-148410-0"]));
  });

  test.each(["password", "binary"])("of the format %s is any text", (format) => {
    expect(new Set(sentFor({ format })).size).toBeGreaterThan(20);
  });
});

describe("what is near a format is not of it, by another check", () => {
  test.each(Object.keys(formatNearMisses))("%s", (format) => {
    const [valid = ""] = formatExamples[format] ?? [];
    const misses = formatNearMisses[format]?.(valid) ?? [];
    expect(misses).not.toEqual([]);
    const taken = misses.filter(({ value, disputed }) => !disputed && holds(format, value));
    expect(taken.map(({ value }) => value)).toEqual([]);
  });
});

describe("what is near a UUID is no UUID, whichever it is made from", () => {
  const uuids = [
    ["of digits alone", "12345678-1234-4234-8234-123456789012"],
    ["of letters where it may", "abcdefab-abcd-4bcd-abcd-abcdefabcdef"],
    ["in capitals", "0F5A8AC1-6C4B-4D29-9A51-0A7F6D3C2B10"],
    ["of zeros", "00000000-0000-0000-0000-000000000000"],
  ];
  test.each(uuids)("%s", (_, uuid = "") => {
    const misses = formatNearMisses.uuid?.(uuid) ?? [];
    expect(misses.filter(({ value, disputed }) => !disputed && holds("uuid", value)).map(({ value }) => value)).toEqual(
      [],
    );
  });
});
