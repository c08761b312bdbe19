import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { inspect } from "node:util";
import { describe, expect, expectTypeOf, onTestFinished, test, vi } from "vitest";
import {
  type CallOptions,
  type CreatePersonaRequest,
  createPersonaClient,
  type Input,
  isPersonaError,
  type LogEvent,
  type Persona,
  type PersonaClient,
  type PersonaError,
  type PersonaStatusError,
  PersonaUsageError,
  type paths,
} from "../../src/index.ts";
import { startMock } from "../../src/mock/index.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

/** A server on loopback that answers every request with `answer`. */
async function serve(answer: RequestListener) {
  const requests: { request: IncomingMessage; body: string }[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ request, body: await text(request) });
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const answerWith = (status: number, headers: Record<string, string>, body: string): RequestListener => {
  return (_, response) => void response.writeHead(status, headers).end(body);
};
const json = { "Content-Type": "application/json" };
const persona = JSON.stringify(documentedAnswer);

test("the documented call against the mock gives the documented persona", async () => {
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const client = createPersonaClient({ baseUrl: mock.url, apiKey: "KEY" });
  const persona = await client.createPersona(documentedRequest);
  expect(persona.id).toBe("fd213afd-ac1c-4822-9802-c1c0ea45e77b");
  expect(persona).toEqual(documentedAnswer);
});

describe("what is sent", () => {
  test("the documented request, with both headers and the key", async () => {
    const { baseUrl, requests } = await serve(answerWith(200, json, JSON.stringify(documentedAnswer)));
    await createPersonaClient({ baseUrl, apiKey: "KEY" }).createPersona(documentedRequest);
    expect(requests).toHaveLength(1);
    const [{ request, body } = {}] = requests;
    expect(`${request?.method} ${request?.url}`).toBe("POST /suno/persona/create/");
    expect(request?.headers).toMatchObject({
      "content-type": "application/json",
      accept: "application/json",
      authorization: "Bearer KEY",
    });
    expect(JSON.parse(body ?? "")).toEqual(documentedRequest);
  });

  test("no Authorization without a key", async () => {
    const { baseUrl, requests } = await serve(answerWith(200, json, persona));
    await createPersonaClient({ baseUrl }).createPersona(documentedRequest);
    expect(requests[0]?.request.headers.authorization).toBeUndefined();
  });

  test("headers of the client and, above them, of the call", async () => {
    const { baseUrl, requests } = await serve(answerWith(200, json, persona));
    const client = createPersonaClient({ baseUrl, headers: { "X-A": "client", "X-B": "client" } });
    await client.createPersona(documentedRequest, { headers: { "X-B": "call" } });
    expect(requests[0]?.request.headers).toMatchObject({ "x-a": "client", "x-b": "call" });
  });

  test("a header's name is the same in any case, one without a value is left out, and Headers are taken too", async () => {
    const { baseUrl, requests } = await serve(answerWith(200, json, persona));
    const headers = new Headers({ "X-A": "client", Accept: "application/problem+json" });
    const client = createPersonaClient({ baseUrl, headers: headers as never });
    const own = { "x-a": "call", "X-C": undefined } as Record<string, string | undefined>;
    await client.createPersona(documentedRequest, { headers: own as Record<string, string> });
    const { headers: sent } = requests[0]?.request ?? {};
    expect(sent).toMatchObject({ "x-a": "call", accept: "application/problem+json" });
    expect(sent).not.toHaveProperty("x-c");
  });
});

describe("the base URL", () => {
  test.each([
    ["", "/suno/persona/create/"],
    ["/", "/suno/persona/create/"],
    ["/v1", "/v1/suno/persona/create/"],
    ["/a/b/", "/a/b/suno/persona/create/"],
  ])("with the prefix %j", async (prefix, path) => {
    const { baseUrl, requests } = await serve(answerWith(200, json, persona));
    await createPersonaClient({ baseUrl: baseUrl + prefix }).createPersona(documentedRequest);
    expect(requests[0]?.request.url).toBe(path);
  });

  test.each([
    ["gateway.example", /must be an https URL/],
    ["ftp://gateway.example", /must be an https URL/],
    ["https://user:CANARY@gateway.example", /credentials/],
    ["https://gateway.example/?a=CANARY", /query/],
    ["https://gateway.example/?", /query/],
    ["https://gateway.example/#CANARY", /hash/],
  ])("%s is refused, and the fix named", (baseUrl, message) => {
    const create = () => createPersonaClient({ baseUrl });
    expect(create).toThrow(PersonaUsageError);
    expect(create).toThrow(message);
    expect(create).not.toThrow(/CANARY/);
  });
});

