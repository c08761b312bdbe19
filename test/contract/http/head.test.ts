import { describe, expect, test } from "vitest";
import { parseHead } from "../../../src/contract/http/head.ts";

const parse = (lines: string[], method = "GET", ending = "\r\n") => parseHead(lines.join(ending), method);
const ok = "HTTP/1.1 200 OK";

describe("the status line", () => {
  test.each([
    ["HTTP/1.1 200 OK", 200],
    ["HTTP/1.0 404 Not Found", 404],
    ["HTTP/1.1 500 ", 500],
    ["HTTP/1.1 299 With: a colon", 299],
  ])("%j has the status %i and no problem", (line, status) => {
    expect(parse([line])).toMatchObject({ status, problems: [], headers: [] });
  });

  test.each([
    "",
    "HTTP/2 200",
    "HTTP/1.2 200 OK",
    "http/1.1 200 OK",
    "HTTP/1.1 20 OK",
    "HTTP/1.1 2000",
    "HTTP/1.1  200",
    "200 OK",
  ])("%j is none", (line) => {
    expect(parse([line])).toBeUndefined();
  });
});

describe("header fields", () => {
  test("keep names, order and repetitions; values lose the white space around them alone", () => {
    expect(parse([ok, "b: 1", "A:\t 2  3 \t", "B:1", "c:"])?.headers).toEqual([
      ["b", "1"],
      ["A", "2  3"],
      ["B", "1"],
      ["c", ""],
    ]);
  });

  test("a value may contain colons and bytes beyond ASCII", () => {
    expect(parse([ok, "A: b: c \u00e9"])).toMatchObject({ headers: [["A", "b: c \u00e9"]], problems: [] });
  });

  test.each([
    ["a line that ends with a bare LF", [`${ok}\nA: 1`], "a line of the head ends with a bare LF"],
    [
      "white space before the colon",
      [ok, "Content-Length : 2"],
      "there is white space before the colon of Content-Length",
    ],
    ["a line without a colon", [ok, "nothing"], 'the head has a line that is not a header field: "nothing"'],
    ["a line without a name", [ok, ": x"], 'the head has a line that is not a header field: ": x"'],
    ["a name with a space", [ok, "a b: x"], 'the head has a line that is not a header field: "a b: x"'],
    ["a folded line", [ok, "A: 1", " folded: 2"], 'the head has a line that is not a header field: " folded: 2"'],
    ["a CR inside a line", [ok, "A: 1\r2"], 'the head has a line that is not a header field: "A: 1\\r2"'],
  ])("%s is a problem", (_, lines, problem) => {
    expect(parse(lines)?.problems).toEqual([problem]);
  });

  test("white space before the colon does not hide the header", () => {
    expect(parse([ok, "Content-Length : 2"])?.framing).toEqual({ kind: "length", bytes: 2 });
  });

  test("every line of a head whose lines end with a bare LF is read", () => {
    expect(parse([ok, "A: 1", "B: 2"], "GET", "\n")?.headers).toEqual([
      ["A", "1"],
      ["B", "2"],
    ]);
  });
});

describe("the framing of the body", () => {
  test.each<[string, string[], object]>([
    ["by its length", ["Content-Length: 12"], { kind: "length", bytes: 12 }],
    ["of no byte", ["content-length: 0"], { kind: "length", bytes: 0 }],
    ["in chunks", ["Transfer-Encoding: Chunked"], { kind: "chunked" }],
    ["in chunks after another coding", ["Transfer-Encoding: gzip, chunked"], { kind: "chunked" }],
    ["in chunks, said in two headers", ["Transfer-Encoding: gzip", "Transfer-Encoding: chunked"], { kind: "chunked" }],
    ["by the connection's end", [], { kind: "close" }],
  ])("%s", (_, lines, framing) => {
    expect(parse([ok, ...lines])).toMatchObject({ framing, problems: [] });
  });

  test.each<[string, string[], object, string]>([
    [
      "two lengths",
      ["Content-Length: 2", "Content-Length: 3"],
      { kind: "length" },
      "Content-Length is present more than once: 2, 3",
    ],
    [
      "two lengths in one header",
      ["Content-Length: 2, 3"],
      { kind: "length" },
      "Content-Length is present more than once: 2, 3",
    ],
    [
      "one length in two headers",
      ["Content-Length: 2", "Content-Length: 2"],
      { kind: "length", bytes: 2 },
      "Content-Length is present twice",
    ],
    ["a length that is a word", ["Content-Length: two"], { kind: "close" }, "Content-Length is not a number: two"],
    ["a negative length", ["Content-Length: -1"], { kind: "close" }, "Content-Length is not a number: -1"],
    ["a length with a sign", ["Content-Length: +2"], { kind: "close" }, "Content-Length is not a number: +2"],
    ["a hexadecimal length", ["Content-Length: 0x2"], { kind: "close" }, "Content-Length is not a number: 0x2"],
    ["an empty length", ["Content-Length:"], { kind: "close" }, "Content-Length is not a number: "],
    [
      "both a length and chunks, of which the chunks count",
      ["Content-Length: 2", "Transfer-Encoding: chunked"],
      { kind: "chunked" },
      "Content-Length and Transfer-Encoding are both present",
    ],
    [
      "a coding that tells no end",
      ["Transfer-Encoding: gzip"],
      { kind: "close" },
      "Transfer-Encoding is gzip, not chunked",
    ],
    [
      "chunks that are not the last coding",
      ["Transfer-Encoding: chunked, gzip"],
      { kind: "close" },
      "Transfer-Encoding is chunked, gzip, not chunked",
    ],
  ])("%s: a problem", (_, lines, framing, problem) => {
    expect(parse([ok, ...lines])).toMatchObject({ framing, problems: [problem] });
  });

  test("one length twice in one header is a problem too: the field is a number, not a list", () => {
    expect(parse([ok, "Content-Length: 2, 2"])?.problems).not.toEqual([]);
  });

  test.each([
    ["HEAD", "HTTP/1.1 200 OK"],
    ["GET", "HTTP/1.1 304 Not Modified"],
  ])("the response to %s with %s has no body, whatever its length says", (method, line) => {
    expect(parse([line, "Content-Length: 9"], method)).toMatchObject({ framing: { kind: "none" }, problems: [] });
  });

  test.each(["Content-Length: 2", "Transfer-Encoding: chunked"])(
    "a 204 with %s is a problem, and has no body",
    (line) => {
      expect(parse(["HTTP/1.1 204 No Content", line])).toMatchObject({
        framing: { kind: "none" },
        problems: ["a 204 has no body, but the head announces one"],
      });
    },
  );

  test("a 204 without a word of a body is right", () => {
    expect(parse(["HTTP/1.1 204 No Content"])).toMatchObject({ framing: { kind: "none" }, problems: [] });
  });
});

test.each([
  ["HTTP/1.1 200 OK", [], false],
  ["HTTP/1.1 200 OK", ["Connection: close"], true],
  ["HTTP/1.1 200 OK", ["connection: Upgrade, CLOSE"], true],
  ["HTTP/1.1 200 OK", ["Connection: keep-alive"], false],
  ["HTTP/1.0 200 OK", [], true],
  ["HTTP/1.0 200 OK", ["Connection: Keep-Alive"], false],
])("%s with %j: the server closes the connection: %s", (line, lines, closes) => {
  expect(parse([line, ...lines])?.closes).toBe(closes);
});
