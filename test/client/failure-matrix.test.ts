import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type ClientOptions,
  createPersonaClient,
  isPersonaError,
  PersonaAbortedError,
  PersonaBodyError,
  PersonaConnectionError,
  PersonaError,
  PersonaRedirectError,
  PersonaStatusError,
  PersonaTimeoutError,
  PersonaUsageError,
} from "../../src/index.ts";
import { http, type RawAnswer, rawServer } from "../helpers/raw-server.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

const json = { "Content-Type": "application/json" };
const good = JSON.stringify(documentedAnswer);
const half = good.slice(0, good.length / 2);
const bomb = gzipSync(Buffer.alloc(4_000_000, " "));

interface Expected {
  type: new (...args: never[]) => PersonaError;
  outcome: "not-sent" | "rejected" | "unknown";
  status?: number;
  /** Requests that the server has seen. Default: 1. */
  seen?: number;
  body?: unknown;
  message?: RegExp;
  retryAfterMs?: unknown;
  code?: string | number | undefined;
}

/** Calls a server that answers so, and holds the error against what is expected. */
async function expectFailure(answers: RawAnswer[], expected: Expected, options: Partial<ClientOptions> = {}) {
  const { url, requests } = await rawServer(...answers);
  const client = createPersonaClient({ baseUrl: url, retry: { baseDelay: 1 }, ...options });
  const error = await client.createPersona(documentedRequest).then(
    () => expect.unreachable("the call has to fail"),
    (reason: unknown) => reason,
  );
  const { type, outcome, status, seen = 1, message, ...rest } = expected;
  expect(error).toBeInstanceOf(type);
  expect(error).toBeInstanceOf(PersonaError);
  expect(isPersonaError(error)).toBe(true);
  expect(error).toMatchObject({ name: type.name, outcome, status, attempts: seen, ...rest });
  expect(requests).toHaveLength(seen);
  if (message) expect((error as Error).message).toMatch(message);
  expect((error as Error).message.includes("A persona may have been created.")).toBe(outcome === "unknown");
}

describe("a success that cannot be used", () => {
  const unusable = (status: number, message: RegExp): Expected => {
    return { type: PersonaBodyError, outcome: "unknown", status, message };
  };
  test.each<[string, RawAnswer, Expected, Partial<ClientOptions>?]>([
    ["HTML", http(200, { "Content-Type": "text/html" }, "<html></html>"), unusable(200, /media type text\/html/)],
    ["no media type", http(200, {}, good), unusable(200, /media type null/)],
    ["bad JSON", http(200, json, "{bad"), unusable(200, /not JSON/)],
    ["empty", http(200, json), unusable(200, /is empty/)],
    ["null", http(200, json, "null"), unusable(200, /is null, not object/)],
    ["an array", http(200, json, "[]"), unusable(200, /is array, not object/)],
    [
      "cut in the middle",
      http(200, { ...json, "Content-Length": String(good.length) }, half),
      unusable(200, /is incomplete/),
    ],
    [
      "cut in the middle of a character",
      http(200, { ...json, "Content-Length": "99" }, Buffer.from('{"name": "café').subarray(0, -1)),
      { ...unusable(200, /is incomplete/), body: '{"name": "caf' },
    ],
    [
      "more bytes than the limit",
      http(200, json, JSON.stringify({ id: "x".repeat(2000) })),
      unusable(200, /larger than 1000 bytes/),
      { maxResponseBytes: 1000 },
    ],
    [
      "more bytes than the limit, as a small gzip",
      http(200, { ...json, "Content-Encoding": "gzip" }, bomb),
      unusable(200, /larger than 1048576 bytes/),
    ],
    ["gzip that is none", http(200, { ...json, "Content-Encoding": "gzip" }, good), unusable(200, /is incomplete/)],
    [
      "invalid UTF-8",
      http(200, json, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])),
      unusable(200, /not UTF-8/),
    ],
    [
      "204",
      http(204, { "Content-Length": "0" }),
      { type: PersonaStatusError, outcome: "unknown", status: 204, message: /not in the spec/ },
    ],
  ])("%s", (_, answer, expected, options) => expectFailure([answer], expected, options));

  test("a byte order mark is no failure", async () => {
    const { url } = await rawServer(http(200, json, `\uFEFF${good}`));
    expect(await createPersonaClient({ baseUrl: url }).createPersona(documentedRequest)).toEqual(documentedAnswer);
  });

  test("a character may come in two parts", async () => {
    const [before, after] = good.split("food") as [string, string];
    const bytes = Buffer.from(`${before}café${after}`);
    const middle = Buffer.byteLength(`${before}caf`) + 1;
    const { url } = await rawServer(async (socket) => {
      socket.write(http(200, { ...json, "Content-Length": String(bytes.length) }));
      socket.write(bytes.subarray(0, middle));
      await delay(20);
      socket.end(bytes.subarray(middle));
    });
    const persona = await createPersonaClient({ baseUrl: url }).createPersona(documentedRequest);
    expect(persona).toEqual({ ...documentedAnswer, name: "café" });
  });

  test("the media type may be in upper case and have a charset", async () => {
    const { url } = await rawServer(http(200, { "Content-Type": "Application/JSON; charset=utf-8" }, good));
    expect(await createPersonaClient({ baseUrl: url }).createPersona(documentedRequest)).toEqual(documentedAnswer);
  });
});

