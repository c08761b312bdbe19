import { describe, expect, test } from "vitest";
import { documentOf } from "./documents.ts";
import type { Handler } from "./serve.ts";
import { app, create, get, list, one, only } from "./things.ts";
import { testVerdicts, verdictOn } from "./verdict.ts";

describe("the path and the method", () => {
  const document = documentOf({ "/things": { ...create([201, 415, 422]), ...list } });
  testVerdicts([
    ["a final slash, doubled slashes and case do not matter", only("/things", { loosePaths: true }), document, []],
    [
      "neither do they behind a parameter",
      one("GET", { loosePaths: true }),
      documentOf({ "/things/{id}": get("1", [200, 404]) }),
      [],
    ],
    ["a suffix is the format", only("/things", { formatSuffix: true }), document, []],
    ["Allow names the methods of one route", only("/things", { partialAllow: true }), document, []],
  ]);

  test("what x-contract says of paths holds", async () => {
    const strict = { ...document.paths?.["/things"] } as { get: object };
    const paths = { "/things": { get: { ...strict.get, "x-contract": { statuses: { path: 404 } } } } };
    const { errors } = await verdictOn(app("GET", "/things", { loosePaths: true }), documentOf(paths));
    expect(errors).toEqual(["listThings/status/path 200"]);
  });

  test("a longer path that is taken for the documented one is an error", async () => {
    const longer: Handler = (asked) =>
      asked.path.startsWith("/things") ? only("/things")({ ...asked, path: "/things" }) : only("/things")(asked);
    expect((await verdictOn(longer, document)).errors).toEqual([
      "createThing/negative-data-rejection/path /paths/~1things",
      "listThings/negative-data-rejection/path /paths/~1things",
    ]);
  });
});
