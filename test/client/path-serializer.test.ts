import { describe, expect, test } from "vitest";
import { createClient } from "../../src/client/create-client.ts";
import { ApiError, type ErrorClasses } from "../../src/client/errors.ts";
import type { CallOptions, Endpoint } from "../../src/client/options.ts";
import { serializePath } from "../../src/client/path-serializer.ts";
import { rawServer } from "../helpers/raw-server.ts";

const deleteItem: Endpoint = {
  method: "DELETE",
  path: "/items/{id}/",
  accept: "",
  body: false,
  responses: { 204: ["none"] },
};
const errors = new Proxy({}, { get: () => ApiError }) as ErrorClasses;

interface Methods {
  deleteItem(options: { params?: { path: Record<string, unknown> } } & CallOptions): Promise<undefined>;
}

async function wireOf(path: Record<string, unknown> | undefined) {
  const { url, requests } = await rawServer("HTTP/1.1 204 No Content\r\n\r\n");
  const serializers = { pathSerializer: serializePath };
  const client = createClient<Methods, { deleteItem: { 204: undefined } }>(
    { deleteItem },
    serializers,
    { baseUrl: url },
    errors,
  );
  const result = await client.result.deleteItem(path ? { params: { path } } : {});
  return { result, sent: requests.map((request) => request.split(" HTTP")[0]) };
}

describe("a path parameter", () => {
  test.each([
    ["a b/c", "/items/a%20b%2Fc/"],
    ["%2e%2e", "/items/%252e%252e/"],
    ["...", "/items/.../"],
    [0, "/items/0/"],
  ])("%j stays one segment", async (id, path) => {
    expect((await wireOf({ id })).sent).toEqual([`DELETE ${path}`]);
  });

  test.each([[{ id: "." }], [{ id: ".." }], [{ id: "" }], [{ id: undefined }], [{ id: [] }], [{}], [undefined]])(
    "%j would call another resource: a usage error, and nothing is sent",
    async (path) => {
      const { result, sent } = await wireOf(path);
      expect(sent).toEqual([]);
      expect(result).toMatchObject({ status: "failed", error: { kind: "usage", outcome: "not-sent" } });
      const message = /was not sent: invalid parameter: id must not be empty, "\." or "\.\."$/;
      expect(!result.ok && result.error.message).toMatch(message);
    },
  );
});
