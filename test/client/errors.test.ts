import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type ClientOptions, createPersonaClient, type LogEvent, type PersonaError } from "../../src/index.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

const json = { "Content-Type": "application/json" };

async function errorOf(options: ClientOptions): Promise<PersonaError> {
  const result = await createPersonaClient({ retry: { baseDelay: 1 }, ...options }).result.createPersona(
    documentedRequest,
  );
  return result.ok ? expect.unreachable("the call has to fail") : result.error;
}

/** The URL of a server that has ended. */
async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** A fetch that fails as a runtime's does. */
const failing = (cause: unknown) => async () => {
  throw cause;
};
const from = (cause: object) => Object.assign(new TypeError("fetch failed"), { cause });
const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

describe("a failed connection", () => {
  test("is told with the deepest cause and its code", async () => {
    const baseUrl = await deadUrl();
    const error = await errorOf({ baseUrl, retry: false });
    expect(error.message).toBe(
      `POST ${baseUrl}/suno/persona/create/ was not sent: connect ECONNREFUSED ${baseUrl.slice(7)}`,
    );
    expect(error).toMatchObject({ kind: "connection", outcome: "not-sent", code: "ECONNREFUSED" });
  });

  test("over TLS with an unknown authority was not sent, and is not tried again", async () => {
    const read = (name: string) => readFile(join(packageRoot, "test/fixtures/tls", name));
    const server = createServer({ cert: await read("server.pem"), key: await read("server.key") }).listen(
      0,
      "127.0.0.1",
    );
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const error = await errorOf({ baseUrl });
    expect(error).toMatchObject({ kind: "connection", outcome: "not-sent", attempts: 1 });
    expect(error.code).toMatch(/^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN)$/);
    expect(error.message).toContain(`(${error.code})`);
  });

  test.each<[string, unknown, "not-sent" | "unknown", number]>([
    ["Node's refused connection", from(coded("ECONNREFUSED", "connect ECONNREFUSED ::1:1")), "not-sent", 3],
    [
      "Node's, of two addresses",
      from({ errors: [coded("ECONNREFUSED", "a"), coded("ECONNREFUSED", "b")] }),
      "not-sent",
      3,
    ],
    [
      "one of two addresses reset",
      from({ errors: [coded("ECONNREFUSED", "a"), coded("ECONNRESET", "b")] }),
      "unknown",
      1,
    ],
    ["Node's unknown name", from(coded("ENOTFOUND", "getaddrinfo ENOTFOUND a.invalid")), "not-sent", 3],
    ["Node's blocked port", from(new Error("bad port")), "not-sent", 1],
    ["Node's bad certificate", from(coded("CERT_HAS_EXPIRED", "certificate has expired")), "not-sent", 1],
    ["Node's other name", from(coded("ERR_TLS_CERT_ALTNAME_INVALID", "Hostname/IP does not match")), "not-sent", 1],
    ["Node's server without TLS", from(coded("ERR_SSL_WRONG_VERSION_NUMBER", "wrong version number")), "not-sent", 1],
    [
      "Node's broken record, which may follow a response",
      from(coded("ERR_SSL_DECRYPTION_FAILED", "bad mac")),
      "unknown",
      1,
    ],
    ["Bun's", coded("ConnectionRefused", "Unable to connect. Is the computer able to access the url?"), "not-sent", 3],
    ["Bun's bad certificate", coded("DEPTH_ZERO_SELF_SIGNED_CERT", "self signed certificate"), "not-sent", 1],
    [
      "Deno's",
      new TypeError("error sending request for url (http://127.0.0.1:9/): client error (Connect): tcp connect error"),
      "not-sent",
      3,
    ],
    [
      "Deno's bad certificate",
      new TypeError("client error (Connect): invalid peer certificate: UnknownIssuer"),
      "not-sent",
      1,
    ],
    ["a browser's", new TypeError("Failed to fetch"), "unknown", 1],
    ["a text", "offline", "unknown", 1],
    ["nothing", undefined, "unknown", 1],
  ])("%s", async (_, cause, outcome, attempts) => {
    const error = await errorOf({ baseUrl: "https://gateway.example", fetch: failing(cause) });
    expect(error).toMatchObject({ kind: "connection", outcome, attempts });
  });

  test("names CORS in a browser, and what the server must allow", async () => {
    vi.stubGlobal("document", {});
    onTestFinished(() => void vi.unstubAllGlobals());
    const fetch = failing(new TypeError("Failed to fetch"));
    const error = await errorOf({ baseUrl: "https://gateway.example", fetch });
    expect(error.message).toMatch(
      /lost the connection: Failed to fetch\. .*CORS.* Access-Control-Allow-Origin .*Access-Control-Expose-Headers: Retry-After, X-Request-Id\. A persona may have been created\.$/,
    );
  });
});

