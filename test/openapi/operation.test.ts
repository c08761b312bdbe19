import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { listOperations, listPaths, type Operation } from "../../src/openapi/operation.ts";
import { countReads } from "./count-reads.ts";

function documentWith(paths: object, more: object = {}): OpenApiDocument {
  return { openapi: "3.1.0", info: { title: "Things", version: "1" }, paths: { ...paths }, ...more };
}

function only(paths: object, more?: object): Operation {
  const [operation, ...others] = listOperations(documentWith(paths, more));
  if (!operation || others.length > 0) throw new Error("Expected one operation.");
  return operation;
}

describe("an operation", () => {
  test("has an id, a method, a path, a pointer and the methods of its path", () => {
    const paths = {
      "/a": { summary: "not a method", post: {}, get: { operationId: "getA" } },
      "/b/{id}": { delete: {} },
      "x-other": "no path",
    };
    const found = listOperations(documentWith(paths)).map(({ id, method, path, pointer, methods }) => {
      return { id, method, path, pointer, methods };
    });
    expect(found).toEqual([
      { id: "getA", method: "GET", path: "/a", pointer: "/paths/~1a/get", methods: ["GET", "POST"] },
      { id: "POST /a", method: "POST", path: "/a", pointer: "/paths/~1a/post", methods: ["GET", "POST"] },
      {
        id: "DELETE /b/{id}",
        method: "DELETE",
        path: "/b/{id}",
        pointer: "/paths/~1b~1{id}/delete",
        methods: ["DELETE"],
      },
    ]);
  });

  test("a path without operations is listed as a path", () => {
    expect(listPaths(documentWith({ "/a": {} }))).toEqual([{ path: "/a", operations: [] }]);
  });

  test("a document without paths has none", () => {
    expect(listOperations({ openapi: "3.1.0", info: { title: "", version: "" } })).toEqual([]);
  });

  test("has the parameters of its path and its own, which win, each with its pointer", () => {
    const components = { parameters: { Page: { $ref: "#/components/parameters/N" }, N: { name: "n", in: "query" } } };
    const shared = [
      { name: "id", in: "path", schema: true },
      { name: "n", in: "query" },
    ];
    const own = [{ $ref: "#/components/parameters/Page" }, { name: "n", in: "header" }];
    const { parameters } = only({ "/a": { parameters: shared, get: { parameters: own } } }, { components });
    expect(parameters.map(({ in: location, name, pointer }) => [location, name, pointer])).toEqual([
      ["path", "id", "/paths/~1a/parameters/0"],
      ["query", "n", "/components/parameters/N"],
      ["header", "n", "/paths/~1a/get/parameters/1"],
    ]);
    expect(parameters[0]).toMatchObject({ required: true, style: "simple", explode: false, schema: {} });
  });

  test("has the bodies of its request by media type, each with its pointers", () => {
    const content = { "text/csv": {}, "application/json": { schema: { type: "object" }, example: 1 } };
    const components = { requestBodies: { Thing: { required: true, description: "A thing.", content } } };
    const { requestBody } = only(
      { "/a": { post: { requestBody: { $ref: "#/components/requestBodies/Thing" } } } },
      {
        components,
      },
    );
    expect(requestBody).toMatchObject({
      required: true,
      description: "A thing.",
      pointer: "/components/requestBodies/Thing",
    });
    const place = "/components/requestBodies/Thing/content/application~1json";
    expect(requestBody?.bodies).toMatchObject([
      { mediaType: "text/csv", schema: undefined },
      { mediaType: "application/json", schema: { type: "object" }, pointer: place, schemaPointer: `${place}/schema` },
    ]);
  });

  test("gives the schemas true and false as objects that mean the same", () => {
    const content = { "application/a": { schema: true }, "application/b": { schema: false }, "application/c": null };
    const { requestBody } = only({ "/a": { post: { requestBody: { content } } } });
    expect(requestBody?.bodies.map(({ schema }) => schema)).toEqual([{}, { not: {} }, undefined]);
  });

  test("finds the response to a status: its own, its range's, the default", () => {
    const responses = {
      200: { description: "own" },
      "4xx": { description: "range" },
      default: { $ref: "#/components/responses/Other" },
      "x-note": {},
    };
    const components = { responses: { Other: { description: "default" } } };
    const operation = only({ "/a": { get: { responses } } }, { components });
    expect([...operation.responses.keys()]).toEqual(["200", "4XX", "default"]);
    expect([200, 404, 500].map((status) => operation.responseFor(status)?.description)).toEqual([
      "own",
      "range",
      "default",
    ]);
    expect(operation.responseFor(500)?.pointer).toBe("/components/responses/Other");
    expect(operation.successes.map(({ status }) => status)).toEqual(["200"]);
    expect(only({ "/a": { get: {} } }).responseFor(200)).toBeUndefined();
  });

  test("reads response headers but Content-Type", () => {
    const headers = { "X-N": { $ref: "#/components/headers/N" }, "content-type": {} };
    const components = {
      headers: { N: { required: true, content: { "application/json": { schema: { minimum: 1 } } } } },
    };
    const { responses } = only({ "/a": { get: { responses: { 200: { description: "", headers } } } } }, { components });
    expect(responses.get("200")?.headers).toMatchObject([
      {
        name: "X-N",
        required: true,
        mediaType: "application/json",
        pointer: "/components/headers/N",
        schemaPointer: "/components/headers/N/content/application~1json/schema",
      },
    ]);
  });

  test("has the security of its own, else of the document, with the schemes", () => {
    const components = {
      securitySchemes: { key: { $ref: "#/components/securitySchemes/other" }, other: { type: "http" } },
    };
    const more = { components, security: [{ key: [] }, {}] };
    expect(only({ "/a": { get: {} } }, more).security).toEqual({
      alternatives: [[{ name: "key", scheme: { type: "http" } }], []],
      pointer: "/security",
    });
    expect(only({ "/a": { get: { security: [{ nowhere: [] }] } } }, more).security).toEqual({
      alternatives: [[{ name: "nowhere", scheme: undefined }]],
      pointer: "/paths/~1a/get/security",
    });
  });

  test("has the servers of its own, else of its path, else of the document", () => {
    const at = (url: string) => ({ servers: [{ url }] });
    const operation = (own: object, shared: object) => only({ "/a": { get: own, ...shared } }, at("document")).servers;
    expect(operation(at("own"), at("path"))).toEqual([{ url: "own" }]);
    expect(operation({}, at("path"))).toEqual([{ url: "path" }]);
    expect(operation({}, {})).toEqual([{ url: "document" }]);
    expect(only({ "/a": { get: {} } }).servers).toEqual([]);
  });
});

