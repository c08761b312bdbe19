import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { readChunks } from "../../../src/contract/wire/chunked.ts";
import { createWireClient } from "../../../src/contract/wire/client.ts";
import { requestBytes, type WireRequest } from "../../../src/contract/wire/request.ts";
import { readResponse } from "../../../src/contract/wire/response.ts";
import { readTarget } from "../../../src/contract/wire/target.ts";
import { type RawAnswer, rawServer } from "../../helpers/raw-server.ts";

const get: WireRequest = { method: "GET", target: "/", headers: [] };

/** Reads an answer at once, and a byte at a time; both must give the same. */
function read(text: string, { method = "GET", ends = true } = {}) {
  const bytes = Buffer.from(text, "latin1");
  const [whole, slow] = [readResponse(method, 10_000), readResponse(method, 10_000)];
  whole.push(bytes);
  for (const byte of bytes) slow.push(Buffer.from([byte]));
  if (ends) for (const reader of [whole, slow]) reader.end();
  const view = ({ response, failure }: typeof whole) => ({
    status: response?.status,
    body: response?.body.toString("latin1"),
    failure: failure?.kind,
  });
  // What comes after the end is seen only where it comes along.
  expect(view(slow)).toEqual(view(whole));
  return {
    ...view(whole),
    faults: whole.response?.faults ?? [],
    message: whole.failure?.message,
    headers: whole.response?.headers,
  };
}

test("a request goes out as it is written: order, case and repetition of headers, and no length where one is given", () => {
  const headers: [string, string][] = [
    ["b", "1"],
    ["A", "2"],
    ["b", "3"],
    ["Content-Length", "99"],
  ];
  const bytes = requestBytes(
    { method: "pOsT", target: "//a/../b?c", headers, body: Buffer.from([0xff]) },
    { host: "h:1", userAgent: "u" },
  );
  expect(bytes.toString("latin1")).toBe(
    "pOsT //a/../b?c HTTP/1.1\r\nHost: h:1\r\nUser-Agent: u\r\nb: 1\r\nA: 2\r\nb: 3\r\nContent-Length: 99\r\n\r\n\xff",
  );
});

describe("an answer is read as RFC 9112 has it", () => {
  test.each([
    ["by its length", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", 200, "{}"],
    [
      "in chunks, with extensions and trailers",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\n{\r\n1\r\n}\r\n0\r\nX: y\r\n\r\n",
      200,
      "{}",
    ],
    ["to the end of the connection", "HTTP/1.0 200 OK\r\n\r\n{}", 200, "{}"],
    [
      "after interim answers",
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
      204,
      "",
    ],
    ["without a reason", "HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n", 404, ""],
  ])("%s", (_, text, status, body) => {
    expect(read(text)).toMatchObject({ status, body, failure: undefined, faults: [] });
  });

  test("an answer to HEAD has no body, whatever its length says", () => {
    expect(read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", { method: "HEAD" })).toMatchObject({
      body: "",
      failure: undefined,
      faults: [],
    });
  });
});

describe("what RFC 9112 does not allow is a fault", () => {
  test.each([
    ["HTTP/1.1 200 OK\nContent-Length: 0\r\n\r\n", "bare LF"],
    ["HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n", "white space before the colon of Content-Length"],
    ["HTTP/1.1 200 OK\r\nno header\r\nContent-Length: 0\r\n\r\n", "a line that is no header"],
    ["HTTP/1.1 200 OK\r\nA: 1\r\n folded\r\nContent-Length: 0\r\n\r\n", "a line that is no header"],
    ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} ", "more than once: 2, 3"],
    ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}", "given twice"],
    ["HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}", "is no number: two"],
    [
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
      "both Content-Length and Transfer-Encoding",
    ],
    ["HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nx", "Transfer-Encoding is gzip, not chunked"],
    ["HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n", "a 204 has no body"],
    ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "no hexadecimal number"],
    ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n", "longer than its size"],
  ])("%j", (text, fault) => {
    expect(read(text).faults.join("; ")).toContain(fault);
  });

  test("bytes after the end", () => {
    const reader = readResponse("GET", 1_000);
    reader.push(Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}more"));
    expect(reader.response?.faults).toEqual(["4 bytes came after the end of the answer"]);
    expect(reader.reusable).toBe(false);
  });
});

