import { describe, expect, onTestFinished, test } from "vitest";
import {
  type AnyAnswers,
  type DocumentedAnswers,
  type Mock,
  type MockOptions,
  startMock,
} from "../../src/mock/index.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

async function startForTest<Described = DocumentedAnswers>(options?: MockOptions): Promise<Mock<Described>> {
  const mock = await startMock<Described>(options);
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

describe("an answer that was asked for", () => {
  test("goes to the next request, once, and says so in a header; then there are successes again", async () => {
    const mock = await startForTest();
    await mock.answer({ status: 429 });
    const response = await send(mock);
    expect(response.status).toBe(429);
    expect(response.headers.get("preference-applied")).toBe("code=429");
    expect(await response.json()).toEqual({});
    expect(await statuses(mock, 2)).toEqual([200, 200]);
  });

  test("goes to as many requests as it was asked for, and the next one follows", async () => {
    const mock = await startForTest();
    await mock.answer({ status: 429, times: 2 });
    await mock.answer({ status: 500 });
    expect(await statuses(mock, 4)).toEqual([429, 429, 500, 200]);
  });

  test("goes to so many of the requests that come at once", async () => {
    const mock = await startForTest();
    await mock.answer({ status: 503, times: 3 });
    const all = await Promise.all(Array.from({ length: 8 }, () => send(mock)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 503, 503, 503]);
  });

  test("is forgotten by reset", async () => {
    const mock = await startForTest();
    await mock.answer({ status: 500, times: 9 });
    await mock.reset();
    expect(await statuses(mock, 1)).toEqual([200]);
  });

  test("waits while requests are refused: those that are not valid, and those without a key", async () => {
    const mock = await startForTest({ requireKey: true });
    const key = { Authorization: "Bearer KEY" };
    await mock.answer({ status: 429 });
    expect((await send(mock, withoutName, key)).status).toBe(422);
    expect((await send(mock)).status).toBe(401);
    expect((await send(mock, documentedRequest, key)).status).toBe(429);
  });

  test("waits for a request that accepts it and asks for no other", async () => {
    const mock = await startForTest();
    await mock.answer({ status: 429 });
    expect((await send(mock, documentedRequest, { Prefer: "code=503" })).status).toBe(503);
    expect((await send(mock, documentedRequest, { Accept: "text/html" })).status).toBe(406);
    expect(await statuses(mock, 2)).toEqual([429, 200]);
  });

  test("has the body and the headers that were given", async () => {
    const mock = await startForTest();
    const body = { ...documentedAnswer, name: "mine" };
    await mock.answer({ status: 200, body, headers: { "X-Request-Id": "r1" } });
    const response = await send(mock);
    expect(response.headers.get("x-request-id")).toBe("r1");
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(await response.json()).toEqual(body);
    expect(await (await send(mock)).json()).toEqual(documentedAnswer);
  });

  test("is that of another mock's requests no more than its own", async () => {
    const [first, second] = await Promise.all([startForTest(), startForTest()]);
    await first.answer({ status: 500 });
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
  const status = async ({ url }: Mock<AnyAnswers>, method: string) => (await fetch(`${url}/a/`, { method })).status;

  test("an answer goes to the operation that is named", async () => {
    const mock = await startForTest<AnyAnswers>({ spec });
    await mock.answer({ status: 404, operation: "write" });
    expect(await status(mock, "GET")).toBe(200);
    expect(await status(mock, "PUT")).toBe(404);
  });

  test("without a name, to any that describes the status", async () => {
    const mock = await startForTest<AnyAnswers>({ spec });
    await mock.answer({ status: 418 });
    expect(await status(mock, "GET")).toBe(200);
    expect(await status(mock, "PUT")).toBe(418);
  });

  test("a documented example is had by its name", async () => {
    const mock = await startForTest<AnyAnswers>({ spec });
    await mock.answer({ status: 200, example: "large" });
    expect(await (await fetch(`${mock.url}/a/`)).json()).toBe(99);
  });

  test.each([
    [{ status: 302, operation: "read" }, "no response 302 is described; there are: read 200, 404."],
    [{ status: 700 }, "no response 700 is described; there are: read 200, 404; write 204, default."],
    [{ status: 404, operation: "reda" }, 'no operation is called "reda"; there are: read, write.'],
    [{ status: 200, example: "huge" }, 'the response 200 of read has no example "huge"; it has: small, large.'],
    [{ status: 204, body: {} }, "the response 204 of write has no body."],
    [{ status: 204, headers: { "Content-Type": "text/plain" } }, "the response 204 of write has no body."],
    [
      { status: 500, body: { m: 1 } },
      "the body does not fit the response default of write (Response body property m must be string).",
    ],
    [{ status: 404, times: 0 }, "times is a whole number from 1, not 0."],
  ])("%j cannot be asked for, with the reason in one line", async (answer, reason) => {
    const mock = await startForTest<AnyAnswers>({ spec });
    await expect(mock.answer(answer)).rejects.toMatchObject({
      exitCode: 2,
      message: `The mock cannot be asked for this answer: ${reason}`,
    });
    expect(await status(mock, "PUT")).toBe(204);
  });
});

describe("what is no answer is refused at once, with the reason in one line", () => {
  const html = { "content-type": "text/html" };
  test.each([
    [null, "an answer is an object, not null."],
    [undefined, "an answer is an object, not undefined."],
    [[], "an answer is an object, not []."],
    [
      { status: 429, tmies: 2 },
      'nothing in it is called "tmies"; there are: status, operation, times, example, body, headers.',
    ],
    [{ times: 2 }, "status is a number, not undefined."],
    [{ status: "429" }, "status is a number, not '429'."],
    [{ status: 429, times: null }, "times is a whole number from 1, not null."],
    [{ status: 500, headers: 5 }, "headers is an object of texts, not 5."],
    [{ status: 500, headers: new Headers() }, "headers is an object of texts, not Headers {}."],
    [{ status: 500, headers: { "Retry-After": 1 } }, "the header Retry-After is a text, not 1."],
    [{ status: 500, headers: { "bad header": "x" } }, 'Header name must be a valid HTTP token ["bad header"].'],
    [{ status: 500, headers: { a: "x\ny" } }, 'Invalid character in header content ["a"].'],
    [
      { status: 500, headers: html, body: "<p>" },
      "the response 5XX of createPersona is not text/html; it is: application/json.",
    ],
    [{ status: 500, headers: html }, "the response 5XX of createPersona is not text/html; it is: application/json."],
  ])("%j", async (answer, reason) => {
    const mock = await startForTest();
    await expect(mock.answer(answer as never)).rejects.toMatchObject({
      name: "UserError",
      message: `The mock cannot be asked for this answer: ${reason}`,
    });
    expect(await statuses(mock, 1)).toEqual([200]);
  });

  test("after close", async () => {
    const mock = await startMock();
    await mock.close();
    await expect(mock.answer({ status: 429 })).rejects.toMatchObject({
      name: "UserError",
      message: `The mock on ${mock.url} is closed: it cannot be asked for an answer.`,
    });
  });
});

test("the media type that a response has may be stated, with parameters", async () => {
  const mock = await startForTest();
  const stated = "Application/JSON; charset=utf-8";
  await mock.answer({ status: 500, headers: { "content-type": stated }, body: { detail: "é" } });
  const response = await send(mock);
  expect(response.headers.get("content-type")).toBe(stated);
  expect(await response.json()).toEqual({ detail: "é" });
});

test("the statuses and bodies that the description has are types", async () => {
  const mock = await startForTest();
  await mock.answer({ status: 599, operation: "createPersona", body: { any: "thing" } });
  // @ts-expect-error no response has the status
  await mock.answer({ status: 302 }).catch(() => {});
  // @ts-expect-error no operation has the name
  await mock.answer({ status: 429, operation: "createPersonas" }).catch(() => {});
  // @ts-expect-error not the body of a success
  await mock.answer({ status: 200, body: { id: 5 } }).catch(() => {});
});
