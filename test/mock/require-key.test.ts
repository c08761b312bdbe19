import { expect, test } from "vitest";
import { requireKey } from "../../src/mock/require-key.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";

const info = { title: "Test", version: "1" };
const key = { key: [] };

test("drops the alternative without credentials at the top level and on operations, in a copy", () => {
  const document: OpenApiDocument = {
    openapi: "3.1.0",
    info,
    security: [key, {}],
    paths: {
      "/own/": { get: { security: [{}, key, {}] }, post: { security: [key] } },
      "/public/": { get: { security: [] } },
      "/shared/": { $ref: "#/components/pathItems/shared" },
    },
    components: { pathItems: { shared: { get: { security: [key, {}] } } } },
  };
  const before = structuredClone(document);
  expect(requireKey(document)).toEqual({
    openapi: "3.1.0",
    info,
    security: [key],
    paths: {
      "/own/": { get: { security: [key] }, post: { security: [key] } },
      "/public/": { get: { security: [] } },
      "/shared/": { $ref: "#/components/pathItems/shared" },
    },
    components: { pathItems: { shared: { get: { security: [key] } } } },
  });
  expect(document).toEqual(before);
});

test("takes a spec that requires the key already", () => {
  const document: OpenApiDocument = { openapi: "3.1.0", info, security: [key] };
  expect(requireKey(document)).toEqual(document);
});

test.each([
  ["no security", {}],
  ["an empty list", { security: [] }],
  ["only the alternative without credentials", { security: [{}] }],
])("fails where there is no key to require: %s", (_, security) => {
  expect(() => requireKey({ openapi: "3.1.0", info, ...security })).toThrow(
    /^requireKey has no effect: .* or start the mock/,
  );
});
