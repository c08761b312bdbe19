import { describe, expect, test } from "vitest";
import { findMediaType, isJson, parseMediaType } from "../../../src/contract/model/media-type.ts";

const read = (value: string) => {
  const parsed = parseMediaType(value);
  return parsed && [parsed.essence, Object.fromEntries(parsed.parameters)];
};

describe("a Content-Type is read", () => {
  test.each<[string, string, Record<string, string>]>([
    ["application/json", "application/json", {}],
    ["Application/JSON", "application/json", {}],
    ["application/vnd.api+json", "application/vnd.api+json", {}],
    ["application/json;charset=utf-8", "application/json", { charset: "utf-8" }],
    ["application/json ; Charset=UTF-8", "application/json", { charset: "UTF-8" }],
    ['text/plain; a="b; c=\\"d\\"" ;e=f', "text/plain", { a: 'b; c="d"', e: "f" }],
    ['text/plain; a=""', "text/plain", { a: "" }],
    ["text/plain;", "text/plain", {}],
    ["text/plain; ;a=b", "text/plain", { a: "b" }],
  ])("%s", (value, essence, parameters) => {
    expect(read(value)).toEqual([essence, parameters]);
  });

  test.each([
    "",
    "json",
    "application",
    "application/",
    "/json",
    "application/json charset=utf-8",
    "application/json; charset",
    "application/json; charset=",
    "application/json; charset= utf-8",
    "application/json; charset =utf-8",
    'application/json; charset="utf-8',
    "application/json, text/plain",
    "application / json",
    " application/json",
  ])("%j is not well formed", (value) => {
    expect(parseMediaType(value)).toBeUndefined();
  });
});

test.each([
  ["application/json", true],
  ["APPLICATION/JSON; charset=utf-8", true],
  ["text/json", true],
  ["application/problem+json", true],
  ["application/*", true],
  ["*/*", true],
  ["application/jsonp", false],
  ["application/json-seq", false],
  ["application/xml", false],
  ["text/*", false],
  ["", false],
])("%j is JSON: %s", (name, expected) => {
  expect(isJson(name)).toBe(expected);
});

describe("the documented media type that covers one", () => {
  test.each<[string[], string, string | undefined]>([
    [["text/plain", "application/json"], "application/json", "application/json"],
    [["*/*", "application/*", "application/json"], "application/json", "application/json"],
    [["*/*", "application/*"], "application/json", "application/*"],
    [["*/*"], "application/json", "*/*"],
    [["Application/JSON; charset=utf-8"], "application/json", "Application/JSON; charset=utf-8"],
    [["application/problem+json"], "application/json", undefined],
    [["text/*"], "application/json", undefined],
    [[], "application/json", undefined],
  ])("of %j for %s is %s", (documented, essence, found) => {
    expect(findMediaType(documented, essence)).toBe(found);
  });
});
