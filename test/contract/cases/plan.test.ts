import { describe, expect, test } from "vitest";
import { families } from "../../../src/contract/cases/index.ts";
import type { TestCase } from "../../../src/contract/test-case.ts";
import { thingsDocument } from "../chain/things-api.ts";
import { bytesOf, casesOf, documentWith, familyOf, plan } from "./plan.ts";
import { workshop } from "./workshop.ts";

const cases = casesOf(workshop);
const idsOf = (list: TestCase[]) => list.map(({ id }) => id);
const twice = (ids: string[]) => [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];

describe("the name of a case", () => {
  test("is its own", () => {
    expect(twice(idsOf(cases))).toEqual([]);
  });

  test.each<[string, object]>([
    ["a list that may have one item or two", { type: "array", minItems: 1, maxItems: 2, items: { type: "string" } }],
    ["a list of lists", { type: "array", items: { type: "array", items: { type: "string" } } }],
    [
      "a list of objects with lists",
      {
        type: "array",
        items: { type: "object", required: ["a"], properties: { a: { type: "array", items: { type: "integer" } } } },
      },
    ],
    [
      "a number that may be a text",
      { type: "object", required: ["a"], properties: { a: { type: ["integer", "string"], example: 5 } } },
    ],
    ["several examples", { type: "string", example: "one", examples: ["two", "three"] }],
    [
      "names with slashes and dots",
      {
        type: "object",
        required: ["a/b", "a.b", "a~b", ""],
        properties: {
          "a/b": { type: "string" },
          "a.b": { type: "string" },
          "a~b": { type: "string" },
          "": { type: "string" },
        },
      },
    ],
  ])("is its own with %s", (_, schema) => {
    expect(twice(idsOf(casesOf(documentWith(schema))))).toEqual([]);
  });

  test("is its own with an example beside those of the schema", () => {
    const schema = { type: "string", example: "two", examples: ["three"] };
    const requestBody = { required: true, content: { "application/json": { schema, example: "one" } } };
    expect(twice(idsOf(casesOf(documentWith(schema, {}, { requestBody }))))).toEqual([]);
  });

  test("begins with its operation and its family", () => {
    for (const { id, family } of cases) expect(id).toMatch(new RegExp(`^make/${family}/.`));
  });
});

test("every family has cases for the workshop or for things, and each a title and a place in the document", () => {
  // The workshop's body has one media type.
  const own = Object.keys(families).filter((family) => family !== "other-media-types");
  const all = [...cases, ...familyOf(thingsDocument(), "lifecycle")];
  expect(new Set(all.map(({ family }) => family))).toEqual(new Set([...own, "recovery"]));
  for (const { id, title, pointer } of all) {
    expect(title, id).toMatch(/\S/);
    expect(pointer, id).toMatch(/^\/(paths|components|security)/);
  }
});

describe("the same seed", () => {
  test("gives the same cases, to the byte", () => {
    expect(bytesOf(casesOf(workshop)) === bytesOf(cases)).toBe(true);
  });

  test("gives the same cases whatever was planned before, and whichever families are wanted", () => {
    casesOf(documentWith({ type: "string" }), { seed: 9 });
    const own = casesOf(workshop, { only: ["pairs"] }).filter(({ family }) => family === "pairs");
    expect(bytesOf(own)).toBe(bytesOf(cases.filter(({ family }) => family === "pairs")));
  });
});

describe("another seed", () => {
  const other = casesOf(workshop, { seed: 2 });
  const of = (list: TestCase[], names: RegExp) => list.filter(({ family }) => names.test(family));

  test("chooses other values where chance has a say", () => {
    expect(bytesOf(of(other, /^(pairs|repeat|concurrency)$/))).not.toBe(
      bytesOf(of(cases, /^(pairs|repeat|concurrency)$/)),
    );
  });

  test("changes nothing else", () => {
    const fixed =
      /^(examples|required|type|additional-properties|body-syntax|media-type|credentials|accept|headers|methods|paths)$/;
    expect(bytesOf(of(other, fixed))).toBe(bytesOf(of(cases, fixed)));
  });
});

describe("shards", () => {
  const isProbe = (id: string) => id.includes("/recovery/");
  test.each([1, 4])("%i of them have every case once", (total) => {
    const shards = Array.from({ length: total }, (_, index) =>
      casesOf(workshop, { shard: { index: index + 1, total } }),
    );
    const ids = shards.flatMap(idsOf).filter((id) => !isProbe(id));
    expect(ids.sort()).toEqual(
      idsOf(cases)
        .filter((id) => !isProbe(id))
        .sort(),
    );
  });

  test("have their cases in the same bytes as the whole", () => {
    const whole = new Map(cases.map((planned) => [planned.id, bytesOf([planned])]));
    const part = casesOf(workshop, { shard: { index: 2, total: 3 } });
    // The whole begins with the valid request itself, so it has no probe before its first case.
    const own = part.filter(({ id }) => id !== "make/recovery/before");
    expect(own).not.toEqual([]);
    for (const planned of own) expect(bytesOf([planned])).toBe(whole.get(planned.id));
  });

  test("begin with a valid request, whichever it is", () => {
    for (const index of [2, 3]) {
      const [first] = casesOf(workshop, { shard: { index, total: 4 } });
      expect(first?.id).toMatch(/^make\/(recovery\/before|examples\/)/);
    }
  });
});

describe("a plan", () => {
  test("has a valid request after each family that it wants, and no case of another", () => {
    const ids = idsOf(casesOf(workshop, { only: ["required", "type"] }));
    expect(new Set(ids.map((id) => id.split("/")[1]))).toEqual(new Set(["recovery", "required", "type"]));
    expect(ids[0]).toBe("make/recovery/before");
    expect(ids.filter((id) => id.includes("recovery"))).toEqual(
      ["before", "after-required", "after-type"].map((name) => `make/recovery/${name}`),
    );
    expect(ids.at(-1)).toBe("make/recovery/after-type");
  });

  test("puts what precedes every path before each target", () => {
    const targets = casesOf(workshop, { basePath: "/api/v1" }).flatMap(({ requests }) =>
      requests.map(({ target }) => target),
    );
    expect(targets.filter((target) => !target.startsWith("/api/v1/"))).toEqual([]);
  });

  test("is made from request overrides", () => {
    const body = { name: "Given" };
    const schema = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
    const requestOverrides = new Map([["make", { body, parameters: {} }]]);
    const [first] = casesOf(documentWith(schema), { requestOverrides });
    expect(first?.requests[0]?.body?.toString()).toBe(JSON.stringify(body));
  });

  test("names an invalid request override", () => {
    const requestOverrides = new Map([["make", { body: 5 }]]);
    expect(plan(documentWith({ type: "string" }), { requestOverrides })[0]).toEqual({
      skipped: { what: "make", why: "the body of the request overrides is not valid: the body must be string" },
    });
  });

  test("is made when it is asked for", () => {
    const item = documentWith({ type: "object", required: ["a"], properties: { a: { type: "string" } } }).paths?.[
      "/things"
    ];
    const paths = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `/things/${index}`,
        { post: { ...(item?.post as object), operationId: `make${index}` } },
      ]),
    );
    const ids = idsOf(casesOf({ ...documentWith({}), paths }, { only: ["required"] }));
    expect(ids.filter((id) => id.endsWith("/required//a/absent"))).toHaveLength(300);
  });
});
