import { describe, expect, test } from "vitest";
import type { Exchange } from "../../src/contract/http/client.ts";
import { runContract } from "../../src/contract/index.ts";
import { paced } from "../../src/contract/run/pace.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { documentedAnswer } from "../openapi/documented-example.ts";
import { readPersonaDocument } from "../openapi/persona-document.ts";

const request = { method: "GET", target: "/", headers: [] };

/** A client with fixed responses. */
function clientOf(...responses: [status: number, headers?: [string, string][]][]) {
  let index = 0;
  return {
    exchange: async (): Promise<Exchange> => {
      const [status, headers = []] = responses[Math.min(index++, responses.length - 1)] ?? [200];
      return { request, response: { status, headers, body: Buffer.alloc(0), problems: [] }, durationMs: 0 };
    },
    close: () => {},
    sent: () => index,
  };
}

describe("Retry-After is waited for", () => {
  test("after a 429 and a 503, and what comes then counts", async () => {
    const client = clientOf(
      [429, [["Retry-After", "0"]]],
      [503, [["retry-after", "Thu, 01 Jan 1970 00:00:00 GMT"]]],
      [200],
    );
    const exchange = await paced(client, {})(request);
    expect(exchange.response?.status).toBe(200);
    expect(client.sent()).toBe(3);
    // The 429 is the suite's own doing.
    expect(exchange.overcome).toMatchObject([{ response: { status: 503 }, isOvercome: true }]);
  });

  test.each([500, 502, 504])("after a %i too, which stays itself if it comes again", async (status) => {
    const client = clientOf([status, [["Retry-After", "0"]]]);
    const exchange = await paced(client, {})(request);
    expect(exchange.response?.status).toBe(status);
    expect(exchange.overcome).toBeUndefined();
    expect(client.sent()).toBe(3);
  });

  test("twice for one request, no more", async () => {
    const client = clientOf([429, [["Retry-After", "0"]]]);
    expect((await paced(client, {})(request)).response?.status).toBe(429);
    expect(client.sent()).toBe(3);
  });

  test.each<[string, number, [string, string][]]>([
    ["without it", 429, []],
    ["where it is beyond a minute", 429, [["Retry-After", "3600"]]],
    ["where it is no time", 429, [["Retry-After", "soon"]]],
    ["with another status", 422, [["Retry-After", "0"]]],
  ])("not %s", async (_, status, headers) => {
    const client = clientOf([status, headers]);
    expect((await paced(client, {})(request)).response?.status).toBe(status);
    expect(client.sent()).toBe(1);
  });
});

test("a 503 that a retry follows is waited for, and reported once", async () => {
  const fine = http(200, { "Content-Type": "application/json" }, JSON.stringify(documentedAnswer));
  const busy = http(503, { "Retry-After": "0", "Content-Type": "application/json" }, "{}");
  const { url, requests } = await rawServer((socket, index) => void socket.end(index % 5 === 4 ? busy : fine));
  const report = await runContract({ url, document: await readPersonaDocument(), only: ["examples", "boundaries"] });
  const failures = report.violations.filter(({ check }) => check === "server-error");
  expect(failures.map(({ id }) => id)).toEqual(["createPersona/server-error/503 Retry-After"]);
  expect(failures[0]?.cases[0]?.response?.status).toBe(503);
  expect(failures[0]?.count).toBe(Math.floor(requests.length / 5));
  expect(report.requests).toBe(requests.length);
});

test("a rate keeps requests apart", async () => {
  const client = clientOf([200]);
  const send = paced(client, { rate: 50 });
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: 6 }, () => send(request)));
  // Five gaps of 20 ms; timers may be early by one.
  expect(performance.now() - startedAt).toBeGreaterThan(90);
});

test("a server that limits the rate is tested all the same, and every request names its sender", async () => {
  const limited = http(429, { "Retry-After": "0", "Content-Type": "application/json" }, "{}");
  const fine = http(200, { "Content-Type": "application/json" }, JSON.stringify(documentedAnswer));
  const { url, requests } = await rawServer(limited, limited, fine);
  const report = await runContract({
    url,
    document: await readPersonaDocument(),
    only: ["examples"],
    tool: "suite/1.0",
  });
  expect(report).toMatchObject({ passed: true, requests: 1 });
  expect(requests).toHaveLength(3);
  for (const text of requests) expect(text).toContain("\r\nUser-Agent: suite/1.0\r\n");
});