describe("a redirect is not followed", () => {
  test.each([
    [301, "/elsewhere/", "rejected", /redirect to http:\/\/127\.0\.0\.1:\d+\/elsewhere\/: check baseUrl/],
    [302, "/elsewhere/", "unknown", /redirect to http:\/\/127\.0\.0\.1:\d+\/elsewhere\/: check baseUrl/],
    [303, "/elsewhere/", "unknown", /redirect to http:\/\/127\.0\.0\.1:\d+\/elsewhere\/: check baseUrl/],
    [307, "../create", "rejected", /suno\/persona\/create \(only the final slash differs\): check baseUrl/],
    [308, "http://other.example/path?secret=1", "rejected", /redirect to http:\/\/other\.example\/path: check baseUrl/],
    [308, "http://[", "rejected", /a redirect: check baseUrl/],
  ] as const)("%i to %s", async (status, location, outcome, message) => {
    await expectFailure([http(status, { Location: location })], {
      type: PersonaRedirectError,
      outcome,
      status,
      message,
    });
  });
});

describe("a success without the persona", () => {
  const { id: _, ...withoutId } = documentedAnswer;
  const all =
    "id, name, description, root_clip_id, clip, user_display_name, user_handle, user_image_url, persona_clips";
  test.each<[string, object, string, (string | number)?]>([
    [
      "an error in an envelope",
      { code: "fail_to_fetch_task", message: "the clip does not exist", data: null },
      `lacks ${all}: the clip does not exist`,
      "fail_to_fetch_task",
    ],
    ["the persona in an envelope", { code: "success", message: "", data: documentedAnswer }, `lacks ${all}`, "success"],
    ["an error object", { error: { message: "quota exceeded", code: 4003 } }, `lacks ${all}: quota exceeded`, 4003],
    ["no id", withoutId, "lacks id"],
  ])("%s", (_, body, message, code) =>
    expectFailure([http(200, json, JSON.stringify(body))], {
      type: PersonaBodyError,
      outcome: "unknown",
      status: 200,
      body,
      code,
      message: new RegExp(`returned 200 with a body that ${message}\\. A persona may have been created\\.$`),
    }),
  );
});

