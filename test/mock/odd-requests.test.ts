import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { startMock } from "../../src/mock/index.ts";
import { defaultSpec } from "../../src/openapi/read-document.ts";
import { documentedRequest } from "../openapi/documented-example.ts";

const count = 10_000;

/** Reproducible choices: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function createRandom(seed: number) {
  let state = seed;
  return <T>(values: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return values[Math.floor((state / 2 ** 32) * values.length)] as T;
  };
}

const path = "/suno/persona/create/";
const body = JSON.stringify(documentedRequest);
const methods = ["POST", "POST", "POST", "POST", "GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "nope", "CONNECT"];
const targets = [
  ...[
    path,
    path,
    path,
    path,
    path,
    `${path}?a=%`,
    `${path}?__code=abc`,
    `${path}?__proto__=1`,
    "/maps/",
    "/maps/?q=%ff",
  ],
  ...["/things/%ff/", "/things/%E0%A4%A/", "/things/%00/", "//", "///x", "/..", "*", "?", "http://a.test/maps/"],
  ...["http://:99999/", "http://[/", "garbage", `/${"a/".repeat(500)}`, `/${"a".repeat(20_000)}`, "/\xe9/"],
];
const accepts = ["*/*", "*/*", "*", "garbage", "a/b;q=x", ",,", "text/plain", "application/json;;=", "\xff"];
const types = [
  "application/json",
  "application/json",
  "garbage;;",
  ";",
  "/",
  "application/",
  "a/b/c",
  "text/plain",
  "\xff/x",
];
const more = ["", "", "", "Prefer: code=abc", "Prefer: example=none", "Prefer: =;,", "Prefer: \xff", "Cookie: =;=;%ff"];
const headers = [
  "",
  "",
  "Authorization: x",
  "Authorization: Bearer",
  "Origin: \xff",
  "Expect: odd",
  "Upgrade: x",
  `X: ${"x".repeat(20_000)}`,
];
const bodies = [
  ...[body, body, body, "", "{", "null", "0", '""', "[]", "\xff\xfe", "\0", '{"__proto__":1}', "[".repeat(5_000)],
  ...[Buffer.from('{"ключ":1}').toString("latin1"), Buffer.from('{"😀":1,"\\ud800":2}').toString("latin1")],
];

async function startForTest() {
  const document = JSON.parse(await readFile(defaultSpec, "utf8"));
  const noResponse = { responses: { 204: { description: "Done." } } };
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const map = { type: "object", additionalProperties: { type: "string" } };
  const requestBody = { required: true, content: { "application/json": { schema: map } } };
  const paths = {
    ...document.paths,
    "/things/{id}/": { parameters: [id], post: noResponse, get: noResponse },
    "/maps/": { post: { ...noResponse, requestBody } },
  };
  const mock = await startMock({ spec: { ...document, paths } });
  onTestFinished(() => mock.close());
  return mock;
}

/** Sends bytes and returns the status of what comes back; 0 if the connection closes without a response. */
async function sendRaw(port: number, text: string): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
  });
  socket.on("error", () => {});
  socket.end(text, "latin1");
  await once(socket, "close");
  return Number(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1] ?? 0);
}

test(`${count} odd requests, as raw bytes, end neither the mock nor in a 5xx`, { timeout: 120_000 }, async () => {
  const mock = await startForTest();
  const port = Number(new URL(mock.url).port);
  const output = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write"), vi.spyOn(console, "error")];
  onTestFinished(() => void vi.restoreAllMocks());
  const pick = createRandom(18);
  const statuses = new Map<number, string>();
  let left = count;
  const work = async () => {
    while (left-- > 0) {
      const content = pick(bodies);
      const length = pick([content.length, content.length, content.length, content.length, "x", -1, 99]);
      const lines = [`Accept: ${pick(accepts)}`, `Content-Type: ${pick(types)}`, pick(more), pick(headers)];
      const framing = pick([`Content-Length: ${length}`, `Content-Length: ${length}`, "Transfer-Encoding: chunked"]);
      const chunked = framing.startsWith("T") ? `${content.length.toString(16)}\r\n${content}\r\n0\r\n\r\n` : content;
      const head = [`${pick(methods)} ${pick(targets)} HTTP/1.1`, "Host: a", ...lines, framing, "Connection: close"];
      const text = `${head.filter(Boolean).join("\r\n")}\r\n\r\n${chunked}`;
      statuses.set(await sendRaw(port, text), text.slice(0, 600));
    }
  };
  await Promise.all(Array.from({ length: 20 }, work));
  expect([...statuses].filter(([status]) => status >= 500)).toEqual([]);
  for (const status of [0, 200, 204, 400, 404, 405, 406, 415, 422, 431]) expect([...statuses.keys()]).toContain(status);
  for (const spy of output) expect(spy).not.toHaveBeenCalled();
  expect((await fetch(`${mock.url}/things/1/`)).status).toBe(204);
});

test("a violation beyond Latin-1 is told in the header, escaped", async () => {
  const mock = await startForTest();
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: '{"ключ":1}' };
  const response = await fetch(`${mock.url}/maps/`, init);
  expect(response.status).toBe(422);
  const [first] = JSON.parse(response.headers.get("sl-violations") ?? "");
  expect(first).toMatchObject({
    location: ["request", "body", "ключ"],
    message: expect.stringContaining("must be string"),
  });
  expect(mock.requests[0]?.violations[0]).toContain("ключ");
});

test("a malformed Content-Type gets 415, malformed JSON the documented 400", async () => {
  const mock = await startForTest();
  const send = (type: string, text: string) =>
    fetch(mock.url + path, { method: "POST", headers: { "Content-Type": type }, body: text });
  const garbage = await send("garbage;;", body);
  expect(garbage.status).toBe(415);
  expect(await garbage.json()).toMatchObject({ violations: [expect.stringContaining("not garbage;;")] });
  const cut = await send("application/json", "{");
  expect(cut.status).toBe(400);
  expect(await cut.json()).toMatchObject({ violations: [expect.stringContaining("is not JSON")] });
});