describe("a port that fetch blocks", () => {
  /** Whether fetch refuses the port before it connects; nothing is sent. */
  const isBlocked = async (port: number) => {
    const dispatcher = {
      dispatch: () => {
        throw new Error("allowed");
      },
    };
    const error = await fetch(`http://127.0.0.1:${port}/`, { dispatcher } as RequestInit).catch(
      (cause: Error) => cause,
    );
    return (error as { cause?: Error }).cause?.message === "bad port";
  };

  const high = [1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679];
  const low = Array.from({ length: 1023 }, (_, index) => index + 1);

  test("is refused, and every other port is accepted", async () => {
    for (const port of [...low, ...high, 6697, 10_080, 1718, 4191, 6670, 8080, 65_535]) {
      const create = () => createPersonaClient({ baseUrl: `http://127.0.0.1:${port}` });
      if (await isBlocked(port)) expect(create, `${port}`).toThrow(`baseUrl has port ${port}, which fetch blocks`);
      else expect(create, `${port}`).not.toThrow();
    }
  });

  test("is a usage error, and nothing is sent", () => {
    expect(() => createPersonaClient({ baseUrl: "http://127.0.0.1:1" })).toThrow(PersonaUsageError);
    expect(() => createPersonaClient({ baseUrl: "http://127.0.0.1:1" })).toThrow(
      expect.objectContaining({ kind: "usage", outcome: "not-sent", attempts: 0 }),
    );
  });
});

describe("the key", () => {
  test("may come from a function, which is asked before each attempt", async () => {
    let answers = 0;
    const { baseUrl, requests } = await serve((_, response) => {
      answers += 1;
      response.writeHead(answers === 1 ? 429 : 200, json).end(persona);
    });
    let keys = 0;
    const apiKey = async () => `KEY-${++keys}`;
    await createPersonaClient({ baseUrl, apiKey, retry: { baseDelay: 1 } }).createPersona(documentedRequest);
    expect(requests.map(({ request }) => request.headers.authorization)).toEqual(["Bearer KEY-1", "Bearer KEY-2"]);
  });

  test.each(["CANARY\n", "CANARY key", "CANARY\u00e9", ""])(
    "%j is refused before it is sent, and not shown",
    (apiKey) => {
      const create = () => createPersonaClient({ baseUrl: "https://gateway.example", apiKey });
      expect(create).toThrow(PersonaUsageError);
      expect(create).toThrow(/apiKey must be printable ASCII/);
      expect(create).not.toThrow(/CANARY/);
    },
  );

  test("that does not come in time is a timeout without an attempt", async () => {
    const { baseUrl, requests } = await serve(answerWith(200, json, persona));
    const client = createPersonaClient({ baseUrl, apiKey: () => new Promise(() => {}), timeout: 20 });
    const expected = { name: "PersonaTimeoutError", outcome: "not-sent", attempts: 0 };
    await expect(client.createPersona(documentedRequest)).rejects.toMatchObject(expected);
    expect(requests).toHaveLength(0);
  });

  test("is refused over plain http to another host, unless allowed", () => {
    const baseUrl = "http://gateway.example";
    expect(() => createPersonaClient({ baseUrl, apiKey: "KEY" })).toThrow(/needs https or allowInsecureHttp/);
    expect(() => createPersonaClient({ baseUrl, apiKey: () => "KEY" })).toThrow(PersonaUsageError);
    createPersonaClient({ baseUrl, apiKey: "KEY", allowInsecureHttp: true });
    createPersonaClient({ baseUrl });
    for (const host of ["localhost", "api.localhost", "127.8.9.1", "[::1]"]) {
      createPersonaClient({ baseUrl: `http://${host}:4010`, apiKey: "KEY" });
    }
    expect(() => createPersonaClient({ baseUrl: "http://127.0.0.1.evil.example", apiKey: "KEY" })).toThrow();
  });

  test.each([
    ["a page", { document: {} }],
    ["a worker", { WorkerGlobalScope: class {}, location: {} }],
  ])("is refused in %s of a browser, unless allowed", (_, globals) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    onTestFinished(() => void vi.unstubAllGlobals());
    const baseUrl = "https://gateway.example";
    expect(() => createPersonaClient({ baseUrl, apiKey: "KEY" })).toThrow(
      /public in a browser: .* set allowKeyInBrowser/,
    );
    createPersonaClient({ baseUrl, apiKey: "KEY", allowKeyInBrowser: true });
    createPersonaClient({ baseUrl });
  });

  test.each([
    ["with the escapes of PHP", 400, '{"message":"key a\\/b+c"}', "key [key]"],
    ["with the escapes of .NET", 400, '{"message":"key a/b\\u002Bc"}', "key [key]"],
    ["in JSON that is cut", 400, '{"message":"key a\\/b+c', '{"message":"key [key]'],
    ["in HTML", 502, "<p>key a/b+c</p>", "<p>key [key]</p>"],
    ["in a success that the caller rejects", 200, '{"message":"key a/b+c"}', "key [key]"],
  ])("is hidden %s", async (_, status, body, shown) => {
    const { baseUrl } = await serve(answerWith(status, json, body));
    const reject = () => {
      throw new Error("no persona");
    };
    const client = createPersonaClient({ baseUrl, apiKey: "a/b+c", validate: { response: reject } });
    const error = await client.createPersona(documentedRequest).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status, body: shown.startsWith("key") ? { message: shown } : shown });
    expect(inspect(error, { depth: null })).not.toMatch(/a.{0,2}\/b/);
  });

  test("is in no inspection, no error and no log line, though the server sends it back", async () => {
    const { baseUrl } = await serve((_, response) =>
      response.writeHead(400, { ...json, "X-Echo": "CANARY" }).end('{"key":"Bearer CANARY"}'),
    );
    const lines: unknown[] = [];
    const client = createPersonaClient({ baseUrl, apiKey: "CANARY", logger: (event) => lines.push(event) });
    const error = await client.createPersona(documentedRequest).catch((reason: unknown) => reason);
    const result = await client.result.createPersona(documentedRequest);
    expect(error).toMatchObject({ status: 400, body: { key: "Bearer [key]" } });
    for (const thing of [client, error, result, lines, (error as PersonaError).headers]) {
      expect(inspect(thing, { depth: null, showHidden: true })).not.toContain("CANARY");
      expect(JSON.stringify(thing)).not.toContain("CANARY");
    }
    expect((error as Error).stack).not.toContain("CANARY");
    expect(lines).toHaveLength(2);
  });
});