describe("an answer that is none, or not whole, is a failure", () => {
  test.each([
    ["", "closed", "without an answer"],
    ["HTTP/1.1 200", "closed", "in the middle of the head"],
    ["HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", "closed", "promises 9 bytes, 2 came"],
    ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", "closed", "the last chunk did not come"],
    ["SSH-2.0-x\r\n\r\n", "garbage", "not HTTP"],
    ["HTTP/2 200\r\n\r\n", "garbage", "status line"],
  ])("%j", (text, failure, message) => {
    expect(read(text)).toMatchObject({ failure, message: expect.stringContaining(message) });
  });

  test("longer than the limit", () => {
    const reader = readResponse("GET", 1_000);
    expect(reader.push(Buffer.from(`HTTP/1.1 200 OK\r\n\r\n${"x".repeat(2_000)}`))).toBe(true);
    expect(reader.failure).toEqual({ kind: "too large", message: "the answer is longer than 1000 bytes" });
  });
});

test("chunks may come in any pieces", () => {
  const text = Buffer.from("3\r\nabc\r\nA;x\r\n0123456789\r\n0\r\n\r\nrest");
  for (let cut = 1; cut < text.length; cut++) {
    const reader = readChunks();
    if (!reader.push(text.subarray(0, cut))) reader.push(text.subarray(cut));
    expect(Buffer.concat(reader.parts).toString(), `cut at ${cut}`).toBe("abc0123456789");
  }
});

describe("the client", () => {
  async function startClient(...answers: RawAnswer[]) {
    const { url, requests } = await rawServer(...answers);
    const client = createWireClient(readTarget(url), { userAgent: "u", timeoutMs: 300, maxBytes: 5_000 });
    onTestFinished(() => client.close());
    return { client, requests };
  }
  const kept = (socket: Socket) => void socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");

  test("keeps a connection for the next request", async () => {
    const ports = new Set<number | undefined>();
    const { client } = await startClient((socket) => {
      ports.add(socket.remotePort);
      kept(socket);
    });
    for (let index = 0; index < 3; index++) expect((await client.exchange(get)).response?.status).toBe(200);
    expect(ports.size).toBe(1);
  });

  test("opens another where the server has closed the idle one meanwhile", async () => {
    const { client } = await startClient((socket) =>
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", () => socket.end()),
    );
    for (let index = 0; index < 3; index++) expect((await client.exchange(get)).failure).toBeUndefined();
  });

  test("does not use a connection again on which something came after the end", async () => {
    const { client } = await startClient(
      (socket) => void socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 500 X\r\n\r\n"),
    );
    expect((await client.exchange(get)).response?.status).toBe(200);
    expect((await client.exchange(get)).response?.status).toBe(200);
  });

  test("sends many at once, each on a connection of its own", async () => {
    const waiting: Socket[] = [];
    const { client } = await startClient((socket) => {
      waiting.push(socket);
      if (waiting.length === 5) for (const one of waiting) kept(one);
    });
    const exchanges = await Promise.all(Array.from({ length: 5 }, () => client.exchange(get)));
    expect(exchanges.map(({ response }) => response?.status)).toEqual([200, 200, 200, 200, 200]);
  });

  test("tells a server that does not speak TLS from one that closes", async () => {
    const server = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const target = readTarget(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const client = createWireClient(target, { userAgent: "u", timeoutMs: 5_000 });
    const { failure } = await client.exchange(get);
    expect(failure).toMatchObject({ kind: "refused", message: expect.stringMatching(/SSL|TLS|wrong version/i) });
  });

  test("tells a connection that is refused from one that is closed", async () => {
    const client = createWireClient(readTarget("http://127.0.0.1:1"), { userAgent: "u", timeoutMs: 1_000 });
    expect((await client.exchange(get)).failure?.kind).toBe("refused");
    const { client: other } = await startClient((socket) => socket.destroy());
    expect((await other.exchange(get)).failure?.kind).toBe("closed");
  });
});

test.each(["ftp://a", "nowhere", "http://u:p@a", "http://a/?b", "http://a/#b"])(
  "%s is no base URL: exit code 2",
  (url) => {
    expect(() => readTarget(url)).toThrow(expect.objectContaining({ exitCode: 2 }));
  },
);

test.each([
  ["http://127.0.0.1:4010/", true, ""],
  ["http://[::1]:80/v1/", true, "/v1"],
  ["https://localhost", true, ""],
  ["https://127.0.0.1.example.com/a/b", false, "/a/b"],
  ["http://10.0.0.1", false, ""],
])("%s: loopback %s, base path %j", (url, loopback, basePath) => {
  expect(readTarget(url)).toMatchObject({ loopback, basePath });
});
