import { describe, expect, test } from "vitest";
import { documentWith, readOne, whySkipped } from "./read.ts";

const responses = { 200: { description: "Fine." } };
const things = (post: object, components?: object) =>
  documentWith({ "/things": { post: { responses, ...post } } }, components);

describe("parameters", () => {
  const read = (own: unknown[], shared: unknown[] = [], components?: object) =>
    readOne(documentWith({ "/a/{id}": { parameters: shared, get: { responses, parameters: own } } }, components))
      .parameters;

  test("are those of the path and of the operation, of which the operation's win", () => {
    const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
    const shared = [id, { name: "page", in: "query", schema: { type: "string" } }];
    const own = [
      { name: "page", in: "query", schema: { type: "integer" } },
      { name: "page", in: "header", schema: {} },
    ];
    expect(read(own, shared).map(({ name, in: place, pointer }) => [place, name, pointer])).toEqual([
      ["path", "id", "/paths/~1a~1{id}/parameters/0"],
      ["query", "page", "/paths/~1a~1{id}/get/parameters/0"],
      ["header", "page", "/paths/~1a~1{id}/get/parameters/1"],
    ]);
  });

  test("may be references, and are told where they lead", () => {
    const components = {
      parameters: { Page: { name: "page", in: "query", schema: { $ref: "#/components/schemas/N" } } },
      schemas: { N: { minimum: 1 } },
    };
    const [parameter] = read([{ $ref: "#/components/parameters/Page" }], [], components);
    expect(parameter).toMatchObject({
      pointer: "/components/parameters/Page",
      schemaPointer: "/components/parameters/Page/schema",
    });
    expect(parameter?.validate(0)).toMatchObject([{ pointer: "/components/schemas/N/minimum" }]);
  });

  test.each<[object, object]>([
    [{ in: "path" }, { style: "simple", explode: false, required: true }],
    [{ in: "query" }, { style: "form", explode: true, required: false }],
    [{ in: "header" }, { style: "simple", explode: false, required: false }],
    [{ in: "cookie" }, { style: "form", explode: true, required: false }],
    [
      { in: "query", style: "pipeDelimited" },
      { style: "pipeDelimited", explode: false },
    ],
    [
      { in: "query", style: "form", explode: false, required: true },
      { style: "form", explode: false, required: true },
    ],
  ])("%j has by default %j", (parameter, expected) => {
    expect(read([{ name: "p", schema: {}, ...parameter }])).toMatchObject([expected]);
  });

  test("may have a media type, whose schema applies", () => {
    const [parameter] = read([
      { name: "p", in: "query", content: { "application/json": { schema: { type: "object" }, example: { a: 1 } } } },
    ]);
    expect(parameter).toMatchObject({ mediaType: "application/json", example: { a: 1 } });
    expect(parameter?.validate(1)).toHaveLength(1);
  });

  test.each(["Accept", "content-TYPE", "AUTHORIZATION"])("the header %s is no parameter that is judged", (name) => {
    expect(read([{ name, in: "header", schema: {} }])).toEqual([]);
  });

  test.each<[string, object, string | undefined]>([
    ["its example", { example: "a", schema: { type: "string", default: "b" } }, "a"],
    ["its default", { schema: { type: "string", default: "b" } }, "b"],
    ["its default, described elsewhere", { schema: { $ref: "#/components/schemas/Kind" } }, "b"],
    ["its constant", { schema: { const: "c" } }, "c"],
    ["its first choice", { schema: { enum: ["d", "e"] } }, "d"],
    ["nothing", { schema: { type: "string" } }, undefined],
  ])("but the document may show %s", (_, more, value) => {
    const header = { name: "Accept", in: "header", required: true, ...more };
    const document = documentWith(
      { "/a": { get: { responses, parameters: [header] } } },
      { schemas: { Kind: { default: "b" } } },
    );
    expect(readOne(document).shownHeaders).toEqual([{ name: "accept", required: true, value }]);
  });
});

describe("responses", () => {
  test("are read by status, ranges in upper case, extensions left out", () => {
    const read = readOne(
      things({
        responses: { 200: { description: "" }, "4xx": { description: "" }, default: { description: "" }, "x-a": {} },
      }),
    );
    expect([...read.responses.keys()]).toEqual(["200", "4XX", "default"]);
  });

  test("have a check for each JSON type with a schema, by its name in lower case", () => {
    const content = {
      "Application/JSON": { schema: { type: "object" } },
      "text/plain": { schema: {} },
      "application/hal+json": {},
    };
    const response = readOne(things({ responses: { 200: { description: "", content } } })).responses.get("200");
    expect([...(response?.bodies ?? [])].map(([name, validate]) => [name, validate?.([]).length])).toEqual([
      ["application/json", 1],
      ["text/plain", undefined],
      ["application/hal+json", undefined],
    ]);
  });

  test("may be references, as may their headers", () => {
    const components = {
      responses: {
        Fine: { description: "", headers: { "X-N": { $ref: "#/components/headers/N" }, "Content-Type": {} } },
      },
      headers: { N: { required: true, schema: { type: "integer" } } },
    };
    const response = readOne(
      things({ responses: { 200: { $ref: "#/components/responses/Fine" } } }, components),
    ).responses.get("200");
    expect(response).toMatchObject({ pointer: "/components/responses/Fine" });
    expect(response?.headers).toMatchObject([{ name: "X-N", required: true, pointer: "/components/headers/N" }]);
    expect(response?.headers[0]?.validate("x")).toHaveLength(1);
  });

  test("a header's schema may be true", () => {
    const headers = { "X-N": { schema: true } };
    expect(whySkipped(things({ responses: { 200: { description: "", headers } } }))).toBeUndefined();
  });
});