describe("the form that never throws", () => {
  test("tells results apart by status, with headers, attempts and the request id", async () => {
    const headers = { ...json, "X-Request-Id": "r-1" };
    const { baseUrl } = await serve(answerWith(200, headers, JSON.stringify(documentedAnswer)));
    const result = await createPersonaClient({ baseUrl }).result.createPersona(documentedRequest);
    if (result.status !== 200) return expect.unreachable();
    expect(result.data.id).toBe(documentedAnswer.id);
    expect(result).toMatchObject({ ok: true, attempts: 1, requestId: "r-1" });
    expect(result.headers?.get("content-type")).toBe("application/json");
  });

  test("a documented failure has its status, its data and its error", async () => {
    const { baseUrl } = await serve(answerWith(422, { ...json, "Request-Id": "r-2" }, '{"why":1}'));
    const result = await createPersonaClient({ baseUrl }).result.createPersona(documentedRequest);
    expect(result).toMatchObject({ ok: false, status: 422, data: { why: 1 }, attempts: 1, requestId: "r-2" });
    expect(!result.ok && result.error).toMatchObject({ name: "PersonaStatusError", requestId: "r-2" });
  });

  test("data is undefined where the body is not of the documented kind", async () => {
    const { baseUrl } = await serve(answerWith(502, { "Content-Type": "text/html" }, "<html>"));
    const result = await createPersonaClient({ baseUrl }).result.createPersona(documentedRequest);
    expect(result).toMatchObject({ ok: false, status: 502, data: undefined });
    expect(!result.ok && result.error.body).toBe("<html>");
  });

  test("an undocumented status, a failed call and an unusable option are cases of their own", async () => {
    const { baseUrl } = await serve(answerWith(302, { Location: "/" }, ""));
    const client = createPersonaClient({ baseUrl, retry: false });
    expect(await client.result.createPersona(documentedRequest)).toMatchObject({
      status: "undocumented",
      error: { status: 302 },
    });
    expect(await client.result.createPersona(documentedRequest, { signal: AbortSignal.abort() })).toMatchObject({
      status: "failed",
      error: { name: "PersonaAbortedError" },
    });
    expect(await client.result.createPersona(documentedRequest, { headers: { "a b": "" } })).toMatchObject({
      status: "failed",
      error: { name: "PersonaUsageError" },
    });
  });
});

