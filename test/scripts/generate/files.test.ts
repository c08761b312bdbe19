import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { renderFiles } from "../../../scripts/generate/files.ts";
import { readLayout } from "../../../scripts/spec/layout.ts";
import { loadSpec } from "../../../scripts/spec/load.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import type { OpenApiDocument, OperationObject, ParameterObject, Schema } from "../../../src/openapi/document.ts";
import { scratchSpec } from "../../helpers/scratch.ts";

const names = ["openapi.json", "openapi.yaml", "schema.ts", "client.ts", "validators.ts", "fixtures.ts"];

async function committed(name: string): Promise<string> {
  return (await readFile(join(packageRoot, "generated", name), "utf8")).replaceAll("\r\n", "\n");
}

/** A document with these operations, each at a path of its own. */
function documentWith(...operations: OperationObject[]): OpenApiDocument {
  const paths = operations.map((operation, index) => [`/${index}/`, { post: { responses: {}, ...operation } }]);
  return { openapi: "3.1.0", info: { title: "Test", version: "1" }, paths: Object.fromEntries(paths) };
}

async function renderClient(document: OpenApiDocument): Promise<string> {
  return (await renderFiles(document)).get("client.ts") ?? "";
}

test("the files are the committed ones, byte for byte, on every run", async () => {
  const document = await loadSpec(join(packageRoot, "openapi"));
  const [first, second] = await Promise.all([renderFiles(document), renderFiles(document)]);
  expect([...first.keys()]).toEqual(names);
  for (const name of names) {
    expect(first.get(name), name).toBe(await committed(name));
    expect(second.get(name), name).toBe(first.get(name));
  }
});

test("every file says in a banner which command wrote it, and both bundles say the same", async () => {
  for (const name of names)
    expect((await committed(name)).slice(0, 200), name).toContain("Written by `npm run generate`");
  expect(parse(await committed("openapi.yaml"))).toEqual(JSON.parse(await committed("openapi.json")));
});

test.each([
  ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text: string) => `\uFEFF${text}`],
])("a description with %s gives the same files", async (_, change) => {
  const folder = await scratchSpec();
  const { root, reached, workflows } = await readLayout(folder);
  for (const file of [root, ...reached, ...workflows]) {
    await writeFile(file, change(await readFile(file, "utf8")));
  }
  const files = await renderFiles(await loadSpec(folder));
  for (const name of names) expect(files.get(name), name).toBe(await committed(name));
});

describe("the client's method", () => {
  test("carries summary, description, answers, body, options and the documented example", async () => {
    const client = await committed("client.ts");
    const comment = client.slice(client.indexOf("export interface Methods"), client.indexOf("  createPersona("));
    for (const part of [
      "   * Create a persona\n",
      "must not come from the uploader",
      "`POST /suno/persona/create/`",
      "- 200: The persona was created.",
      "- 4XX: ",
      "- 5XX: ",
      "@param body The persona to create",
      "@param options ",
      "@example\n   * await client.createPersona({\n   *   root_clip_id: ",
    ]) {
      expect(comment).toContain(part);
    }
  });

  test("has request and answer by their component names", async () => {
    const client = await committed("client.ts");
    expect(client).toContain(
      "createPersona(body: Input<CreatePersonaRequest>, options?: Options): globalThis.Promise<Persona>;",
    );
    for (const name of ["CreatePersonaRequest", "Persona", "Clip", "ClipMetadata", "PersonaClip", "ApiErrorBody"]) {
      expect(client).toContain(`export type ${name} = components["schemas"]["${name}"];`);
    }
  });

  test("no text of the description ends its comment", async () => {
    const client = await renderClient(documentWith({ operationId: "first", description: "a */ b" }));
    expect(client).toContain("a *\\/ b");
  });

  test("has no body argument where the operation has no body, and undefined where an answer has none", async () => {
    const client = await renderClient(
      documentWith({ operationId: "first", responses: { 204: { description: "Done." } } }),
    );
    expect(client).toContain("first(options?: Options): globalThis.Promise<undefined>;");
    expect(client).toContain('path: "/0/",\n    accept: "",\n    body: false,\n    responses: { 204: ["none"] },\n');
    expect(client).toContain("first: { 204: undefined };");
  });
});

