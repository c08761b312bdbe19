import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { createApp } from "./app.ts";
import { bearer, documentOf } from "./documents.ts";
import type { Handler } from "./serve.ts";
import { create, get, given, key, list, thingRoutes } from "./things.ts";
import { verdictOn } from "./verdict.ts";

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
    expect(actual).toMatch(/401 .*no key was given.*`token`/);
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

  test("a wrong key, where reading needs none: a refusal tells of the key, not of the request", async () => {
    const limit = { name: "limit", in: "query", schema: { type: "integer" } };
    const page = { ...list.get, parameters: [limit] };
    const document = documentOf({ "/things": { get: page } }, { ...bearer, security: [{ key: [] }, {}] });
    const server = createApp(routes());
    const { errors } = await verdictOn(
      (asked) => {
        const isWrong = asked.headers.authorization !== undefined;
        return isWrong ? { status: 401, headers: { "WWW-Authenticate": "Bearer" } } : server(asked);
      },
      document,
      given("other-key-1"),
    );
    expect(errors).toEqual(["listThings/no-success/no-success"]);
  });

  test("what the document forbids and the server accepts is told all the same", async () => {
    const server = createApp(routes(), { key });
    const { errors } = await verdictOn(
      (asked) =>
        asked.method === "GET" && asked.headers.authorization === undefined ? { status: 200, body: [] } : server(asked),
      documentOf({ "/things": list }, bearer),
      given("other-key-1"),
    );
    expect(errors).toEqual([
      "listThings/negative-data-rejection/credentialsInCookie /security",
      "listThings/negative-data-rejection/credentialsInQuery /security",
      "listThings/negative-data-rejection/missingCredentials /security",
      "listThings/no-success/no-success",
    ]);
  });

  test("an unknown thing", async () => {
    const unknown = documentOf({ "/things/{id}": get("77", [200, 404]) });
    const { errors, actual } = await reasons(createApp(routes()), unknown);
    expect(errors).toEqual(["getThing/no-success/no-success"]);
    expect(actual).toMatch(/404 .*id.*"77".*`requests`/);
  });

  test("everything is 404", async () => {
    const own = createApp(routes());
    const moved: Handler = (asked) => own({ ...asked, path: asked.path.replace(/^(?!\/v1)/, "/none") });
    const { errors, actual } = await reasons(moved, documentOf(paths));
    expect(errors).toEqual(all);
    expect(actual).toMatch(/404 .*every operation.*`url`/);
  });

  test("the server fails: that is told too", async () => {
    const failing: Handler = () => ({ status: 500, body: {} });
    const { errors, actual } = await reasons(failing, documentOf({ "/things": list }));
    expect(errors).toEqual(["listThings/no-success/no-success"]);
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
