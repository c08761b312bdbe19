import { expect, onTestFinished, test } from "vitest";
import { startMock } from "../../src/mock/index.ts";

const integers = { type: "array", items: { type: "integer" } };
const point = { type: "object", required: ["x"], properties: { x: { type: "integer" }, tags: integers } };

const rows: [name: string, parameter: object, target: string, headers: Record<string, string>, status: number][] = [
  ["an integer in the path", { in: "path", name: "p", schema: { type: "integer" } }, "/p/5/", {}, 200],
  ["a text for an integer", { in: "path", name: "p", schema: { type: "integer" } }, "/p/abc/", {}, 422],
  ["a list in the path", { in: "path", name: "p", schema: integers }, "/p/1,2/", {}, 200],
  ["a wrong list in the path", { in: "path", name: "p", schema: integers }, "/p/1,b/", {}, 422],
  ["a label", { in: "path", name: "p", style: "label", explode: true, schema: integers }, "/p/.1.2/", {}, 200],
  ["a matrix", { in: "path", name: "p", style: "matrix", schema: integers }, "/p/;p=1,2/", {}, 200],
  [
    "an exploded matrix",
    { in: "path", name: "p", style: "matrix", explode: true, schema: integers },
    "/p/;p=1;p=2/",
    {},
    200,
  ],
  [
    "an object in a matrix",
    { in: "path", name: "p", style: "matrix", explode: true, schema: point },
    "/p/;x=1/",
    {},
    200,
  ],
  ["a name with a dot", { in: "path", name: "user.id", schema: { type: "integer" } }, "/p/5/", {}, 200],
  ["a wrong one with a dot", { in: "path", name: "user.id", schema: { type: "integer" } }, "/p/x/", {}, 422],
  [
    "spaces",
    { in: "query", name: "q", style: "spaceDelimited", explode: false, schema: integers },
    "/q/?q=1%202",
    {},
    200,
  ],
  ["pipes", { in: "query", name: "q", style: "pipeDelimited", explode: false, schema: integers }, "/q/?q=1|2", {}, 200],
  ["an exploded object", { in: "query", name: "q", schema: point }, "/q/?x=1", {}, 200],
  ["a wrong exploded object", { in: "query", name: "q", schema: point }, "/q/?x=a", {}, 422],
  ["deepObject", { in: "query", name: "q", style: "deepObject", schema: point }, "/q/?q[x]=1&q[tags]=1", {}, 200],
  ["a wrong deepObject", { in: "query", name: "q", style: "deepObject", schema: point }, "/q/?q[x]=a", {}, 422],
  ["an absent deepObject", { in: "query", name: "q", style: "deepObject", schema: point }, "/q/", {}, 200],
  ["JSON in the query", { in: "query", name: "q", content: json(point) }, "/q/?q=%7B%22x%22%3A1%7D", {}, 200],
  ["wrong JSON in the query", { in: "query", name: "q", content: json(point) }, "/q/?q=%7B", {}, 422],
  ["an absent list in a header", { in: "header", name: "X-List", schema: integers }, "/q/", {}, 200],
  ["a list in a header", { in: "header", name: "X-List", schema: integers }, "/q/", { "X-List": "1, 2" }, 200],
  ["a wrong list in a header", { in: "header", name: "X-List", schema: integers }, "/q/", { "X-List": "a" }, 422],
  [
    "a cookie",
    { in: "cookie", name: "c", required: true, schema: { type: "integer" } },
    "/q/",
    { Cookie: "a=b; c=5" },
    200,
  ],
  ["a wrong cookie", { in: "cookie", name: "c", schema: { type: "integer" } }, "/q/", { Cookie: "c=abc" }, 422],
  ["an absent cookie", { in: "cookie", name: "c", required: true, schema: { type: "integer" } }, "/q/", {}, 422],
];

test.each(rows)("%s", async (_, parameter, target, headers, status) => {
  const inPath = "in" in parameter && parameter.in === "path" && "name" in parameter;
  const key = inPath ? `/p/{${parameter.name}}/` : "/q/";
  const required = inPath ? { required: true } : {};
  const paths = { [key]: { get: { parameters: [{ ...parameter, ...required }], responses } } };
  const mock = await startMock({ spec: { ...head, paths } });
  onTestFinished(() => mock.close());
  expect((await fetch(mock.url + target, { headers })).status).toBe(status);
});

test("serves a path with and without the prefix of its servers", async () => {
  const servers = [
    { url: "https://{region}.api.test/{base}/v1", variables: { base: { default: "api" }, region: { default: "eu" } } },
  ];
  const paths = {
    "/a/": { get: { responses } },
    "/b/": { servers: [{ url: "https://files.test/up" }], get: { responses } },
  };
  const mock = await startMock({ spec: { ...head, servers, paths } });
  onTestFinished(() => mock.close());
  const statuses = ["/a/", "/api/v1/a/", "/b/", "/up/b/", "/v1/a/"].map(
    async (path) => (await fetch(mock.url + path)).status,
  );
  expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200, 404]);
});

test("another method gets 405 with the path's own", async () => {
  const mock = await startMock({ spec: { ...head, paths: { "/a/": { get: { responses } } } } });
  onTestFinished(() => mock.close());
  const response = await fetch(`${mock.url}/a/`, { method: "DELETE" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET"]);
});

const head = {
  openapi: "3.1.0",
  info: { title: "Parameters", version: "1" },
  jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
};
const responses = { 200: { description: "Fine." }, 422: { description: "Refused." } };

function json(schema: object) {
  return { "application/json": { schema } };
}