describe("examples, the one to show first", () => {
  const examplesOf = (owner: object, components: object = {}) =>
    only(
      { "/a": { post: { requestBody: { content: { "application/json": owner } } } } },
      {
        components,
      },
    ).requestBody?.bodies[0]?.examples.map(({ key, value, pointer }) => [key, value, pointer]);
  const place = "/paths/~1a/post/requestBody/content/application~1json";

  test("are its own, its named ones and those of its schema", () => {
    const owner = {
      example: 0,
      examples: { one: { value: 1 }, two: { $ref: "#/components/examples/Two" }, far: { externalValue: "https://a" } },
      schema: { $ref: "#/components/schemas/Thing" },
    };
    const components = { examples: { Two: { value: null } }, schemas: { Thing: { example: 4, examples: [3, 5] } } };
    expect(examplesOf(owner, components)).toEqual([
      [undefined, 0, `${place}/example`],
      ["one", 1, `${place}/examples/one`],
      ["two", null, "/components/examples/Two"],
      [undefined, 3, "/components/schemas/Thing/examples/0"],
      [undefined, 4, "/components/schemas/Thing/example"],
    ]);
  });

  test("what stands beside a schema's $ref comes before what it refers to", () => {
    const owner = { schema: { $ref: "#/components/schemas/Thing", examples: ["own"] } };
    expect(examplesOf(owner, { schemas: { Thing: { examples: ["other"] } } })).toEqual([
      [undefined, "own", `${place}/schema/examples/0`],
    ]);
  });

  test("are none where there is none", () => {
    expect(examplesOf({ schema: true })).toEqual([]);
  });
});

