import { expect, test } from "vitest";
import { applyOverlay } from "../../src/openapi/overlay.ts";

const document = {
  security: [{ key: [] as string[] }, {}],
  info: { title: "Before", tags: ["a"] },
  paths: { "/a/": { get: { security: [{}, { key: [] as string[] }, {}] } } },
};

test("removes every match, of an array too, and leaves the document as it was", () => {
  const before = structuredClone(document);
  const result = applyOverlay(document, { actions: [{ target: "$..security[?length(@) == 0]", remove: true }] });
  expect(result.security).toEqual([{ key: [] }]);
  expect(result.paths["/a/"].get.security).toEqual([{ key: [] }]);
  expect(document).toEqual(before);
});

test("removes a property", () => {
  expect(applyOverlay(document, { actions: [{ target: "$.info.title", remove: true }] }).info).toEqual({ tags: ["a"] });
});

test("merges objects, appends to arrays and replaces the rest", () => {
  const result = applyOverlay(document, {
    actions: [
      { target: "$.info", update: { title: "After", tags: ["b"], license: { name: "MIT" } } },
      { target: "$.security", update: { other: [] } },
    ],
  });
  expect(result.info).toEqual({ title: "After", tags: ["a", "b"], license: { name: "MIT" } });
  expect(result.security).toEqual([{ key: [] }, {}, { other: [] }]);
});

test.each([
  ["matches nothing", { target: "$.nowhere", remove: true }],
  ["writes what is there already", { target: "$.info", update: { title: "Before" } }],
])("an action that %s fails", (_, action) => {
  const actions = [{ target: "$.info", update: { version: "1" } }, action];
  expect(() => applyOverlay(document, { actions })).toThrow(
    `Action 2 of the overlay (${action.target}) changes nothing`,
  );
});
