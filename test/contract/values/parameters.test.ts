import { describe, expect, test } from "vitest";
import type { ContractOperation, ContractParameter } from "../../../src/contract/model/operation.ts";
import { parameterKey, renderParameters } from "../../../src/contract/values/parameters.ts";

/** Renders one parameter of `/a/{color}`. */
function render(parameter: Partial<ContractParameter>, value: unknown) {
  const whole = {
    name: "color",
    style: "simple",
    explode: false,
    mediaType: undefined,
    ...parameter,
  } as ContractParameter;
  const operation = { path: "/a/{color}/b", query: [], parameters: [whole] } as unknown as ContractOperation;
  return renderParameters(operation, new Map([[parameterKey(whole), value]]));
}

const inPath = (style: string, explode: boolean, value: unknown) =>
  render({ in: "path", style, explode }, value).path.replace(/^\/a\/(.*)\/b$/, "$1");
const inQuery = (style: string, explode: boolean, value: unknown) =>
  render({ in: "query", style, explode }, value).query.join("&");

const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

// https://spec.openapis.org/oas/v3.1.1#style-examples
describe("a path parameter is written as OpenAPI's table has it", () => {
  test.each<[string, boolean, string, string, string]>([
    ["simple", false, "blue", "blue,black,brown", "R,100,G,200,B,150"],
    ["simple", true, "blue", "blue,black,brown", "R=100,G=200,B=150"],
    ["label", false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
    ["label", true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
    ["matrix", false, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
    ["matrix", true, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
  ])("%s, explode %s: %s %s %s", (style, explode, ...expected) => {
    expect(["blue", list, object].map((value) => inPath(style, explode, value))).toEqual(expected);
  });

  test("what would end the segment or the path is percent-encoded", () => {
    expect(inPath("simple", false, "a/b?c#d%e f")).toBe("a%2Fb%3Fc%23d%25e%20f");
    expect(inPath("simple", false, "日本")).toBe("%E6%97%A5%E6%9C%AC");
  });

  test("a comma that is no separator is percent-encoded", () => {
    expect(inPath("simple", false, ["a,b", "c"])).toBe("a%2Cb,c");
    expect(inPath("label", true, "a,b")).toBe(".a%2Cb");
  });

  test("text that looks like a replacement stays as it is", () => {
    expect(inPath("simple", false, "$&$1")).toBe("%24%26%241");
  });

  test("numbers and truth are written as JSON has them", () => {
    expect([1.5, true, null].map((value) => inPath("simple", false, value))).toEqual(["1.5", "true", "null"]);
  });
});

describe("a query parameter is written as OpenAPI's table has it", () => {
  test.each<[string, boolean, string, string, string]>([
    ["form", false, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    ["form", true, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
    ["spaceDelimited", false, "color=blue", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"],
    ["pipeDelimited", false, "color=blue", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"],
  ])("%s, explode %s: %s %s %s", (style, explode, ...expected) => {
    expect(["blue", list, object].map((value) => inQuery(style, explode, value))).toEqual(expected);
  });

  test("deepObject has a pair for each property", () => {
    expect(inQuery("deepObject", true, object)).toBe("color[R]=100&color[G]=200&color[B]=150");
  });

  test("an empty text has its name all the same, and an empty list nothing where it is exploded", () => {
    expect(inQuery("form", true, "")).toBe("color=");
    expect(inQuery("form", true, [])).toBe("");
  });

  test("what would end the value is percent-encoded, in names too", () => {
    expect(inQuery("form", true, "a&b=c+d e#f")).toBe("color=a%26b%3Dc%2Bd%20e%23f");
    expect(inQuery("form", false, ["a,b", "c"])).toBe("color=a%2Cb,c");
    expect(inQuery("form", true, { "a b": 1 })).toBe("a%20b=1");
  });

  test("one with a media type is its JSON", () => {
    const rendered = render({ in: "query", style: "form", mediaType: "application/json" }, { a: [1] });
    expect(rendered.query).toEqual([`color=${encodeURIComponent('{"a":[1]}')}`]);
  });
});

describe("a header", () => {
  test.each<[boolean, unknown, string]>([
    [false, "blue", "blue"],
    [false, list, "blue,black,brown"],
    [false, object, "R,100,G,200,B,150"],
    [true, object, "R=100,G=200,B=150"],
  ])("explode %s: %j is %s", (explode, value, text) => {
    expect(render({ in: "header", explode }, value).headers).toEqual([["color", text]]);
  });

  test("is not percent-encoded", () => {
    expect(render({ in: "header" }, "a b/c").headers).toEqual([["color", "a b/c"]]);
  });
});

test("a cookie is a pair, percent-encoded", () => {
  expect(render({ in: "cookie", style: "form" }, "a b;c").cookies).toEqual(["color=a%20b%3Bc"]);
});

test("what has no value is not sent, and a path keeps its template", () => {
  expect(render({ in: "query" }, undefined)).toEqual({ path: "/a/{color}/b", query: [], headers: [], cookies: [] });
});
