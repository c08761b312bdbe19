import { expect, onTestFinished, test } from "vitest";
import { type MockOptions, startMock } from "../../src/mock/index.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

async function startForTest(options?: MockOptions) {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock;
}

function send({ url }: { url: string }, init: RequestInit = {}) {
  const headers = { "Content-Type": "application/json", Authorization: "Bearer KEY" };
  return fetch(`${url}/suno/persona/create/`, {
    method: "POST",
    body: JSON.stringify(documentedRequest),
    headers,
    ...init,
  });
}

test("a reply may be late, and is the success unless it has a status", async () => {
  const mock = await startForTest();
  await mock.reply({ delayMs: 60 });
  await mock.reply({ delayMs: 60, status: 429 });
  const start = performance.now();
  expect((await send(mock)).status).toBe(200);
  expect((await send(mock)).status).toBe(429);
  expect(performance.now() - start).toBeGreaterThan(110);
});

test("a reply may hang, reset the connection or cut the body off; then the mock goes on", async () => {
  const mock = await startForTest();
  await mock.reply({ hang: true });
  await expect(send(mock, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout/);
  await mock.reply({ reset: true });
  await expect(send(mock)).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  await mock.reply({ cut: true });
  const response = await send(mock);
  expect(response.status).toBe(200);
  await expect(response.json()).rejects.toThrow();
  expect((await send(mock)).status).toBe(200);
});

test("a reply may be a proxy's page, with a status that the spec lacks", async () => {
  const mock = await startForTest();
  await mock.reply({ status: 302, html: "<h1>Sign in</h1>", headers: { Location: "/login" } });
  const response = await send(mock, { redirect: "manual" });
  expect(response.status).toBe(302);
  expect(response.headers.get("content-type")).toBe("text/html");
  expect(await response.text()).toBe("<h1>Sign in</h1>");
});

test.each([
  [{ html: 5 }, "html must be a string, not 5"],
  [{ html: "", body: {} }, "use html without body and example"],
  [{ html: "", status: 99 }, "status must be 200 to 599, not 99"],
  [{ delayMs: "1s" }, "delayMs must be a whole number of milliseconds, not '1s'"],
  [{ hang: 1 }, "hang must be a boolean, not 1"],
  [{ hang: true, cut: true }, "use only one of hang and cut"],
  [{ hang: false }, "status must be a number, not undefined"],
])("%j is refused", async (reply, reason) => {
  const mock = await startForTest();
  await expect(mock.reply(reply as never)).rejects.toMatchObject({ message: `mock.reply(): ${reason}.` });
});

test("keeps the requests, the key included, until reset", async () => {
  const mock = await startForTest();
  await send(mock);
  await send(mock, { body: "{}" });
  expect(mock.requests).toMatchObject([
    { method: "POST", path: "/suno/persona/create/", body: documentedRequest, violations: [] },
    {
      headers: { authorization: "Bearer KEY" },
      body: {},
      violations: [expect.any(String), ...Array(4).fill(expect.any(String))],
    },
  ]);
  await mock.reset();
  expect(mock.requests).toEqual([]);
});

test("echo answers with the request's values where names and types match", async () => {
  const mock = await startForTest({ echo: true });
  const body = JSON.stringify({ ...documentedRequest, name: "Mine" });
  expect(await (await send(mock, { body })).json()).toMatchObject({ id: documentedAnswer.id, name: "Mine" });
  const plain = await startForTest();
  expect(await (await send(plain, { body })).json()).toEqual(documentedAnswer);
});

test("host: 0.0.0.0 is reached on the loopback, a host that is none is refused, and a block closes its mock", async () => {
  let url: string;
  {
    await using mock = await startMock({ host: "0.0.0.0" });
    url = mock.url;
    expect((await send(mock)).status).toBe(200);
  }
  await expect(send({ url })).rejects.toThrow();
  await expect(startMock({ host: "192.0.2.1" })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^The mock cannot listen on 192\.0\.2\.1, port 0 \(EADDRNOTAVAIL\)\.$/),
  });
});

test("a request that breaks off, and one that is refused while it is late, leave nothing behind", async () => {
  const mock = await startForTest();
  await mock.reply({ delayMs: 50 });
  await expect(send(mock, { signal: AbortSignal.timeout(10) })).rejects.toThrow();
  expect((await send(mock)).status).toBe(200);
});
