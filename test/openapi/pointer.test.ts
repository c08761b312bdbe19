import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keysOf, pointTo, readablePath, valueAt, withValue } from "../../src/openapi/pointer.ts";

describe("a pointer and its keys", () => {
  test.each([
    ["", []],
    ["/", [""]],
    ["/a/b", ["a", "b"]],
    ["/a~1b/m~0n", ["a/b", "m~n"]],
    ["/~01", ["~1"]],
    ["//", ["", ""]],
    ["/0/__proto__", ["0", "__proto__"]],
  ])("%j leads along %j, and back", (pointer, keys) => {
    expect(keysOf(pointer)).toEqual(keys);
    expect(pointTo("", ...keys)).toBe(pointer);
  });

  test("any keys come back", () => {
    const key = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("~", "/", "~1", "~0", "", "__proto__"));
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        expect(keysOf(pointTo("", ...keys))).toEqual(keys);
      }),
      { seed: 1 },
    );
  });

  test("a pointer goes on from another", () => {
    expect(pointTo("/paths", "/a", "get", "parameters", 0)).toBe("/paths/~1a/get/parameters/0");
  });
});

describe("what stands at a pointer", () => {
  const root = JSON.parse('{"a":[{"b":null}],"":1,"x/y":{"m~n":2},"__proto__":{"c":3}}');
  test.each<[string, unknown]>([
    ["", root],
    ["/a/0/b", null],
    ["/", 1],
    ["/x~1y/m~0n", 2],
    ["/__proto__/c", 3],
    ["/a/1", undefined],
    ["/a/0/b/c", undefined],
    ["/nothing/at/all", undefined],
  ])("%j", (pointer, value) => {
    expect(valueAt(root, pointer)).toEqual(value);
  });

  test.each(["/__proto__", "/constructor", "/toString/name", "/a/length/x"])(
    "%s leads nowhere where it is not the value's own",
    (pointer) => {
      expect(valueAt({ a: [] }, pointer)).toBeUndefined();
    },
  );
});

describe("a copy with another value at a pointer", () => {
  test.each<[string, unknown, string, unknown, unknown]>([
    ["the whole", { a: 1 }, "", 2, 2],
    ["a property", { a: 1, b: 2 }, "/a", null, { a: null, b: 2 }],
    ["a new property", { a: 1 }, "/b", 2, { a: 1, b: 2 }],
    ["a property with an odd name", { "a/b": 1 }, "/a~1b", 2, { "a/b": 2 }],
    ["an item", [1, 2, 3], "/1", 9, [1, 9, 3]],
    ["an item after the last", [1], "/1", 2, [1, 2]],
    ["inside a list", { a: [{ b: 1 }, { b: 2 }] }, "/a/1/b", 3, { a: [{ b: 1 }, { b: 3 }] }],
    ["an item taken away, so that the others move up", [1, 2, 3], "/0", undefined, [2, 3]],
    ["a property taken away", { a: { b: 1, c: 2 } }, "/a/b", undefined, { a: { c: 2 } }],
    ["a property taken away that is not there", { a: 1 }, "/b", undefined, { a: 1 }],
  ])("%s", (_, root, pointer, value, expected) => {
    const before = JSON.stringify(root);
    expect(withValue(root, pointer, value)).toStrictEqual(expected);
    expect(JSON.stringify(root)).toBe(before);
  });

  test("of a list is a list, and what is not on the way is shared", () => {
    const root = { list: [{ a: 1 }], other: {} };
    const copy = withValue(root, "/list/0/a", 2);
    expect(Array.isArray(copy.list)).toBe(true);
    expect(copy.other).toBe(root.other);
    expect(copy.list).not.toBe(root.list);
  });

  test("with the key __proto__ has it as a property, and changes no prototype", () => {
    const copy = withValue({ a: 1 } as object, "/__proto__", { polluted: true });
    expect(JSON.stringify(copy)).toBe('{"a":1,"__proto__":{"polluted":true}}');
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(JSON.stringify(withValue(copy, "/__proto__/polluted", 2))).toBe('{"a":1,"__proto__":{"polluted":2}}');
    expect(JSON.stringify(withValue(copy, "/__proto__", undefined))).toBe('{"a":1}');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("holds at the pointer what was put there, whatever the value", () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), fc.array(fc.string(), { minLength: 1, maxLength: 3 }), (root, keys) => {
        const [key = ""] = keys;
        fc.pre(!Object.hasOwn(root, key));
        const pointer = pointTo("", ...keys);
        expect(valueAt(withValue(root, pointer, "put"), pointer)).toBe("put");
      }),
      { seed: 1 },
    );
  });
});

test.each([
  ["", "the body"],
  ["/items/0/id", "items[0].id"],
  ["/0", "[0]"],
  ["/a~1b", "a/b"],
])("%j is named %s", (pointer, name) => {
  expect(readablePath(pointer)).toBe(name);
});

test("the whole is named as the caller wants", () => {
  expect(readablePath("", "the answer")).toBe("the answer");
});
