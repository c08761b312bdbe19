import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readResponse } from "../../../src/contract/http/response.ts";
import { headWith, readBothWays, readPieces, viewOf } from "./read.ts";

const plain = { problems: [], failure: undefined };

describe("a response is read to its end and no further", () => {
  test.each<[string, string, string, boolean]>([
    ["by its length", `${headWith("Content-Length: 2")}{}`, "{}", true],
    ["of no byte", headWith("Content-Length: 0"), "", true],
    ["in chunks", `${headWith("Transfer-Encoding: chunked")}1\r\n{\r\n1\r\n}\r\n0\r\n\r\n`, "{}", true],
    [
      "by its length, on a connection that closes",
      `${headWith("Connection: close", "Content-Length: 2")}{}`,
      "{}",
      false,
    ],
    ["of HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}", "{}", false],
  ])("%s", (_, text, body, reusable) => {
    expect(readBothWays(text, { ends: false })).toMatchObject({ ...plain, status: 200, body, reusable });
  });

  test("without a length it ends with the connection", () => {
    const text = `${headWith()}{}`;
    expect(readPieces(text, 100, { ends: false })).toMatchObject({ body: "{}", reusable: false });
    expect(readBothWays(text)).toMatchObject({ ...plain, body: "{}", reusable: false });
  });

  test.each([
    ["one", "HTTP/1.1 100 Continue\r\n\r\n"],
    ["several, with headers", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 100 \r\nContent-Length: 9\r\n\r\n"],
  ])("interim responses are skipped: %s", (_, interim) => {
    const text = `${interim}HTTP/1.1 201 Created\r\nA: 1\r\nContent-Length: 2\r\n\r\n{}`;
    expect(readBothWays(text)).toMatchObject({
      ...plain,
      status: 201,
      body: "{}",
      headers: [
        ["A", "1"],
        ["Content-Length", "2"],
      ],
    });
  });

  test("a response to HEAD ends with its head", () => {
    const text = headWith("Content-Length: 2");
    expect(readBothWays(text, { method: "HEAD", ends: false })).toMatchObject({ ...plain, body: "", reusable: true });
  });

  test.each([204, 304])("a %i ends with its head", (status) => {
    const text = `HTTP/1.1 ${status} Text\r\n\r\n`;
    expect(readBothWays(text, { ends: false })).toMatchObject({ ...plain, status, body: "", reusable: true });
  });

  test.each([
    ["LF alone", `HTTP/1.1 200 OK\nContent-Length: 2\n\n{}`],
    ["LF alone in some lines", `HTTP/1.1 200 OK\r\nContent-Length: 2\n\r\n{}`],
    ["LF alone, and a body that has an empty line", `HTTP/1.1 200 OK\nContent-Length: 6\n\n{}\r\n\r\n`],
    ["LF alone in some lines, and a body that has an empty line", `HTTP/1.1 200 OK\nContent-Length: 6\n\r\n{}\r\n\r\n`],
  ])("a head whose lines end with %s is read, with a problem", (_, text) => {
    const read = readBothWays(text, { ends: false });
    expect(read.problems).toEqual(["a line of the head ends with a bare LF"]);
    expect(read.body).toMatch(/^\{\}/);
  });
});

test("any response reads the same in any pieces", () => {
  const text = fc.string({ unit: "grapheme-ascii", maxLength: 30 });
  const framed = fc.tuple(text, fc.boolean()).map(([body, isChunked]) => {
    if (!isChunked) return { body, bytes: `${headWith("A: 1", `Content-Length: ${body.length}`)}${body}` };
    const chunk = body === "" ? "" : `${body.length.toString(16)}\r\n${body}\r\n`;
    return { body, bytes: `${headWith("Transfer-Encoding: chunked", "B: 2")}${chunk}0\r\n\r\n` };
  });
  fc.assert(
    fc.property(framed, fc.integer({ min: 1, max: 50 }), ({ body, bytes }, pieceBytes) => {
      expect(readPieces(bytes, pieceBytes, { ends: false })).toMatchObject({ ...plain, body, reusable: true });
    }),
    { seed: 1, numRuns: 300 },
  );
});

describe("bytes after the end are a problem, and the connection is not used again", () => {
  test.each([
    ["after a length", `${headWith("Content-Length: 2")}{}more`, "GET", "{}"],
    ["after the last chunk", `${headWith("Transfer-Encoding: chunked")}2\r\n{}\r\n0\r\n\r\nmore`, "GET", "{}"],
    ["after a 204", "HTTP/1.1 204 No Content\r\n\r\nmore", "GET", ""],
    ["after a response to HEAD", `${headWith("Content-Length: 4")}more`, "HEAD", ""],
  ])("%s", (_, text, method, body) => {
    expect(readPieces(text, 1_000, { method, ends: false })).toMatchObject({
      body,
      problems: ["4 bytes arrived after the end of the response"],
      reusable: false,
    });
  });
});

test("a chunked body that is broken is a problem, and the connection is not used again", () => {
  const read = readBothWays(`${headWith("Transfer-Encoding: chunked")}2\r\nabc\r\n0\r\n\r\n`, { ends: false });
  expect(read).toMatchObject({ problems: ["a chunk is longer than its size"], reusable: false });
});

describe("a missing or incomplete response is a failure", () => {
  test.each<[string, string, string, RegExp]>([
    ["nothing", "", "closed", /^the connection was closed without a response$/],
    ["the start of a head", "HTTP/1.1 200 OK\r\nA:", "closed", /in the middle of the head/],
    [
      "a body that is cut",
      `${headWith("Content-Length: 9")}{}`,
      "closed",
      /Content-Length promises 9 bytes, 2 arrived/,
    ],
    [
      "chunks without the last",
      `${headWith("Transfer-Encoding: chunked")}2\r\n{}\r\n`,
      "closed",
      /the last chunk is missing/,
    ],
    ["only an interim response", "HTTP/1.1 100 Continue\r\n\r\n", "closed", /without a response|in the middle/],
    ["another protocol", "220 mail.example.com ESMTP\r\n\r\n", "garbage", /the response is not HTTP: "220 /],
    ["another version", "HTTP/3.0 200 OK\r\n\r\n", "garbage", /the status line is not HTTP\/1\.1: "HTTP\/3\.0 200 OK"/],
  ])("%s", (_, text, failure, message) => {
    const read = readBothWays(text);
    expect(read).toMatchObject({ failure, reusable: false });
    expect(read.message).toMatch(message);
  });

  test("what came of a cut body is there all the same", () => {
    expect(readBothWays(`${headWith("A: 1", "Content-Length: 9")}{}`)).toMatchObject({ status: 200, body: "{}" });
  });
});

describe("an endless response is stopped", () => {
  test("at the limit", () => {
    const reader = readResponse("GET", 100);
    expect(reader.push(Buffer.from(headWith()))).toBe(false);
    expect(reader.push(Buffer.alloc(100, "a"))).toBe(true);
    expect(viewOf(reader)).toMatchObject({ failure: "too large", message: "the response is longer than 100 bytes" });
  });

  test("in its head", () => {
    const reader = readResponse("GET", 10_000_000);
    reader.push(Buffer.from("HTTP/1.1 200 OK\r\n"));
    expect(reader.push(Buffer.from("A: a\r\n".repeat(50_000)))).toBe(true);
    expect(reader.failure?.kind).toBe("too large");
  });

  test("and what comes then changes nothing any more", () => {
    const reader = readResponse("GET", 1_000);
    reader.push(Buffer.from(`${headWith("Content-Length: 2")}{}`));
    const before = viewOf(reader);
    expect(reader.push(Buffer.from("x".repeat(2_000)))).toBe(true);
    reader.end();
    expect(viewOf(reader)).toEqual(before);
  });
});