test("a redirect that a browser hides may have taken effect, and says so", async () => {
  const hidden = { status: 0, ok: false, headers: new Headers(), body: null } as Response;
  const error = await errorOf({ baseUrl: "https://gateway.example", fetch: async () => hidden });
  expect(error).toMatchObject({ kind: "redirect", outcome: "unknown", attempts: 1 });
  expect(error.message).toMatch(
    /a redirect that the browser hides: check baseUrl\. A persona may have been created\.$/,
  );
});

test.each([
  [{ "X A": "1" }, '"X A"'],
  [{ "X-B": "CANARY\r\nX: 1" }, '"X-B"'],
  [{ "X-C": "ключ" }, '"X-C"'],
])("an invalid header is named, without its value: %j", async (headers, name) => {
  const error = await errorOf({ baseUrl: "https://gateway.example", headers: headers as Record<string, string> });
  expect(error.message).toBe(`POST https://gateway.example/suno/persona/create/ was not sent: invalid header ${name}`);
});

test("as JSON, and as a logger copies it, an error shows message, facts and headers, never the key", async () => {
  const { url } = await rawServer(http(429, { ...json, "Retry-After": "9", "X-Echo": "CANARY" }, '{"code":"slow"}'));
  const error = await errorOf({ baseUrl: url, apiKey: "CANARY", retry: false });
  const shown = {
    name: "PersonaStatusError",
    message: error.message,
    kind: "status",
    status: 429,
    outcome: "rejected",
    attempts: 1,
    code: "slow",
    retryAfterMs: 9000,
    headers: { "retry-after": "9", "x-echo": "[key]" },
  };
  expect(JSON.parse(JSON.stringify({ error })).error).toMatchObject(shown);
  // pino copies the message and the enumerable properties.
  expect(JSON.parse(JSON.stringify({ ...error, message: error.message }))).toMatchObject(shown);
  expect(JSON.stringify(error)).not.toContain("CANARY");
  expect(JSON.parse(JSON.stringify(await errorOf({ baseUrl: await deadUrl(), retry: false })))).toMatchObject({
    code: "ECONNREFUSED",
  });
});

test("the logger sees each attempt: where to, what failed, and when it goes on", async () => {
  const limited = http(429, { ...json, "Retry-After": "0", "X-Request-Id": "r-1" }, '{"message":"slow"}');
  const { url } = await rawServer(limited, http(200, json, JSON.stringify(documentedAnswer)));
  const events: LogEvent[] = [];
  const client = createPersonaClient({ baseUrl: url, retry: { baseDelay: 1 }, logger: (event) => events.push(event) });
  await client.createPersona(documentedRequest);
  const { host } = new URL(url);
  expect(events).toMatchObject([
    {
      host,
      attempt: 1,
      status: 429,
      kind: "status",
      requestId: "r-1",
      error: `POST ${url}/suno/persona/create/ returned 429: slow (request id r-1)`,
      retryInMs: expect.any(Number),
    },
    { host, attempt: 2, status: 200, kind: undefined, error: undefined, retryInMs: undefined },
  ]);
});
