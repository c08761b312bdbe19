import { describe, expect, expectTypeOf, test } from "vitest";
import { classifyResponse } from "../../src/client/classify-response.ts";
import type { Endpoint } from "../../src/client/options.ts";
import type { Result } from "../../src/client/result.ts";

const endpoint = (responses: Record<string, string>): Endpoint => {
  return { method: "get", path: "/", accept: "application/json, text/json", body: false, responses };
};
const read = (status: number, text: string, responses: Record<string, string>, mediaType = "application/json") => {
  const response = new Response(null, { status, headers: { "Content-Type": mediaType } });
  return classifyResponse(response, { text, bytes: text.length }, endpoint(responses), "http://127.0.0.1/");
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

describe("what the description says of a status", () => {
  const responses = { 200: "object", 404: "object", "4XX": "object", default: "object" };
  test.each([
    [404, 404],
    [422, 422],
    [503, "default"],
  ])("%i is documented as %s", (status, documented) => {
    expect(read(status, '{"why":1}', responses)).toMatchObject({ documented, errorData: { why: 1 } });
  });

  test("a default does not stand for a success", () => {
    expect(read(202, "{}", responses)).toMatchObject({
      details: { kind: "status", outcome: "unknown" },
      documented: undefined,
    });
  });

  test("without a default, what is not named is undocumented", () => {
    expect(read(503, "{}", { 200: "object" })).toMatchObject({ details: { status: 503 }, documented: undefined });
  });
});

test("the types of results follow the statuses of the description", () => {
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
