import { describe, expect, test } from "vitest";
import { isExpressible } from "../../../src/contract/bodies/body-format.ts";
import { objectOf, readForm, writerOf } from "./writer.ts";

const mediaType = "application/x-www-form-urlencoded";
const string = { type: "string" };
const listOf = (items: object) => ({ type: "array", items });
const place = objectOf({ city: string, zip: { type: "integer" } });
const form = writerOf(
  mediaType,
  objectOf(
    {
      name: { ...string, minLength: 2 },
      code: string,
      age: { type: "integer" },
      member: { type: ["boolean", "null"] },
      tags: listOf({ ...string, maxLength: 3 }),
      sizes: listOf({ type: "integer" }),
      place,
    },
    { required: ["name"] },
  ),
);
const textOf = (value: unknown, writer = form) => writer.encode(value).toString();

describe("a form writes", () => {
  test.each<[string, unknown, string]>([
    ["texts, with spaces and signs escaped", { name: "a b&c=d+é" }, "name=a+b%26c%3Dd%2B%C3%A9"],
    ["numbers and booleans as texts", { age: 5, member: true }, "age=5&member=true"],
    ["a field for each item of a list", { tags: ["a", "b"] }, "tags=a&tags=b"],
    ["an object as JSON", { place: { city: "Rom" } }, "place=%7B%22city%22%3A%22Rom%22%7D"],
    ["an undescribed property as text", { more: 1 }, "more=1"],
  ])("%s", (_, value, text) => {
    expect(textOf(value)).toBe(text);
  });

  test("what another parser reads as the same", async () => {
    const name = "Grüße 日本 \u{1F3B5} \r\n%20+&=";
    expect(await readForm(form.encode({ name, tags: ["a", "b c"] }), form.contentType)).toEqual([
      ["name", name],
      ["tags", "a"],
      ["tags", "b c"],
    ]);
  });

  test.each<[string, object, unknown, string]>([
    ["a list in one text", { style: "form", explode: false }, ["a", "b"], "a=a,b"],
    ["a list with pipes", { style: "pipeDelimited", explode: false }, ["a", "b"], "a=a%7Cb"],
    ["an object as pairs in brackets", { style: "deepObject", explode: true }, { b: 1, c: "d" }, "a[b]=1&a[c]=d"],
    ["an object as fields of their own", { style: "form", explode: true }, { b: 1, c: "d" }, "b=1&c=d"],
    ["JSON, where the media type is stated", { contentType: "application/json" }, "text", "a=%22text%22"],
  ])("%s, as its encoding says", (_, encoding, value, text) => {
    const schema = Array.isArray(value) ? listOf(string) : typeof value === "object" ? objectOf({}) : string;
    expect(textOf({ a: value }, writerOf(mediaType, objectOf({ a: schema }), { a: encoding }))).toBe(text);
  });
});

describe("a form cannot tell", () => {
  test.each<[string, object]>([
    ["a number from its text", { name: "ab", age: "5" }],
    ["a text from the number that it looks like", { name: "ab", code: 5 }],
    ["a boolean from its text", { name: "ab", member: "true" }],
    ["the items of a list from their texts", { name: "ab", sizes: ["1", "2"], tags: [1, 27] }],
  ])("%s: it is no error", (_, value) => {
    expect(form.validate(value)).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["null", { name: "ab", member: null }],
    ["an empty text from none", { name: "ab", code: "" }],
    ["an empty list from none", { name: "ab", tags: [] }],
    ["one item from a list of it", { name: "ab", tags: "a" }],
    ["a list where a text belongs", { name: ["ab"] }],
    ["an object where a text belongs", { name: {} }],
    ["a name with brackets", { name: "ab", "a[b]": "c" }],
    ["an empty name", { name: "ab", "": "c" }],
    ["what is no object", "text"],
    ["a list", [{ name: "ab" }]],
  ])("%s: it is not sent, as valid or as invalid", (_, value) => {
    const errors = form.validate(value);
    expect(errors).not.toEqual([]);
    expect(isExpressible(errors)).toBe(false);
  });

  test("an item that has what separates items", () => {
    const encoding = { a: { style: "form", explode: false } };
    const writer = writerOf(mediaType, objectOf({ a: listOf(string) }), encoding);
    expect(isExpressible(writer.validate({ a: ["b,c"] }))).toBe(false);
    expect(writer.validate({ a: ["b", "c"] })).toEqual([]);
  });
});

describe("what is wrong in every reading is an error, the one of the schema", () => {
  test.each<[string, unknown, string, string]>([
    ["an absent field", {}, "/name", "required"],
    ["a text that is too short", { name: "a" }, "/name", "minLength"],
    ["an empty text, be it absent or not", { name: "" }, "/name", "required"],
    ["a word where a number belongs", { name: "ab", age: "many" }, "/age", "type"],
    ["a fraction where an integer belongs", { name: "ab", age: 1.5 }, "/age", "type"],
    ["a number where a boolean belongs", { name: "ab", member: 5 }, "/member", "type"],
    ["a number whose text is too short", { name: 5 }, "/name", "minLength"],
    ["an item that is too long", { name: "ab", tags: ["a", "long"] }, "/tags/1", "maxLength"],
    ["a text in JSON, which has types", { name: "ab", place: { zip: "1" } }, "/place/zip", "type"],
  ])("%s", (_, value, path, keyword) => {
    const errors = form.validate(value);
    expect(errors).toHaveLength(1);
    if (keyword !== "required") expect(errors).toMatchObject([{ path, keyword }]);
    expect(isExpressible(errors)).toBe(true);
  });
});

describe("an absent field may count as", () => {
  const required = (properties: object) => writerOf(mediaType, objectOf(properties, { required: ["a"] }));

  test.each<[string, object]>([
    ["a box that is not ticked", { a: { type: "boolean" } }],
    ["a list without items", { a: listOf(string) }],
  ])("%s: its absence is not sent, as valid or as invalid", (_, properties) => {
    expect(isExpressible(required(properties).validate({ other: "x" }))).toBe(false);
  });

  test.each<[string, object]>([
    ["a box that must be ticked", { a: { const: true, type: "boolean" } }],
    ["a list that has an item at least", { a: { ...listOf(string), minItems: 1 } }],
    ["a text", { a: string }],
  ])("nothing else: without %s the form is not valid", (_, properties) => {
    expect(required(properties).validate({ other: "x" })).toMatchObject([{ keyword: "required" }]);
  });
});

test("other bytes of the same value are read as the same", async () => {
  const value = { name: "ab c", tags: ["x", "y"], age: 12 };
  const sorted = (fields: [string, string][]) => fields.map((field) => field.join("=")).sort();
  const plain = sorted(await readForm(form.encode(value), form.contentType));
  const others = form.equivalent(value);
  expect(others.length).toBeGreaterThan(2);
  for (const { bytes, name } of others) {
    expect(String(bytes), name).not.toBe(textOf(value));
    expect(sorted(await readForm(bytes, form.contentType)), name).toEqual(plain);
  }
});

test("JSON in place of a form breaks the document where a field is required, and is a lesser matter elsewhere", () => {
  const basisOf = (writer = form) =>
    writer.malformed({ name: "ab" }).find(({ name }) => name === "malformed-json")?.basis;
  expect(basisOf()).toBeUndefined();
  expect(basisOf(writerOf(mediaType, objectOf({ name: string })))).toBe("recommendation");
});
