import { describe, expect, test } from "vitest";
import type { ContractOptions } from "../../../src/contract/index.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { createApp, type Habits, type Route } from "./app.ts";
import { apiKey, bearer, body, documentOf, id, named, operation } from "./documents.ts";
import type { Handler } from "./serve.ts";
import { verdictOn } from "./verdict.ts";

const thing = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string" }, name: { type: "string" } },
};

/** A store of things in which there is `1`. */
function thingRoutes(): Route[] {
  const things = new Map([["1", { id: "1", name: "a" }]]);
  const path = "/things/{id}";
  const exists = (key: string) => things.has(key);
  return [
    { method: "GET", path, exists, handle: (key) => ({ status: 200, body: things.get(key) }) },
    {
      method: "PUT",
      path,
      exists,
      schema: named,
      handle: (key, value) => ({ status: 200, body: { id: key, ...(value as object) } }),
    },
    {
      method: "DELETE",
      path,
      exists,
      handle: (key) => {
        things.delete(key);
        return { status: 204 };
      },
    },
    {
      method: "POST",
      path: "/invites/{id}",
      exists,
      schema: named,
      handle: (key) => {
        things.delete(key);
        return { status: 200, body: { id: key, name: "accepted" } };
      },
    },
    { method: "GET", path: "/things", handle: () => ({ status: 200, body: [...things.values()] }) },
    {
      method: "POST",
      path: "/things",
      schema: named,
      handle: (_, value) => ({ status: 201, body: { id: "2", ...(value as object) } }),
    },
  ];
}

const get = (key: string, statuses: number[]) => ({
  parameters: [id(key)],
  get: operation("getThing", statuses, { schema: thing }),
});
const put = (key: string, statuses: number[]) => ({
  parameters: [id(key)],
  put: operation("putThing", statuses, { schema: thing, requestBody: body(named) }),
});
const remove = (key: string, statuses: number[]) => ({
  parameters: [id(key)],
  delete: operation("deleteThing", statuses),
});
const invite = (statuses: number[]) => ({
  parameters: [id("1")],
  post: operation("acceptInvite", statuses, { schema: thing, requestBody: body(named) }),
});
const list = { get: operation("listThings", [200], { schema: { type: "array", items: thing } }) };
const create = (statuses: number[]) => ({
  post: operation("createThing", statuses, { schema: thing, requestBody: body(named) }),
});

const only = (path: string, habits: Habits = {}): Handler =>
  createApp(
    thingRoutes().filter((route) => route.path === path),
    habits,
  );
const app = (method: string, path: string, habits: Habits = {}): Handler =>
  createApp(
    thingRoutes().filter((route) => route.method === method && route.path === path),
    habits,
  );
const one = (method: string, habits: Habits = {}) => app(method, "/things/{id}", habits);
const key = { value: "right-key-4711", missing: 401, malformed: 401 };
const given = (value: string) => ({ token: { value, variable: "API_KEY" } });

type Row = [
  behaviour: string,
  handler: Handler,
  document: OpenApiDocument,
  errors: string[],
  options?: Partial<ContractOptions>,
];

const verdicts = (rows: Row[]) =>
  test.each(rows)("%s", async (_, handler, document, errors, options = {}) => {
    expect((await verdictOn(handler, document, options)).errors).toEqual(errors);
  });

describe("a thing that is gone", () => {
  verdicts([
    ["DELETE, with 404 undocumented", one("DELETE"), documentOf({ "/things/{id}": remove("1", [204]) }), []],
    ["DELETE, with 404 documented", one("DELETE"), documentOf({ "/things/{id}": remove("1", [204, 404]) }), []],
    [
      "an invite that is accepted once",
      app("POST", "/invites/{id}"),
      documentOf({ "/invites/{id}": invite([200, 415, 422]) }),
      [],
    ],
    [
      "the same, looked up before the body is read",
      app("POST", "/invites/{id}", { lookupFirst: true }),
      documentOf({ "/invites/{id}": invite([200, 415, 422]) }),
      [],
    ],
    [
      "what belongs to a thing that the run has deleted",
      createApp(thingRoutes()),
      documentOf({
        "/things/{id}": remove("1", [204]),
        "/things/{thing}#later": { parameters: [{ ...id("1"), name: "thing" }], get: operation("later", [200]) },
      }),
      [],
    ],
    [
      "DELETE that wants a key, with the lookup before it",
      one("DELETE", { key, lookupFirst: true }),
      documentOf({ "/things/{id}": remove("1", [204, 401]) }, bearer),
      [],
      given(key.value),
    ],
  ]);
});

describe("a lookup before the validation", () => {
  verdicts([
    [
      "of an unknown thing, 404 documented",
      one("PUT", { lookupFirst: true }),
      documentOf({ "/things/{id}": put("77", [200, 404, 415, 422]) }),
      ["putThing/no-success/no-success"],
    ],
    [
      "of an unknown thing, 404 undocumented",
      one("PUT", { lookupFirst: true }),
      documentOf({ "/things/{id}": put("77", [200, 415, 422]) }),
      ["putThing/no-success/no-success"],
    ],
    [
      "of a known thing",
      one("PUT", { lookupFirst: true }),
      documentOf({ "/things/{id}": put("1", [200, 404, 415, 422]) }),
      [],
    ],
    [
      "of a thing that --request names",
      one("PUT", { lookupFirst: true }),
      documentOf({ "/things/{id}": put("77", [200, 404, 415, 422]) }),
      [],
      { requestOverrides: new Map([["putThing", { parameters: { id: "1" } }]]) },
    ],
    [
      "that tells of a bad body with 404, though the thing is known",
      one("PUT", { invalidBody: 404 }),
      documentOf({ "/things/{id}": put("1", [200, 404, 415, 422]) }),
      ["putThing/status/body 404", "putThing/status/missingBody 404", "putThing/status/syntax 404"],
    ],
  ]);
});