describe("a refusal", () => {
  const refused = (status: number, body: unknown): Expected => {
    return { type: PersonaStatusError, outcome: "rejected", status, body };
  };
  test.each<[string, RawAnswer, Expected]>([
    ["400 with JSON", http(400, json, '{"why":"x"}'), refused(400, { why: "x" })],
    ["400 with null", http(400, json, "null"), refused(400, null)],
    ["400 without a body", http(400), refused(400, undefined)],
    [
      "400 with a problem",
      http(400, { "Content-Type": "application/problem+json" }, '{"title":"x"}'),
      refused(400, { title: "x" }),
    ],
    [
      "400 with long text",
      http(400, { "Content-Type": "text/plain" }, "y".repeat(5000)),
      refused(400, "y".repeat(2000)),
    ],
    ["401", http(401), refused(401, undefined)],
    ["404", http(404), refused(404, undefined)],
    ["408", http(408), { ...refused(408, undefined), outcome: "unknown" }],
    ["409", http(409), refused(409, undefined)],
    ["413", http(413), refused(413, undefined)],
    ["422", http(422, json, "{}"), refused(422, {})],
  ])("%s is not tried again", (_, answer, expected) => expectFailure([answer], expected));
});

describe("the server's reason ends the message", () => {
  const long = "x".repeat(500);
  test.each<[string, string | object, string, (string | number)?]>([
    ["message", { message: "quota exceeded", code: "quota" }, "402: quota exceeded", "quota"],
    ["error as text", { error: "quota exceeded" }, "402: quota exceeded"],
    ["error.message", { error: { message: "quota exceeded", code: 7 } }, "402: quota exceeded", 7],
    ["detail", { detail: "quota exceeded" }, "402: quota exceeded"],
    ["title", { title: "quota exceeded" }, "402: quota exceeded"],
    ["errors[0].message", { errors: [{ message: "quota exceeded" }] }, "402: quota exceeded"],
    ["the first that is a text", { message: "", error: null, detail: ["a"], title: "no quota" }, "402: no quota"],
    ["on one line", { message: " a\r\nb\u2028c\u001b[31m\u0000d " }, "402: a b c [31m d"],
    ["cut to 200 characters", { message: long }, `402: ${long.slice(0, 200)}`],
    ["cut between two characters", { message: `${"x".repeat(199)}😀` }, `402: ${"x".repeat(199)}`],
    ["none in an array", [{ message: "quota exceeded" }], "402"],
    ["none in HTML", "<h1>quota exceeded</h1>", "402"],
    ["no code that is an object", { code: {}, message: "a" }, "402: a"],
  ])("%s", (_, body, message, code) =>
    expectFailure([http(402, json, typeof body === "string" ? body : JSON.stringify(body))], {
      type: PersonaStatusError,
      outcome: "rejected",
      status: 402,
      body,
      code,
      message: new RegExp(
        `^POST http://127.0.0.1:\\d+/suno/persona/create/ returned ${message.replace(/[[\]]/g, "\\$&")}$`,
      ),
    }),
  );

  test("with the request's id, and before what the failure means", () =>
    expectFailure([http(500, { ...json, "X-Request-Id": "req-1" }, '{"detail":"no database"}')], {
      type: PersonaStatusError,
      outcome: "unknown",
      status: 500,
      message: /returned 500: no database \(request id req-1\)\. A persona may have been created\.$/,
    }));
});

describe("429 is tried again, at most twice", () => {
  const limited = { type: PersonaStatusError, outcome: "rejected", status: 429 } as const;
  test.each<[string, Record<string, string>, number, unknown]>([
    ["without Retry-After", {}, 3, undefined],
    ["after 0 seconds", { "Retry-After": "0" }, 3, 0],
    ["not after an hour", { "Retry-After": "3600" }, 1, 3_600_000],
    [
      "not on a far date",
      { "Retry-After": new Date(Date.now() + 3_600_000).toUTCString() },
      1,
      expect.closeTo(3_600_000, -4),
    ],
    ["on a past date", { "Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT" }, 3, 0],
    ["not after more seconds than there are", { "Retry-After": "9".repeat(400) }, 1, Number.POSITIVE_INFINITY],
    ["with garbage in Retry-After", { "Retry-After": "-5 soon" }, 3, undefined],
  ])("%s", (_, headers, seen, retryAfterMs) => expectFailure([http(429, headers)], { ...limited, seen, retryAfterMs }));

  test("after a second, and then it may succeed", async () => {
    const { url, requests } = await rawServer(http(429, { "Retry-After": "1" }), http(200, json, good));
    const startedAt = performance.now();
    const result = await createPersonaClient({ baseUrl: url }).result.createPersona(documentedRequest);
    expect(result).toMatchObject({ ok: true, attempts: 2 });
    expect(requests).toHaveLength(2);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(995);
  });

  test("not where Retry-After goes beyond the deadline", () =>
    expectFailure([http(429, { "Retry-After": "5" })], { ...limited, retryAfterMs: 5000 }, { deadline: 1000 }));
});