describe("what a success always has is as much as its schemas say", () => {
  const a = { type: "object", required: ["id", "a"], properties: { id: {}, a: {} } };
  const b = { type: "object", required: ["b", "id"], properties: { id: {}, b: {} } };
  test.each<[string, Schema | boolean, string]>([
    ["an object", a, '["object", "id", "a"]'],
    ["a reference", { $ref: "#/components/schemas/A" }, '["object", "id", "a"]'],
    ["allOf: all of both", { type: "object", allOf: [a, b] }, '["object", "id", "a", "b"]'],
    ["oneOf: what its branches share", { oneOf: [a, b] }, '["any", "id"]'],
    ["anyOf beside own properties", { ...a, anyOf: [b, { required: ["c"] }] }, '["object", "id", "a"]'],
    ["a choice in a choice", { oneOf: [{ oneOf: [a, b] }, b] }, '["any", "id"]'],
    ["a property that is only written", { ...a, properties: { a: { writeOnly: true } } }, '["object", "id"]'],
    ["an object or null", { ...a, type: ["object", "null"] }, '["object|null", "id", "a"]'],
    ["a list", { type: "array", items: a }, '["array"]'],
    ["no schema", true, '["any"]'],
    ["a schema of itself", { $ref: "#/components/schemas/Loop" }, '["any"]'],
  ])("%s", async (_, schema, expected) => {
    const content = { "application/json": { schema } };
    const operation = { operationId: "read", responses: { 200: { description: "Fine.", content } } };
    const components = { schemas: { A: a, Loop: { anyOf: [{ $ref: "#/components/schemas/Loop" }] } } };
    const client = await renderClient({ ...documentWith(operation), components } as OpenApiDocument);
    expect(client.replaceAll('","', '", "')).toContain(`responses: { 200: ${expected} }`);
  });

  test("of two media types: what they share; of a failure: nothing", async () => {
    const content = { "application/json": { schema: a }, "application/b+json": { schema: b } };
    const operation = {
      operationId: "read",
      responses: { "2XX": { description: "Fine.", content }, 400: { description: "Wrong.", content } },
    };
    const client = await renderClient(documentWith(operation as OperationObject));
    expect(client).toContain('responses: { 400: ["object"], "2XX": ["object","id"] }');
  });
});

test("serializers are imported only for the parameters that the spec has", async () => {
  const withParameters = (...locations: ParameterObject["in"][]) =>
    renderClient(
      documentWith({
        operationId: "read",
        parameters: locations.map((location) => ({ name: location, in: location, required: true, schema: {} })),
      }),
    );
  expect(await withParameters("header")).toContain("export const serializers = {};");
  expect(await withParameters("header")).not.toContain("openapi-fetch");
  expect(await withParameters("path")).toContain('import { serializePath } from "../src/client/path-serializer.ts";');
  expect(await withParameters("query", "path")).toContain(
    "export const serializers = { pathSerializer: serializePath, querySerializer: createQuerySerializer() };",
  );
});

test("what an unknown outcome means comes from the description; a safe method has no effect", async () => {
  expect(await committed("client.ts")).toContain('unknownOutcome: "A persona may have been created.",');
  expect(await renderClient(documentWith({ operationId: "first" }))).toContain(
    'unknownOutcome: "It may have taken effect.",',
  );
  const document = { ...documentWith(), paths: { "/a/": { get: { operationId: "read", responses: {} } } } };
  expect(await renderClient(document)).not.toContain("unknownOutcome");
});

describe("an operationId that cannot name a method fails generation", () => {
  test.each([
    [[{}], "POST /0/ has no operationId: add one, it becomes the client's method."],
    [[{ operationId: "a" }, { operationId: "a" }], 'POST /1/ has the operationId "a" of POST /0/: make it unique'],
    [[{ operationId: "get it" }], 'POST /0/ has the operationId "get it", which cannot be a client method'],
    [[{ operationId: "result" }], 'POST /0/ has the operationId "result", which cannot be a client method'],
    [[{ operationId: "then" }], 'POST /0/ has the operationId "then", which cannot be a client method'],
  ])("%j", async (operations, message) => {
    await expect(renderFiles(documentWith(...operations))).rejects.toThrow(message);
    await expect(renderFiles(documentWith(...operations))).rejects.toMatchObject({ exitCode: 1 });
  });
});
