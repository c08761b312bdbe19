import { describe, expect, test } from "vitest";
import { listsIn, scalarsIn } from "../../src/openapi/text-values.ts";

describe("a text may stand for several values, the text itself last", () => {
  test.each<[string, unknown[]]>([
    ["5", [5, "5"]],
    ["-1.5e3", [-1500, "-1.5e3"]],
    ["0x10", ["0x10"]],
    ["true", [true, "true"]],
    ["False", ["False"]],
    ["", [""]],
  ])("%j", (text, values) => {
    expect(scalarsIn(text)).toEqual(values);
  });

  test.each<[string, string[], unknown[]]>([
    ["5", ["string"], ["5"]],
    ["5", ["integer"], [5, "5"]],
    ["true", ["number"], ["true"]],
    ["true", ["boolean", "null"], [true, "true"]],
  ])("%j where the schema allows %j", (text, types, values) => {
    expect(scalarsIn(text, { types })).toEqual(values);
  });

  test.each<[string, unknown[]]>([
    ["0x10", [16, "0x10"]],
    ["1", [1, true, "1"]],
    ["off", [false, "off"]],
    ["null", [null, "null"]],
    [" a", ["a", " a"]],
    [" ", ["", " "]],
  ])("%j as a lenient server reads it", (text, values) => {
    expect(scalarsIn(text, { lenient: true })).toEqual(values);
  });
});

test("texts may stand for a list of texts, or of what they look like", () => {
  expect(listsIn(["1", "a", "true"])).toEqual([
    ["1", "a", "true"],
    [1, "a", true],
  ]);
});
