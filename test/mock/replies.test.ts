import { describe, expect, onTestFinished, test } from "vitest";
import {
  type AnyResponses,
  type DocumentedResponses,
  type Mock,
  type MockOptions,
  startMock,
} from "../../src/mock/index.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

async function startForTest<Documented = DocumentedResponses>(options?: MockOptions): Promise<Mock<Documented>> {
  const mock = await startMock<Documented>(options);
  onTestFinished(() => mock.close());
  return mock;
}

function send({ url }: Mock, body: object = documentedRequest, headers: Record<string, string> = {}) {
  const init = {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", ...headers },
  };
  return fetch(`${url}/suno/persona/create/`, init);
}

async function statuses(mock: Mock, count: number): Promise<number[]> {
  const all: number[] = [];
  while (all.length < count) all.push((await send(mock)).status);
  return all;
}

const { name: _, ...withoutName } = documentedRequest;

describe("a reply", () => {
  test("goes to the next request, once, and sets a header; then the mock returns successes again", async () => {
    const mock = await startForTest();
    await mock.reply({ status: 429 });
    const response = await send(mock);
    expect(response.status).toBe(429);
    expect(response.headers.get("preference-applied")).toBe("code=429");
    expect(await response.json()).toEqual({});
    expect(await statuses(mock, 2)).toEqual([200, 200]);
  });

  test("goes to as many requests as `times` says, and the next reply follows", async () => {
    const mock = await startForTest();
    await mock.reply({ status: 429, times: 2 });
    await mock.reply({ status: 500 });
    expect(await statuses(mock, 4)).toEqual([429, 429, 500, 200]);
  });

  test("goes to `times` of the requests that arrive at once", async () => {
    const mock = await startForTest();
    await mock.reply({ status: 503, times: 3 });
    const all = await Promise.all(Array.from({ length: 8 }, () => send(mock)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 503, 503, 503]);
  });

  test("is removed by reset", async () => {
    const mock = await startForTest();
    await mock.reply({ status: 500, times: 9 });
    await mock.reset();
    expect(await statuses(mock, 1)).toEqual([200]);
  });

  test("is not used up by requests that are refused: invalid ones, and those without a key", async () => {
    const mock = await startForTest({ requireKey: true });
    const key = { Authorization: "Bearer KEY" };
    await mock.reply({ status: 429 });
    expect((await send(mock, withoutName, key)).status).toBe(422);
    expect((await send(mock)).status).toBe(401);
    expect((await send(mock, documentedRequest, key)).status).toBe(429);
  });

  test("waits for a request that accepts it and prefers no other", async () => {
    const mock = await startForTest();
    await mock.reply({ status: 429 });
    expect((await send(mock, documentedRequest, { Prefer: "code=503" })).status).toBe(503);
    expect((await send(mock, documentedRequest, { Accept: "text/html" })).status).toBe(406);
    expect(await statuses(mock, 2)).toEqual([429, 200]);
  });

  test("has its own body and headers", async () => {
    const mock = await startForTest();
    const body = { ...documentedAnswer, name: "mine" };
    await mock.reply({ status: 200, body, headers: { "X-Request-Id": "r1" } });
    const response = await send(mock);
    expect(response.headers.get("x-request-id")).toBe("r1");
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(await response.json()).toEqual(body);
    expect(await (await send(mock)).json()).toEqual(documentedAnswer);
  });

  test("takes effect once its promise resolves, as it was then", async () => {
    const mock = await startForTest();
    const body = { detail: "first" };
    const replied = mock.reply({ status: 500, body });
    body.detail = "later";
    await replied;
    expect(await (await send(mock)).json()).toEqual({ detail: "first" });
  });

  test("goes to requests of its own mock only", async () => {
    const [first, second] = await Promise.all([startForTest(), startForTest()]);
    await first.reply({ status: 500 });
    expect(await statuses(second, 1)).toEqual([200]);
    expect(await statuses(first, 1)).toEqual([500]);
  });
});

