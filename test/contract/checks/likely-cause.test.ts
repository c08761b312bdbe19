import { describe, expect, test } from "vitest";
import { type Circumstances, likelyCause } from "../../../src/contract/checks/likely-cause.ts";
import type { Header } from "../../../src/contract/http/request.ts";
import { keysOf } from "../model/keys.ts";
import { documentWith, readOne } from "../model/read.ts";
import { caseOf, exchangeOf, jsonResponse } from "./exchange.ts";

const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
const requestBody = { content: { "application/json": { schema: {} } } };
const schemes = { securitySchemes: { key: { type: "http", scheme: "bearer" } } };

interface Situation extends Partial<Circumstances> {
  operation?: object;
  path?: string;
  target?: string;
  headers?: Header[];
  servers?: { url: string }[];
}

/** The cause of a status, where no key was given and nothing else is special. */
function causeOf(status: number, situation: Situation = {}): string | undefined {
  const { operation = {}, path = "/things", target = path, headers = [], servers = [], ...around } = situation;
  const post = { operationId: "make", responses: { 200: jsonResponse() }, security: [{ key: [] }], ...operation };
  const document = { ...documentWith({ [path]: { post } }, schemes), servers };
  return likelyCause(caseOf(readOne(document)), exchangeOf({ status, headers }, { target }), {
    keys: keysOf(),
    basePath: "",
    isNothingFound: false,
    ...around,
  });
}

const keys = keysOf({ value: "key-4711", variable: "API_KEY" });
const thing = { operation: { parameters: [id] }, path: "/things/{id}", target: "/things/a%20b" };

describe("the likely cause of a valid request that fails", () => {
  test.each<[string, number, Situation, string]>([
    ["no key", 401, {}, "no key was given"],
    ["no key", 403, {}, "no key was given"],
    ["a wrong key", 401, { keys }, "the key in API_KEY was not accepted"],
    ["a key without rights", 403, { keys }, "the key in API_KEY does not give access"],
    ["a key that the document does not mention", 401, { operation: { security: [] } }, "the document has none"],
    [
      "no key, which is a parameter",
      401,
      { operation: { security: [], parameters: [{ name: "authorization", in: "header", schema: {} }] } },
      "no key was given",
    ],
    ["an unknown thing", 404, { ...thing, keys }, 'there is nothing with id "a b"'],
    ["an unknown thing, or one that is hidden", 404, thing, "or is hidden without a key"],
    ["a thing that is gone", 410, thing, 'there is nothing with id "a b"'],
    ["an unknown path", 404, {}, "the server does not have the path"],
    ["an unknown thing in the body", 404, { operation: { requestBody } }, "what the body names does not exist"],
    ["a base path", 404, { isNothingFound: true }, "every operation gets 404: correct the base path of --url"],
    [
      "a base path that the document has",
      404,
      { isNothingFound: true, servers: [{ url: "https://api.example.com/v1/" }] },
      "the document's server has the path /v1",
    ],
    ["a path that moved", 308, { headers: [["Location", "/v2/things"]] }, "the path has moved to /v2/things"],
    ["a method", 405, {}, "does not have this method"],
    ["something that exists", 409, {}, "exists already"],
    ["the rate", 429, {}, "--rate"],
    ["a body", 422, {}, "supply values that work (--request)"],
    ["the server", 503, {}, "the server fails"],
  ])("%s (%i)", (_, status, situation, words) => {
    expect(causeOf(status, situation)).toContain(words);
  });

  test("a base path that --url has already is not called the document's", () => {
    const situation = { isNothingFound: true, basePath: "/v1", servers: [{ url: "/v1" }] };
    expect(causeOf(404, situation)).not.toContain("document's server");
  });

  test("is unknown where nothing came", () => {
    const testCase = caseOf(readOne(documentWith({ "/a": { get: { responses: { 200: jsonResponse() } } } })));
    const around = { keys, basePath: "", isNothingFound: false };
    expect(likelyCause(testCase, {}, around)).toBeUndefined();
  });
});
