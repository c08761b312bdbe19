import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type MockExchange, type MockOptions, startMock } from "../../src/mock/index.ts";
import { defaultSpec } from "../../src/openapi/read-document.ts";
import { scratchFolder } from "../helpers/scratch.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

async function startForTest(options?: MockOptions) {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock;
}

function post(url: string, body: unknown = documentedRequest, headers: Record<string, string> = {}) {
  return fetch(`${url}/suno/persona/create/`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

test("answers the documented request with the documented answer", async () => {
  const mock = await startForTest();
  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const response = await post(mock.url, documentedRequest, { Authorization: "Bearer KEY" });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(await response.json()).toEqual(documentedAnswer);
});

test("refuses a request that the description does not allow, with a JSON object", async () => {
  const mock = await startForTest();
  const { name: _, ...withoutName } = documentedRequest;
  const response = await post(mock.url, withoutName);
  expect(response.status).toBe(422);
  const reason = "request.body: Request body must have required property 'name'";
  expect(await response.json()).toEqual({ message: `The mock refused the request: ${reason}`, violations: [reason] });
});

test("gives the answer that is asked for", async () => {
  const mock = await startForTest();
  expect((await post(mock.url, documentedRequest, { Prefer: "code=429" })).status).toBe(429);
  expect((await post(mock.url, documentedRequest, { Prefer: "code=503" })).status).toBe(503);
});

test("takes the path with its final slash only", async () => {
  const mock = await startForTest();
  const response = await fetch(`${mock.url}/suno/persona/create`, { method: "POST" });
  expect(response.status).toBe(404);
});

test("many run at once in one process, each with its own description", async () => {
  const folder = await scratchFolder();
  const other = { openapi: "3.1.0", info: { title: "Other", version: "1" }, paths: { "/other/": pathAnswering("hi") } };
  const file = join(folder, "other.yaml");
  await writeFile(file, JSON.stringify(other));
  const [first, second, third] = await Promise.all([
    startForTest(),
    startForTest({ spec: other }),
    startForTest({ spec: file }),
  ]);
  expect(new Set([first.url, second.url, third.url]).size).toBe(3);
  expect((await post(first.url)).status).toBe(200);
  expect(await (await fetch(`${second.url}/other/`)).json()).toBe("hi");
  expect(await (await fetch(`${third.url}/other/`)).json()).toBe("hi");
  expect((await fetch(`${first.url}/other/`)).status).toBe(404);
});

describe("a request that Prism fails on is refused, and the mock goes on", () => {
  test.each([
    ["a malformed Accept", "/suno/persona/create/", { Accept: "garbage" }, "invalid media type"],
    ["an Accept of one star", "/suno/persona/create/", { Accept: "*" }, "invalid media type"],
    ["a path that does not decode", "/things/%ff/", {}, "URI malformed"],
  ])("%s", async (_, path, headers, detail) => {
    const document = JSON.parse(await readFile(defaultSpec, "utf8"));
    const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
    const things = { parameters, post: { responses: { 204: { description: "Done." } } } };
    const spec = { ...document, paths: { ...document.paths, "/things/{id}/": things } };
    const mock = await startForTest({ spec });
    const response = await fetch(mock.url + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(documentedRequest),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ title: "The mock cannot read this request", detail });
    expect((await post(mock.url)).status).toBe(200);
  });
});

test("is silent", async () => {
  const output = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write"), vi.spyOn(console, "log")];
  const mock = await startForTest();
  await post(mock.url);
  await post(mock.url, {});
  for (const spy of output) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test("tells of each exchange, and in words why one was refused", async () => {
  const exchanges: MockExchange[] = [];
  const mock = await startForTest({ onExchange: (exchange) => exchanges.push(exchange) });
  const quiet = await startForTest();
  await post(mock.url);
  await post(mock.url, { ...documentedRequest, name: 5 });
  await post(quiet.url);
  const { host } = new URL(mock.url);
  const headers = expect.objectContaining({ host, "content-type": "application/json" });
  expect(exchanges).toEqual([
    {
      method: "POST",
      path: "/suno/persona/create/",
      headers,
      body: documentedRequest,
      status: 200,
      durationMs: expect.any(Number),
      refused: false,
      violations: [],
    },
    {
      method: "POST",
      path: "/suno/persona/create/",
      headers,
      body: { ...documentedRequest, name: 5 },
      status: 422,
      durationMs: expect.any(Number),
      refused: true,
      violations: ["request.body.name: Request body property name must be string"],
    },
  ]);
});

test("fills a schema that names a Faker method, though Faker is loaded late", async () => {
  const schema = {
    type: "object",
    required: ["first"],
    properties: { first: { type: "string", "x-faker": { "helpers.arrayElement": [["only"]] } } },
  };
  const paths = { "/fake/": { get: { responses: { 200: { description: "Fake.", content: json({ schema }) } } } } };
  const mock = await startForTest({ spec: { ...emptyDocument, paths } });
  const response = await fetch(`${mock.url}/fake/`, { headers: { Prefer: "dynamic=true" } });
  expect(await response.json()).toMatchObject({ first: "only" });
});

describe("requireKey", () => {
  test("refuses a call without a key and takes one with it", async () => {
    const mock = await startForTest({ requireKey: true });
    expect((await post(mock.url)).status).toBe(401);
    expect((await post(mock.url, documentedRequest, { Authorization: "Bearer KEY" })).status).toBe(200);
  });

  test("without it, a call without a key is taken", async () => {
    const mock = await startForTest();
    expect((await post(mock.url)).status).toBe(200);
  });

  test("fails on a spec without security: there is no key to require", async () => {
    await expect(startMock({ spec: emptyDocument, requireKey: true })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(
        /^requireKey has no effect: no security requirement of the spec names a scheme\. .*$/,
      ),
    });
  });
});

describe("the port", () => {
  test("in use: says which", async () => {
    const mock = await startForTest();
    const port = Number(new URL(mock.url).port);
    await expect(startMock({ port })).rejects.toMatchObject({
      exitCode: 2,
      port,
      message: expect.stringContaining(`Port ${port} is in use`),
    });
  });

  test("is free after close, at once and although a client holds a connection", async () => {
    const mock = await startMock();
    const port = Number(new URL(mock.url).port);
    const idle = connect(port, "127.0.0.1");
    onTestFinished(() => void idle.destroy());
    await once(idle, "connect");
    await post(mock.url);
    const closed = mock.close();
    const successor = createServer().listen(port, "127.0.0.1");
    await once(successor, "listening");
    await closed;
    successor.close();
  });

  test("close may be called twice", async () => {
    const mock = await startMock();
    await Promise.all([mock.close(), mock.close()]);
    await expect(post(mock.url)).rejects.toThrow();
  });
});

describe("a description that cannot be mocked", () => {
  test.each([
    ["is missing", undefined, /Cannot read .*nowhere\.yaml \(ENOENT\)/],
    ["does not parse", "openapi: [\n", /nowhere\.yaml:\d+:\d+ {2}This does not parse/],
    ["is another document", "hello: world\n", /nowhere\.yaml is not an OpenAPI 3 document/],
    [
      "refers to a file that is missing",
      "openapi: 3.1.0\npaths:\n  /a/:\n    $ref: a.yaml\n",
      /Cannot read .*a\.yaml \(ENOENT\)/,
    ],
  ])("%s", async (_, text, message) => {
    const file = join(await scratchFolder(), "nowhere.yaml");
    if (text !== undefined) await writeFile(file, text);
    await expect(startMock({ spec: file })).rejects.toThrow(message);
    await expect(startMock({ spec: file })).rejects.toMatchObject({ exitCode: 2 });
  });
});

const emptyDocument = { openapi: "3.1.0", info: { title: "Empty", version: "1" }, paths: {} };

function json(mediaType: object) {
  return { "application/json": mediaType };
}

function pathAnswering(example: string) {
  return {
    get: { responses: { 200: { description: "Fine.", content: json({ schema: { type: "string" }, example }) } } },
  };
}