describe("the path and the method", () => {
  const document = documentOf({ "/things": { ...create([201, 415, 422]), ...list } });
  verdicts([
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
    const paths = { "/things": { get: { ...strict.get, "x-contract": { answers: { path: 404 } } } } };
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

describe("credentials and bodies", () => {
  const document = (...statuses: number[]) => documentOf({ "/things": create([201, ...statuses]) }, bearer);
  const creating = (habits: Habits) => app("POST", "/things", habits);
  const hono = { ...key, malformed: 400 };
  verdicts([
    ["malformed ones get 400, documented", creating({ key: hono }), document(400, 401, 415, 422), [], given(key.value)],
    ["malformed ones get 400, undocumented", creating({ key: hono }), document(401, 415, 422), [], given(key.value)],
    [
      "missing ones get 400, documented",
      creating({ key: { ...key, missing: 400 } }),
      document(400, 401, 415, 422),
      [],
      given(key.value),
    ],
    [
      "the key is two words, of which the first may be in any case",
      creating({ key: { ...key, value: "0123456789", scheme: "Token" } }),
      documentOf({ "/things": create([201, 401, 415, 422]) }, apiKey),
      [],
      given("Token 0123456789"),
    ],
    [
      "the body is read before them",
      creating({ key, bodyBeforeCredentials: true, invalidBody: 400 }),
      document(400, 401, 415),
      [],
      given(key.value),
    ],
    [
      "the body is read before them, 400 undocumented",
      creating({ key, bodyBeforeCredentials: true, malformedJson: 400 }),
      document(401, 415, 422),
      [],
      given(key.value),
    ],
    [
      "no JSON gets 400, and only 422 is documented",
      creating({ malformedJson: 400 }),
      documentOf({ "/things": create([201, 415, 422]) }),
      [],
    ],
    [
      "no JSON gets 422, and only 400 is documented",
      creating({ malformedJson: 422, invalidBody: 400 }),
      documentOf({ "/things": create([201, 400, 415]) }),
      [],
    ],
    [
      "a scalar is no JSON to the parser, and only 422 is documented",
      creating({ malformedJson: 400, noScalars: true }),
      documentOf({ "/things": create([201, 415, 422]) }),
      [],
    ],
    [
      "an invalid body gets 400, and only 422 is documented",
      creating({ invalidBody: 400, malformedJson: 422 }),
      documentOf({ "/things": create([201, 415, 422]) }),
      ["createThing/status/body 400"],
    ],
  ]);
});

describe("nothing valid has succeeded", () => {
  const paths = { "/things": { ...create([201, 401, 415, 422]), ...list }, "/things/{id}": get("1", [200, 401, 404]) };
  const all = ["createThing", "getThing", "listThings"].map((name) => `${name}/no-success/no-success`);
  const routes = () => thingRoutes().filter(({ method, path }) => method === "GET" || path === "/things");
  const reasons = async (handler: Handler, document: OpenApiDocument, options = {}) => {
    const { errors, report } = await verdictOn(handler, document, options);
    return { errors, actual: [...new Set(report.violations.map(({ actual }) => actual))].join("\n") };
  };

  test("no key", async () => {
    const { errors, actual } = await reasons(createApp(routes(), { key }), documentOf(paths, bearer));
    expect(errors).toEqual(all);
    expect(actual).toMatch(/401 .*no key was given.*--token-env/);
  });

  test("a wrong key", async () => {
    const { errors, actual } = await reasons(
      createApp(routes(), { key }),
      documentOf(paths, bearer),
      given("other-key-1"),
    );
    expect(errors).toEqual(all);
    expect(actual).toMatch(/401 .*the key in API_KEY was not accepted/);
  });

  test("an unknown thing", async () => {
    const unknown = documentOf({ "/things": list, "/things/{id}": get("77", [200, 404]) });
    const { errors, actual } = await reasons(createApp(routes()), unknown);
    expect(errors).toEqual(["getThing/no-success/no-success"]);
    expect(actual).toMatch(/404 .*id.*"77".*--request/);
  });

  test("everything is 404", async () => {
    const own = createApp(routes());
    const moved: Handler = (asked) => own({ ...asked, path: asked.path.replace(/^(?!\/v1)/, "/none") });
    const { errors, actual } = await reasons(moved, documentOf(paths));
    expect(errors).toEqual(all);
    expect(actual).toMatch(/404 .*every operation.*--url/);
  });

  test("the server fails: that is told too", async () => {
    const failing: Handler = () => ({ status: 500, body: {} });
    const { errors, actual } = await reasons(failing, documentOf({ "/things": list }));
    expect(errors).toEqual([
      "listThings/no-success/no-success",
      expect.stringMatching(/^listThings\/server-error\/500/),
    ]);
    expect(actual).toMatch(/500 .*the server fails/);
  });

  test("a failure that the valid request does not have is told", async () => {
    const failing: Handler = (asked) =>
      asked.headers["content-type"]?.includes("xml")
        ? { status: 500, body: {} }
        : { status: 401, body: { detail: "" }, headers: { "WWW-Authenticate": "Bearer" } };
    const { errors } = await reasons(failing, documentOf({ "/things": create([201, 401, 415, 422]) }, bearer));
    expect(errors).toEqual([
      "createThing/no-success/no-success",
      expect.stringMatching(/^createThing\/server-error\/500/),
    ]);
  });
});
