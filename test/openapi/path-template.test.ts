import { describe, expect, test } from "vitest";
import { compilePathTemplate, indexPaths } from "../../src/openapi/path-template.ts";

describe("a path template", () => {
  test.each<[string, string, [string, string][] | undefined]>([
    ["/things", "/things", []],
    ["/things", "/things/", undefined],
    ["/things/{id}", "/things/5", [["id", "5"]]],
    ["/things/{id}", "/things/", undefined],
    ["/things/{id}", "/things/5/parts", undefined],
    ["/things/{id}.json", "/things/5.json", [["id", "5"]]],
    ["/things/{id}.json", "/things/5xjson", undefined],
    [
      "/{a}/{b}",
      "/1/2%2F3",
      [
        ["a", "1"],
        ["b", "2%2F3"],
      ],
    ],
  ])("%s against %s", (template, path, expected) => {
    const found = compilePathTemplate(template).match(path);
    expect(found && [...found]).toEqual(expected);
  });

  test("has the names of its parameters", () => {
    expect(compilePathTemplate("/{a}/b/{c}").names).toEqual(["a", "c"]);
  });
});

describe("an index of paths", () => {
  const index = indexPaths(
    ["/things", "/things/{id}", "/things/new", "/things/{name}", "/things/{id}.json", "/{any}/new/"].map(
      (template) => [template, template] as const,
    ),
  );

  test.each<[string, string[]]>([
    ["/things", ["/things"]],
    ["/things/5", ["/things/{id}", "/things/{name}"]],
    ["/things/new", ["/things/new", "/things/{id}", "/things/{name}"]],
    ["/things/5.json", ["/things/{id}", "/things/{name}", "/things/{id}.json"]],
    ["/things/new/", ["/{any}/new/"]],
    ["/things/", []],
    ["/", []],
    ["/other", []],
  ])("finds %s as %j", (path, templates) => {
    expect(index.find(path)).toEqual(templates);
  });
});