describe("a path item behind a $ref", () => {
  const A = { parameters: [{ name: "id", in: "query" }], servers: [{ url: "a" }], get: { operationId: "getA" } };

  test.each([
    ["in components", "#/components/pathItems/A", "/components/pathItems/A"],
    ["of another path", "#/paths/~1b", "/paths/~1b"],
    ["through another $ref", "#/components/pathItems/B", "/components/pathItems/A"],
  ])("is followed: %s", (_, $ref, pointer) => {
    const pathItems = { A, B: { $ref: "#/components/pathItems/A" } };
    const [operation] = listOperations(documentWith({ "/a": { $ref }, "/b": A }, { components: { pathItems } }));
    expect(operation).toMatchObject({ id: "getA", path: "/a", pointer: `${pointer}/get`, servers: [{ url: "a" }] });
    expect(operation?.parameters).toMatchObject([{ name: "id", pointer: `${pointer}/parameters/0` }]);
  });

  test("keeps what it has itself, which wins", () => {
    const item = { $ref: "#/components/pathItems/A", get: { operationId: "own" }, post: {} };
    const operations = listOperations(documentWith({ "/a": item }, { components: { pathItems: { A } } }));
    expect(operations.map(({ id, methods, parameters }) => [id, methods, parameters.length])).toEqual([
      ["own", ["GET", "POST"], 1],
      ["POST /a", ["GET", "POST"], 1],
    ]);
  });
});

describe("a $ref that cannot be followed is one line, with exit code 2", () => {
  const components = {
    parameters: { A: { $ref: "#/components/parameters/B" }, B: { $ref: "#/components/parameters/A" } },
  };
  const parametersOf = ($ref: string) => () =>
    only({ "/a": { get: { parameters: [{ $ref }] } } }, { components }).parameters;

  test.each<[string, () => unknown, string]>([
    [
      "a path item",
      () => only({ "/a": { $ref: "#/components/pathItems/No" } }),
      "#/components/pathItems/No leads nowhere",
    ],
    ["a path item of itself", () => only({ "/a": { $ref: "#/paths/~1a" } }), "#/paths/~1a leads back to itself"],
    ["a parameter", parametersOf("#/components/parameters/No"), "#/components/parameters/No leads nowhere"],
    ["a circle", parametersOf("#/components/parameters/A"), "#/components/parameters/A leads back to itself"],
    ["another file", parametersOf("other.yaml#/a"), "other.yaml#/a leads nowhere"],
    ["an inherited name", parametersOf("#/components/constructor"), "#/components/constructor leads nowhere"],
    ["no percent-encoding", parametersOf("#/%"), "#/% leads nowhere"],
  ])("%s", (_, read, message) => {
    expect(read).toThrow(expect.objectContaining({ exitCode: 2, message: expect.stringContaining(message) }));
  });

  test("and concerns its own operation alone", () => {
    const paths = { "/a": { get: { parameters: [{ $ref: "#/no" }] } }, "/b": { get: { parameters: [] } } };
    const [, second] = listOperations(documentWith(paths));
    expect(second?.parameters).toEqual([]);
  });
});

test("the work grows with the number of operations, not with its square", () => {
  const stepsFor = (count: number) => {
    const paths = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `/things/${index}/{id}`,
        {
          parameters: [{ $ref: "#/components/parameters/Id" }],
          get: { parameters: [{ name: "n", in: "query" }], responses: { 200: { description: "" } } },
        },
      ]),
    );
    const parameters = { Id: { name: "id", in: "path" } };
    const counted = countReads(documentWith(paths, { components: { parameters } }));
    for (const { parameters: all, responses, methods } of listOperations(counted.document)) {
      expect([all.length, responses.size, methods.length]).toEqual([2, 1, 1]);
    }
    return counted.reads();
  };
  const ratio = stepsFor(5000) / stepsFor(1000);
  expect(ratio).toBeGreaterThan(4.5);
  expect(ratio).toBeLessThan(5.5);
});