describe("with several operations and examples", () => {
  const json = (mediaType: object) => ({ "application/json": mediaType });
  const read = {
    operationId: "read",
    responses: {
      200: { description: "Done.", content: json({ examples: { small: { value: 1 }, large: { value: 99 } } }) },
      404: { description: "Gone." },
    },
  };
  const message = { type: "object", required: ["m"], properties: { m: { type: "string" } } };
  const write = {
    operationId: "write",
    responses: {
      204: { description: "Done." },
      default: { description: "Failed.", content: json({ schema: message }) },
    },
  };
  const spec = {
    openapi: "3.1.0",
    info: { title: "Two", version: "1" },
    paths: { "/a/": { get: read, put: write } },
  };
  const status = async ({ url }: Mock<AnyResponses>, method: string) => (await fetch(`${url}/a/`, { method })).status;

  test("a reply goes to the operation that it names", async () => {
    const mock = await startForTest<AnyResponses>({ spec });
    await mock.reply({ status: 404, operation: "write" });
    expect(await status(mock, "GET")).toBe(200);
    expect(await status(mock, "PUT")).toBe(404);
  });

  test("without a name, it goes to any operation that documents the status", async () => {
    const mock = await startForTest<AnyResponses>({ spec });
    await mock.reply({ status: 418 });
    expect(await status(mock, "GET")).toBe(200);
    expect(await status(mock, "PUT")).toBe(418);
  });

  test("a documented example is chosen by its name", async () => {
    const mock = await startForTest<AnyResponses>({ spec });
    await mock.reply({ status: 200, example: "large" });
    expect(await (await fetch(`${mock.url}/a/`)).json()).toBe(99);
  });

  test.each([
    [{ status: 302, operation: "read" }, "status 302 is not documented; use read 200, 404."],
    [{ status: 700 }, "status 700 is not documented; use read 200, 404; write 204, default."],
    [{ status: 404, operation: "reda" }, 'unknown operation "reda"; use read, write.'],
    [{ status: 200, example: "huge" }, 'response 200 of read has no example "huge"; it has small, large.'],
    [{ status: 204, body: {} }, "response 204 of write has no body."],
    [{ status: 204, headers: { "Content-Type": "text/plain" } }, "response 204 of write has no body."],
    [
      { status: 500, body: { m: 1 } },
      "body does not match response default of write (Response body property m must be string).",
    ],
    [{ status: 404, times: 0 }, "times must be a positive integer, not 0."],
  ])("%j is refused, with the reason in one line", async (reply, reason) => {
    const mock = await startForTest<AnyResponses>({ spec });
    await expect(mock.reply(reply)).rejects.toMatchObject({
      exitCode: 2,
      message: `mock.reply(): ${reason}`,
    });
    expect(await status(mock, "PUT")).toBe(204);
  });
});

describe("an invalid reply is refused at once, with the reason in one line", () => {
  const html = { "content-type": "text/html" };
  test.each([
    [null, "expected an object, not null."],
    [undefined, "expected an object, not undefined."],
    [[], "expected an object, not []."],
    [
      { status: 429, tmies: 2 },
      "unknown field 'tmies'; use status, operation, times, example, body, headers, html, delayMs, hang, reset, cut.",
    ],
    [{ times: 2 }, "status must be a number, not undefined."],
    [{ status: "429" }, "status must be a number, not '429'."],
    [{ status: 429, times: 1.5 }, "times must be a positive integer, not 1.5."],
    [{ status: 429, times: "2" }, "times must be a positive integer, not '2'."],
    [{ status: 429, operation: 1 }, "operation must be a string, not 1."],
    [{ status: 200, example: 1 }, "example must be a string, not 1."],
    [{ status: 200, example: "a", body: null }, "use either example or body."],
    [{ status: 500, body: () => 1 }, "body must be JSON, not [Function: body]."],
    [{ status: 500, body: { n: 1n } }, "body must be JSON, not { n: 1n }."],
    [{ status: 500, headers: { "a\nb": "x" } }, "header name 'a\\nb' is invalid."],
    [{ status: 429, times: null }, "times must be a positive integer, not null."],
    [{ status: 500, headers: 5 }, "headers must be an object of strings, not 5."],
    [{ status: 500, headers: new Headers() }, "headers must be an object of strings, not Headers {}."],
    [{ status: 500, headers: { "Retry-After": 1 } }, "header 'Retry-After' must be a string, not 1."],
    [{ status: 500, headers: { "bad header": "x" } }, "header name 'bad header' is invalid."],
    [{ status: 500, headers: { a: "x\ny" } }, "header 'a' has an invalid value."],
    [{ status: 500, headers: html, body: "<p>" }, "response 5XX of createPersona is application/json, not text/html."],
    [{ status: 500, headers: html }, "response 5XX of createPersona is application/json, not text/html."],
  ])("%o", async (reply, reason) => {
    const mock = await startForTest();
    await expect(mock.reply(reply as never)).rejects.toMatchObject({
      name: "UserError",
      message: `mock.reply(): ${reason}`,
    });
    expect(await statuses(mock, 1)).toEqual([200]);
  });

  test("after close", async () => {
    const mock = await startMock();
    await mock.close();
    await expect(mock.reply({ status: 429 })).rejects.toMatchObject({
      name: "UserError",
      message: `mock.reply(): the mock on ${mock.url} is closed.`,
    });
  });
});

test("Content-Type may be the media type of the response, with parameters", async () => {
  const mock = await startForTest();
  const contentType = "Application/JSON; charset=utf-8";
  await mock.reply({ status: 500, headers: { "content-type": contentType }, body: { detail: "é" } });
  const response = await send(mock);
  expect(response.headers.get("content-type")).toBe(contentType);
  expect(await response.json()).toEqual({ detail: "é" });
});

test("the types allow the statuses and bodies of the spec", async () => {
  const mock = await startForTest();
  await mock.reply({ status: 599, operation: "createPersona", body: { any: "thing" } });
  // @ts-expect-error no response of the operation has the status
  await mock.reply({ status: 302, operation: "createPersona" }).catch(() => {});
  // @ts-expect-error no operation has the name
  await mock.reply({ status: 429, operation: "createPersonas" }).catch(() => {});
  // @ts-expect-error not the body of a success
  await mock.reply({ status: 200, operation: "createPersona", body: { id: 5 } }).catch(() => {});
});