describe("options", () => {
  test("a fetch of one's own gets the URL and the request's settings", async () => {
    const calls: unknown[][] = [];
    const fetch = async (...args: [string, RequestInit]) => {
      calls.push(args);
      return new Response(JSON.stringify(documentedAnswer), { headers: json });
    };
    await createPersonaClient({ baseUrl: "https://gateway.example", fetch }).createPersona(documentedRequest);
    expect(calls).toMatchObject([
      ["https://gateway.example/suno/persona/create/", { method: "POST", redirect: "manual" }],
    ]);
  });

  test("a fetch that heeds no signal is left behind at the timeout", async () => {
    const client = createPersonaClient({
      baseUrl: "https://gateway.example",
      timeout: 20,
      fetch: () => new Promise(() => {}),
    });
    await expect(client.createPersona(documentedRequest)).rejects.toMatchObject({ name: "PersonaTimeoutError" });
  });

  test("a time beyond what timers take is no limit", async () => {
    const { baseUrl } = await serve(answerWith(200, json, JSON.stringify(documentedAnswer)));
    const client = createPersonaClient({ baseUrl, timeout: 2 ** 40, deadline: false });
    expect((await client.createPersona(documentedRequest)).id).toBe(documentedAnswer.id);
  });

  test("the logger sees one event an attempt, and may fail", async () => {
    const events: LogEvent[] = [];
    const body = JSON.stringify(documentedAnswer);
    const { baseUrl } = await serve(answerWith(200, json, body));
    const logger = (event: LogEvent) => {
      events.push(event);
      throw new Error("full disk");
    };
    await createPersonaClient({ baseUrl, logger }).createPersona(documentedRequest);
    expect(events).toEqual([
      {
        method: "POST",
        path: "/suno/persona/create/",
        host: new URL(baseUrl).host,
        attempt: 1,
        status: 200,
        durationMs: expect.any(Number),
        bytes: body.length,
      },
    ]);
  });

  test("those of a call win over those of the client, and undefined is as if absent", async () => {
    const { baseUrl } = await serve(() => {});
    const client = createPersonaClient({ baseUrl, timeout: 30 });
    const startedAt = performance.now();
    await expect(client.createPersona(documentedRequest, { timeout: undefined })).rejects.toThrow("over 30 ms");
    await expect(client.createPersona(documentedRequest, { timeout: 60 })).rejects.toThrow("over 60 ms");
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });
});

test("errors of another copy of the package are known", () => {
  class Foreign extends Error {}
  Object.defineProperty(Foreign.prototype, Symbol.for("openapi-client.ApiError"), { value: true });
  expect(isPersonaError(new Foreign())).toBe(true);
  expect(isPersonaError(new Error("other"))).toBe(false);
  expect(isPersonaError(undefined)).toBe(false);
});

test("types", () => {
  expectTypeOf<PersonaClient["createPersona"]>().toEqualTypeOf<
    (body: Input<CreatePersonaRequest>, options?: CallOptions) => Promise<Persona>
  >();
  type PersonaResult = Awaited<ReturnType<PersonaClient["result"]["createPersona"]>>;
  expectTypeOf<Extract<PersonaResult, { status: 200 }>["data"]>().toEqualTypeOf<Persona>();
  expectTypeOf<Extract<PersonaResult, { ok: true }>["status"]>().toEqualTypeOf<200>();
  expectTypeOf<422 | 503 | "undocumented" | "failed">().toExtend<PersonaResult["status"]>();
  expectTypeOf<302>().not.toExtend<PersonaResult["status"]>();
  expectTypeOf<Persona["id"]>().toEqualTypeOf<string>();
  expectTypeOf<paths>().toHaveProperty("/suno/persona/create/");
  const client = createPersonaClient({ baseUrl: "http://127.0.0.1:4010", apiKey: process.env.SUNO_API_KEY });
  expectTypeOf<PersonaStatusError["status"]>().toEqualTypeOf<number>();
  // Never called: the compiler is asked, not the server.
  void (() => [
    client.createPersona({ ...documentedRequest, clips: [documentedRequest.root_clip_id] as const }),
    // @ts-expect-error a required property is missing
    client.createPersona({ name: "only" }),
    // @ts-expect-error a property that the description does not name
    client.createPersona({ ...documentedRequest, nmae: "x" }),
    // @ts-expect-error a misspelt option of a call
    client.createPersona(documentedRequest, { singal: AbortSignal.timeout(1) }),
    // @ts-expect-error a misspelt option of the client
    createPersonaClient({ baseURL: "http://127.0.0.1:4010" }),
  ]);
});
