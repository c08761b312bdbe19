import { expect, test } from "vitest";
import { isExpressible } from "../../../src/contract/bodies/body-format.ts";
import type { Schema } from "../../../src/openapi/document.ts";
import { writerOf } from "./writer.ts";

const textOf = (schema: Schema) => writerOf("text/plain", schema);

test("a text is its own bytes, and so are a number and a boolean", () => {
  const writer = textOf({ type: "string" });
  expect(writer.encode("Grüße\n").toString()).toBe("Grüße\n");
  expect(writer.encode(5).toString()).toBe("5");
  expect(writer.contentType).toBe("text/plain");
});

test("a text has no types", () => {
  expect(textOf({ type: "integer" }).validate("5")).toEqual([]);
  expect(textOf({ type: "string" }).validate(5)).toEqual([]);
  expect(textOf({ type: "integer" }).validate("five")).toMatchObject([{ keyword: "type" }]);
  expect(textOf({ type: "string", maxLength: 2 }).validate("abc")).toMatchObject([{ keyword: "maxLength" }]);
});

test.each([[null], [{}], [["a"]], [""]])("%j is not sent", (value) => {
  expect(isExpressible(textOf({}).validate(value))).toBe(false);
});

test("a charset is written once", () => {
  const types = (mediaType: string) =>
    writerOf(mediaType, {})
      .equivalent("a")
      .map(({ contentType }) => contentType);
  expect(types("text/plain")).toEqual(["text/plain; charset=utf-8"]);
  expect(types("text/plain; charset=utf-8")).toEqual([]);
});
