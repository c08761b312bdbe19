import type { Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { createWireClient } from "../../../src/contract/http/client.ts";
import type { WireRequest } from "../../../src/contract/http/request.ts";
import { readTarget } from "../../../src/contract/http/target.ts";
import { type RawAnswer, rawServer } from "../../helpers/raw-server.ts";

const get: WireRequest = { method: "GET", target: "/a", headers: [] };
const response = (body: string, ...lines: string[]) =>
  ["HTTP/1.1 200 OK", ...lines, `Content-Length: ${body.length}`, "", body].join("\r\n");

/** A client of a server with those responses; `sockets` contains the connection of each request. */
async function start(responses: RawAnswer[], { timeoutMs = 5_000, maxBytes = 100_000 } = {}) {
  const sockets: Socket[] = [];
  const noted = responses.map((one): RawAnswer => {
    return (socket, index) => {
      sockets.push(socket);
      if (typeof one === "function") one(socket, index);
      else socket.write(one);
    };
  });
  const { url, requests } = await rawServer(...noted);
  const client = createWireClient(readTarget(url), { userAgent: "suite/1", timeoutMs, maxBytes });
  onTestFinished(() => client.close());
  const view = async (request: WireRequest = get) => {
    const { response, failure } = await client.exchange(request);
    const { status, body, problems } = response ?? {};
    return { status, body: body?.toString(), problems, failure: failure?.kind, message: failure?.message };
  };
  return { client, view, requests, sockets, url };
}

describe("requests", () => {
  test("reach the server as exact bytes", async () => {
    const { client, requests, url } = await start([response("{}")]);
    const body = Buffer.from('{"a":"\u00fc"}');
    await client.exchange({
      method: "POST",
      target: "/x?y=%20",
      headers: [
        ["b", "2"],
        ["A", "1"],
      ],
      body,
    });
    const host = url.slice("http://".length);
    expect(requests).toEqual([
      `POST /x?y=%20 HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: suite/1\r\nb: 2\r\nA: 1\r\nContent-Length: 10\r\n\r\n${body.toString("latin1")}`,
    ]);
  });

  test("with large bodies arrive whole", async () => {
    const { client, requests } = await start([response("{}")]);
    const body = Buffer.alloc(1_000_000, "a");
    expect((await client.exchange({ ...get, method: "POST", body })).response?.status).toBe(200);
    expect(requests[0]?.split("\r\n\r\n")[1]?.length).toBe(1_000_000);
  });

  test("come back with their response, and the time that it took", async () => {
    const text = response("{}", "A: 1", "a: 2");
    const { client } = await start([(socket) => void setTimeout(() => socket.write(text), 50)]);
    const exchange = await client.exchange(get);
    expect(exchange.request).toBe(get);
    // Timers may be early by one.
    expect(exchange.durationMs).toBeGreaterThan(48);
    expect(exchange.response?.headers.slice(0, 2)).toEqual([
      ["A", "1"],
      ["a", "2"],
    ]);
  });
});

describe("a connection", () => {
  test("carries one request after the other", async () => {
    const { view, sockets } = await start([response("1"), response("2"), response("3")]);
    expect([(await view()).body, (await view()).body, (await view()).body]).toEqual(["1", "2", "3"]);
    expect(new Set(sockets).size).toBe(1);
  });

  test.each<[string, string]>([
    ["where the server says that it closes it", response("1", "Connection: close")],
    ["where something came after the end of a response", `${response("1")}more`],
    ["where a chunk was broken", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"],
  ])("is not used again %s", async (_, first) => {
    const { view, sockets } = await start([first, response("2")]);
    expect((await view()).status).toBe(200);
    expect(await view()).toMatchObject({ body: "2", problems: [] });
    expect(new Set(sockets).size).toBe(2);
  });

  test("is not used again where the server spoke while it was idle", async () => {
    const { view, sockets } = await start([response("1"), response("2")]);
    await view();
    const closed = new Promise((resolve) => sockets[0]?.once("close", resolve));
    sockets[0]?.write("HTTP/1.1 408 Request Timeout\r\n\r\n");
    await closed;
    expect(await view()).toMatchObject({ status: 200, body: "2", problems: [] });
  });

  test("that the server closed while it was idle is opened anew", async () => {
    const { view, requests } = await start([response("1"), (socket) => void socket.destroy(), response("3")]);
    await view();
    // The second request finds the connection closed without a byte: sent again, it gets the third response.
    expect(await view()).toMatchObject({ body: "3", failure: undefined });
    expect(requests).toHaveLength(3);
  });

  test("is reopened once: if the server closes that one too, there is no response", async () => {
    const { view, requests } = await start([response("1"), (socket) => void socket.destroy()]);
    await view();
    expect(await view()).toMatchObject({ failure: "closed", status: undefined });
    expect(requests).toHaveLength(3);
  });

  test("that closes in the middle of a head is a problem of the response, on a used connection too", async () => {
    const { view } = await start([
      response("1"),
      (socket) => void socket.end("HTTP/1.1 200 OK\r\nCont"),
      response("3"),
    ]);
    await view();
    expect(await view()).toMatchObject({ failure: "closed", message: expect.stringContaining("middle of the head") });
  });

  test("is each request's own where many go out at once", async () => {
    const waiting: Socket[] = [];
    const { client, sockets } = await start([
      (socket) => {
        waiting.push(socket);
        if (waiting.length === 4) for (const one of waiting) one.write(response("{}"));
      },
    ]);
    const exchanges = await Promise.all([get, get, get, get].map((request) => client.exchange(request)));
    expect(exchanges.map(({ response }) => response?.status)).toEqual([200, 200, 200, 200]);
    expect(new Set(sockets).size).toBe(4);
  });

  test("ends where the client is closed, used or idle", async () => {
    const { client, view, sockets } = await start([response("1")]);
    await view();
    const closed = new Promise((resolve) => sockets[0]?.once("close", resolve));
    client.close();
    await closed;
    expect(sockets[0]?.destroyed).toBe(true);
  });
});

describe("a server that misbehaves", () => {
  test("closes without a word", async () => {
    const { view } = await start([(socket) => void socket.end()]);
    expect(await view()).toMatchObject({ failure: "closed", message: "the connection was closed without a response" });
  });

  test("resets the connection", async () => {
    const { view } = await start([(socket) => void socket.resetAndDestroy()]);
    expect(await view()).toMatchObject({ failure: "closed", status: undefined });
  });

  test("closes in the middle of the body", async () => {
    const { view } = await start([(socket) => void socket.end("HTTP/1.1 201 Made\r\nContent-Length: 9\r\n\r\n{}")]);
    expect(await view()).toMatchObject({ status: 201, body: "{}", failure: "closed" });
  });

  test("closes before the last chunk", async () => {
    const { view } = await start([
      (socket) => void socket.end("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
    ]);
    expect(await view()).toMatchObject({ body: "{}", failure: "closed" });
  });

  test("says nothing", async () => {
    const { view } = await start([() => {}], { timeoutMs: 50 });
    expect(await view()).toMatchObject({ failure: "timeout", message: "no response within 50 ms" });
  });

  test("drips beyond the timeout", async () => {
    const drip = (socket: Socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
      const timer = setInterval(() => socket.write("a"), 10);
      socket.once("close", () => clearInterval(timer));
    };
    const { view } = await start([drip], { timeoutMs: 300 });
    const { status, failure, message } = await view();
    expect({ status, failure }).toEqual({ status: 200, failure: "timeout" });
    expect(message).toMatch(/^the response was not complete within 300 ms: \d+ bytes arrived$/);
  });

  test("drips a head that never ends", async () => {
    const { view } = await start(["HTTP/1.1 200 OK\r\n"], { timeoutMs: 300 });
    expect(await view()).toMatchObject({ failure: "timeout", message: expect.stringContaining("not a complete head") });
  });

  test("sends a body without end, which is stopped at the limit", async () => {
    const flood = (socket: Socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      const pour = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(10_000, "a")));
      };
      socket.on("drain", pour);
      pour();
    };
    const { view } = await start([flood], { maxBytes: 50_000 });
    expect(await view()).toMatchObject({ failure: "too large", message: "the response is longer than 50000 bytes" });
  });

  test.each([
    ["another protocol", "220 mail ready\r\n", "the response is not HTTP"],
    ["a page without a head", "<html></html>", "the response is not HTTP"],
    ["another version of HTTP", "HTTP/2 200\r\n\r\n", "the status line is not HTTP/1.1"],
  ])("speaks %s", async (_, text, message) => {
    const { view } = await start([text]);
    expect(await view()).toMatchObject({ failure: "garbage", message: expect.stringContaining(message) });
  });

  test("sends a body with a response to HEAD", async () => {
    const { view } = await start([response("body")]);
    expect(await view({ ...get, method: "HEAD" })).toMatchObject({
      status: 200,
      body: "",
      problems: ["4 bytes arrived after the end of the response"],
      failure: undefined,
    });
  });

  test("takes no connection", async () => {
    const client = createWireClient(readTarget("http://127.0.0.1:1"), { userAgent: "u", timeoutMs: 5_000 });
    const { response, failure } = await client.exchange(get);
    expect(response).toBeUndefined();
    expect(failure?.kind).toBe("refused");
  });

  test("leaves the next request its own connection and response", async () => {
    const { view } = await start([() => {}, response("2")], { timeoutMs: 300 });
    expect((await view()).failure).toBe("timeout");
    expect(await view()).toMatchObject({ body: "2", failure: undefined });
  });
});
