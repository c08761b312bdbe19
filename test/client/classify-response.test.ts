import { describe, expect, expectTypeOf, test } from "vitest";
import { classifyResponse } from "../../src/client/classify-response.ts";
import type { Endpoint } from "../../src/client/options.ts";
import type { Result } from "../../src/client/result.ts";

/** Reads a response to an operation whose documented bodies are given as `types` or `types, property, ...`. */
const read = (status: number, text: string, documented: Record<string, string>, mediaType = "application/json") => {
  const bodies = Object.entries(documented).map(([name, body]) => [name, body.split(", ")]);
  const responses = Object.fromEntries(bodies) as Endpoint["responses"];
  const endpoint = { method: "get", path: "/", accept: "application/json, text/json", body: false, responses };
  const response = new Response(null, { status, headers: { "Content-Type": mediaType } });
  return classifyResponse(response, { text, bytes: text.length }, endpoint, "http://127.0.0.1/", false);
};

describe("a documented success", () => {
  test.each([
    ["by its status", 201, '{"a":1}', { 201: "object" }, { a: 1 }],
    ["by its range", 203, "[1]", { "2XX": "array" }, [1]],
    ["of one of several types", 200, "null", { 200: "object|null" }, null],
    ["of any type", 200, "5", { 200: "any" }, 5],
    ["a number, which may be an integer", 200, "5", { 200: "number" }, 5],
    ["without a body", 204, "", { 204: "none" }, undefined],
  ])("%s", (_, status, text, responses, data) => {
    expect(read(status, text, responses)).toMatchObject({ status, data });
  });

  test("has one of the documented media types", () => {
    expect(read(200, "{}", { 200: "object" }, "text/json")).toMatchObject({ data: {} });
    expect(read(200, "{}", { 200: "object" }, "text/plain")).toMatchObject({ details: { kind: "body" } });
  });
});

describe("a success that lacks a documented property", () => {
  test.each([
    ["of its status", 200, '{"id":1}', { 200: "object, id, name" }, /returned 200 with a body that lacks name$/],
    ["of its range", 201, "{}", { "2XX": "object, id, name" }, /lacks id, name$/],
    ["that every object has by name only", 200, "{}", { 200: "object, constructor" }, /lacks constructor$/],
  ])("%s is unusable", (_, status, text, responses, message) => {
    expect(read(status, text, responses)).toMatchObject({
      message: expect.stringMatching(message),
      details: { kind: "body", outcome: "unknown", body: JSON.parse(text) },
    });
  });

  test.each([
    ["null, where null is documented", "null", { 200: "object|null, id" }],
    ["a list, where any value is documented", "[]", { 200: "any, id" }],
    ["a property that is null", '{"id":null}', { 200: "object, id" }],
  ])("%s is a success", (_, text, responses) => {
    expect(read(200, text, responses)).toMatchObject({ status: 200, data: JSON.parse(text) });
  });

  test("a failure may lack anything", () => {
    expect(read(400, "{}", { 200: "object, id", 400: "object" })).toMatchObject({ details: { kind: "status" } });
  });
});

describe("a failure", () => {
  const responses = { 200: "object", 404: "object", "4XX": "object", default: "object" };
  test.each([
    [404, 404],
    [422, 422],
    [503, "default"],
  ])("%i is documented as %s", (status, documented) => {
    expect(read(status, '{"why":1}', responses)).toMatchObject({ resultStatus: documented, errorData: { why: 1 } });
  });

  test("a default does not stand for a success", () => {
    expect(read(202, "{}", responses)).toMatchObject({
      details: { kind: "status", outcome: "unknown" },
      resultStatus: "undocumented",
    });
  });

  test("without a default, what is not named is undocumented", () => {
    expect(read(503, "{}", { 200: "object" })).toMatchObject({
      details: { status: 503 },
      resultStatus: "undocumented",
    });
  });
});

test("the types of results follow the documented statuses", () => {
  type Responses = { 200: "a"; "2XX": "b"; 404: "c"; "5XX": "d"; default: "e" };
  type Of<Status> = Extract<Result<Responses>, { status: Status }>;
  expectTypeOf<Of<200>["ok"]>().toEqualTypeOf<true>();
  expectTypeOf<Extract<Result<{ 204: undefined }>, { ok: true }>["data"]>().toEqualTypeOf<undefined>();
  expectTypeOf<Of<404>["data"]>().toEqualTypeOf<"c" | undefined>();
  expectTypeOf<Of<"default">["data"]>().toEqualTypeOf<"e" | undefined>();
  expectTypeOf<Of<"failed">["data"]>().toEqualTypeOf<undefined>();
  expectTypeOf<503>().toExtend<Result<Responses>["status"]>();
  expectTypeOf<418>().not.toExtend<Result<Responses>["status"]>();
});