describe("a failing server is not tried again, because a persona may have been created", () => {
  const failed = (status: number, body?: unknown): Expected => {
    return { type: PersonaStatusError, outcome: "unknown", status, body };
  };
  test.each<[string, RawAnswer, Expected]>([
    ["500 without a body", http(500), failed(500)],
    ["502 with HTML", http(502, { "Content-Type": "text/html" }, "<html>"), failed(502, "<html>")],
    ["503", http(503), failed(503)],
    ["503 with Retry-After", http(503, { "Retry-After": "1" }), { ...failed(503), retryAfterMs: 1000 }],
  ])("%s", (_, answer, expected) => expectFailure([answer], expected));

  test.each([408, 409, 500, 503])("but %i is, where the caller asks for it", (status) =>
    expectFailure(
      [http(status)],
      { type: PersonaStatusError, outcome: status === 409 ? "rejected" : "unknown", status, seen: 3 },
      { retry: { unknownOutcome: true, baseDelay: 1 } },
    ),
  );
});

test("a cut body is tried again where the caller asks for it", () =>
  expectFailure(
    [http(200, { ...json, "Content-Length": String(good.length) }, half)],
    { type: PersonaBodyError, outcome: "unknown", status: 200, seen: 3 },
    { retry: { unknownOutcome: true, baseDelay: 1 } },
  ));

