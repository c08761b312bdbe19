import { describe, expect, test } from "vitest";
import { isExpressible } from "../../../src/contract/bodies/body-format.ts";
import { fileText } from "../../../src/contract/values/files.ts";
import { objectOf, readForm, writerOf } from "./writer.ts";

const mediaType = "multipart/form-data";
const string = { type: "string" };
const file = { type: "string", format: "binary" };
const writer = writerOf(
  mediaType,
  objectOf(
    {
      photo: file,
      pages: { type: "array", items: file, minItems: 1, maxItems: 2 },
      name: string,
      age: { type: "integer" },
      place: objectOf({ city: string }),
      tags: { type: "array", items: string },
      spots: { type: "array", items: objectOf({ x: { type: "integer" } }) },
    },
    { required: ["photo"] },
  ),
  { pages: { contentType: "image/*, application/pdf" } },
);
const read = (value: unknown, own = writer) => readForm(own.encode(value), own.contentType);

test("a part for each field and each item, files last, as another parser reads them", async () => {
  const name = 'Grüße "\r\n\u{1F3B5}--';
  const value = { photo: "bytes", name, age: 5, tags: ["a", "b"], place: { city: "Rom" }, spots: [{ x: 1 }, { x: 2 }] };
  expect(await read(value)).toEqual([
    ["name", name],
    ["age", "5"],
    ["tags", "a"],
    ["tags", "b"],
    ["place", '{"city":"Rom"}'],
    ["spots", '{"x":1}'],
    ["spots", '{"x":2}'],
    ["photo", "file.bin application/octet-stream bytes"],
  ]);
  expect(writer.validate(value)).toEqual([]);
});

test("a part has a media type where it is JSON, a file, or stated", () => {
  const text = writer.encode({ photo: "bytes", name: "n", place: {} }).toString();
  expect(text).toContain('name="name"\r\n\r\nn\r\n');
  expect(text).toContain('name="place"\r\nContent-Type: application/json\r\n\r\n{}\r\n');
  expect(text).toContain(
    'name="photo"; filename="file.bin"\r\nContent-Type: application/octet-stream\r\n\r\nbytes\r\n',
  );
  const stated = writerOf(mediaType, objectOf({ a: string }), { a: { contentType: "text/html" } });
  expect(stated.encode({ a: "b" }).toString()).toContain('name="a"\r\nContent-Type: text/html\r\n\r\nb\r\n');
});

describe("a file is what the document says it is", () => {
  test("bytes that are a PNG where images are asked for", () => {
    const bytes = writer.encode({ photo: "a", pages: [fileText] });
    expect(bytes.toString()).toContain('name="pages"; filename="file.png"\r\nContent-Type: image/png\r\n\r\n');
    expect(bytes.includes(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))).toBe(true);
  });

  test.each<[string, object, string]>([
    ["of the media type of its schema", { ...string, contentMediaType: "text/csv" }, "file.csv text/csv x"],
    ["not where it is written in text", { ...string, contentMediaType: "image/png", contentEncoding: "base64" }, "x"],
  ])("%s", async (_, schema, expected) => {
    expect(await read({ a: "x" }, writerOf(mediaType, objectOf({ a: schema })))).toEqual([["a", expected]]);
  });
});

test("a list of files has bounds like any other", () => {
  const keywords = (pages: string[]) => writer.validate({ photo: "a", pages }).map(({ keyword }) => keyword);
  expect(keywords(["a", "b"])).toEqual([]);
  expect(keywords(["a", "b", "c"])).toEqual(["maxItems"]);
});

test.each<[string, unknown]>([
  ["a number in place of a file", { photo: 5 }],
  ["null in place of a file", { photo: null }],
  ["null in a text", { photo: "a", name: null }],
])("%s cannot be written", (_, value) => {
  expect(isExpressible(writer.validate(value))).toBe(false);
});

test("texts have no types, JSON has", () => {
  expect(writer.validate({ photo: "a", age: "5" })).toEqual([]);
  expect(writer.validate({ photo: "a", spots: [{ x: "1" }] })).toMatchObject([{ path: "/spots/0/x", keyword: "type" }]);
});

test("an object with the style deepObject has a part for each of its properties", async () => {
  const own = writerOf(mediaType, objectOf({ a: objectOf({ b: string }) }), {
    a: { style: "deepObject", explode: true },
  });
  expect(await read({ a: { b: "c" } }, own)).toEqual([["a[b]", "c"]]);
});

test("other bytes of the same value are read as the same", async () => {
  const value = { photo: "bytes", name: "n" };
  for (const { name, bytes, contentType = writer.contentType } of writer.equivalent(value)) {
    // This parser knows no preamble, which RFC 2046 allows.
    if (name !== "same-preamble") expect(await readForm(bytes, contentType), name).toEqual(await read(value));
  }
});

test("what is malformed is not read", async () => {
  const texts = writer.malformed({ photo: "bytes", name: "n" });
  expect(texts.length).toBeGreaterThan(4);
  for (const { name, bytes, contentType = writer.contentType } of texts)
    await expect(readForm(bytes, contentType), name).rejects.toThrow();
});