describe("no answer", () => {
  test("refused: tried again, and not sent", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const dead = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await promisify(server.close.bind(server))();
    const error = await createPersonaClient({ baseUrl: dead, retry: { baseDelay: 1 } })
      .createPersona(documentedRequest)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PersonaConnectionError);
    expect(error).toMatchObject({ outcome: "not-sent", attempts: 3, status: undefined, cause: expect.any(Error) });
    expect((error as Error).message).not.toContain("may have been");
  });

  test("no such name: not sent", async () => {
    const error = await createPersonaClient({ baseUrl: "http://nowhere.invalid", retry: false })
      .createPersona(documentedRequest)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "PersonaConnectionError", outcome: "not-sent", attempts: 1 });
  });

  const broken = { type: PersonaConnectionError, outcome: "unknown" } as const;
  const slow = { type: PersonaTimeoutError, outcome: "unknown" } as const;
  const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${good.length}\r\n\r\n`;
  test("reset after the request is read", () => expectFailure([(socket) => socket.resetAndDestroy()], broken));

  test("reset before the request is read", async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.on("error", () => {}).resetAndDestroy();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const error = await createPersonaClient({ baseUrl })
      .createPersona(documentedRequest)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "PersonaConnectionError", outcome: "unknown", attempts: 1 });
    expect(connections).toBe(1);
  });

  test("closed without an answer", () => expectFailure([(socket) => socket.end()], broken));

  test("garbage", () => expectFailure(["not http at all\r\n\r\n"], broken));

  test("silence", () => expectFailure([() => {}], slow, { timeout: 100 }));

  test("headers, then silence", () =>
    expectFailure([(socket) => void socket.write(head)], { ...slow, status: 200 }, { timeout: 100 }));

  test("chunks that never end", () =>
    expectFailure(
      [
        (socket) =>
          void socket.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
          ),
      ],
      { ...slow, status: 200 },
      { timeout: 100 },
    ));

  test("a byte now and then, for longer than the timeout", () => {
    const drip: RawAnswer = async (socket) => {
      socket.write(head);
      for (const byte of good) {
        if (socket.destroyed) return;
        socket.write(byte);
        await delay(20);
      }
    };
    return expectFailure([drip], { ...slow, status: 200 }, { timeout: 150 });
  });

  test("a deadline ends all attempts together", () =>
    expectFailure([() => {}], { ...slow, seen: 1 }, { timeout: 1000, deadline: 100, retry: { unknownOutcome: true } }));
});

describe("the caller's signal", () => {
  const aborted = async (answers: RawAnswer[], afterMs: number) => {
    const { url, requests } = await rawServer(...answers);
    const controller = new AbortController();
    const reason = new Error("enough");
    if (afterMs === 0) controller.abort(reason);
    else setTimeout(() => controller.abort(reason), afterMs);
    const client = createPersonaClient({
      baseUrl: url,
      retry: { baseDelay: 60_000, maxDelay: 60_000 },
      deadline: false,
    });
    const call = client.createPersona(documentedRequest, { signal: controller.signal });
    const error = await call.catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(PersonaAbortedError);
    expect(error).toMatchObject({ cause: reason });
    return { error: error as PersonaError, requests };
  };

  test("before: nothing is sent", async () => {
    const { error, requests } = await aborted([http(200, json, good)], 0);
    expect(error).toMatchObject({ outcome: "not-sent", attempts: 0 });
    expect(requests).toHaveLength(0);
  });

  test("during the request", async () => {
    const { error } = await aborted([() => {}], 100);
    expect(error).toMatchObject({ outcome: "unknown", attempts: 1 });
  });

  test("during the body", async () => {
    const { error } = await aborted(
      [(socket) => void socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")],
      100,
    );
    expect(error).toMatchObject({ outcome: "unknown", status: 200, attempts: 1 });
  });

  test("during a wait between attempts", async () => {
    const { error, requests } = await aborted([http(429, { "Retry-After": "50" })], 100);
    expect(error).toMatchObject({ outcome: "rejected", status: 429, attempts: 1 });
    expect(requests).toHaveLength(1);
  });
});

describe("what cannot be sent", () => {
  test.each<[string, Partial<ClientOptions>]>([
    ["a header value with a line break", { headers: { "X-A": "CANARY\r\nX-B: 1" } }],
    ["a header name with a space", { headers: { "X A": "1" } }],
    ["a key function that gives a bad key", { apiKey: () => "CANARY\n" }],
    ["a key function that fails", { apiKey: () => Promise.reject(new Error("vault")) }],
  ])("%s", async (_, options) => {
    const { url, requests } = await rawServer(http(200, json, good));
    const error = await createPersonaClient({ baseUrl: url, ...options })
      .createPersona(documentedRequest)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PersonaUsageError);
    expect(error).toMatchObject({ outcome: "not-sent", attempts: 0 });
    expect(`${(error as Error).stack}`).not.toContain("CANARY");
    expect(requests).toHaveLength(0);
  });

  test("a body that is no JSON", async () => {
    const { url } = await rawServer(http(200, json, good));
    const circular: Record<string, unknown> = { ...documentedRequest };
    circular.self = circular;
    const call = createPersonaClient({ baseUrl: url }).createPersona(circular as never);
    await expect(call).rejects.toMatchObject({ name: "PersonaUsageError", outcome: "not-sent" });
  });
});

test("200 calls at once with mixed outcomes never get each other's answer", async () => {
  const { url } = await rawServer((socket, index) => {
    const name = /"name":"(call-\d+)"/.exec(requests[index] ?? "")?.[1] ?? "";
    const n = Number(name.slice(5));
    const body = JSON.stringify({ ...documentedAnswer, name });
    setTimeout(
      () =>
        socket.end(n % 3 === 0 ? http(422, json, body) : n % 3 === 1 ? http(200, json, body) : http(500, json, body)),
      n % 17,
    );
  }).then((server) => {
    requests = server.requests;
    return server;
  });
  const client = createPersonaClient({ baseUrl: url });
  const names = Array.from({ length: 200 }, (_, index) => `call-${index}`);
  const results = await Promise.all(names.map((name) => client.result.createPersona({ ...documentedRequest, name })));
  for (const [index, result] of results.entries()) {
    expect(result.status).toBe([422, 200, 500][index % 3]);
    expect((result.data as { name?: string })?.name).toBe(names[index]);
  }
});
let requests: string[] = [];
