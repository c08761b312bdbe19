import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readChunks } from "../../../src/contract/http/chunked.ts";

/** Feeds the pieces until the reader says that it has enough. */
function feed(...pieces: (string | Buffer)[]) {
  const reader = readChunks();
  const isDone = pieces.some((piece) => reader.push(typeof piece === "string" ? Buffer.from(piece, "latin1") : piece));
  return {
    isDone,
    body: Buffer.concat(reader.parts).toString("latin1"),
    rest: reader.rest().toString("latin1"),
    problem: reader.problem,
  };
}

describe("a chunked body", () => {
  test.each<[string, string, string]>([
    ["of one chunk", "5\r\nhello\r\n0\r\n\r\n", "hello"],
    ["of several", "1\r\na\r\n2\r\nbc\r\n0\r\n\r\n", "abc"],
    ["of none", "0\r\n\r\n", ""],
    ["with sizes of upper and lower case", "A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n", "01234567890123456789"],
    ["with leading zeros", "0005\r\nhello\r\n000\r\n\r\n", "hello"],
    ["with extensions", '2;name=value\r\nab\r\n1 ; q="x;y"\r\nc\r\n0;last\r\n\r\n', "abc"],
    ["with trailers", "2\r\nab\r\n0\r\nX-Sum: 1\r\nX-Other: 2\r\n\r\n", "ab"],
    ["whose content looks like chunks", "7\r\n0\r\n\r\n\r\n\r\n0\r\n\r\n", "0\r\n\r\n\r\n"],
  ])("%s is read wherever it is cut", (_, text, body) => {
    const whole = { isDone: true, body, rest: "", problem: undefined };
    expect(feed(text)).toEqual(whole);
    for (let cut = 1; cut < text.length; cut++) {
      expect(feed(text.slice(0, cut), text.slice(cut)), `cut at ${cut}`).toEqual(whole);
    }
    expect(feed(...text)).toEqual(whole);
  });

  test("any content comes out as it went in, in any chunks and any pieces", () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 6 }), fc.integer({ min: 1, max: 30 }), (chunks, pieceBytes) => {
        const coded = chunks.map((chunk) =>
          Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n")]),
        );
        const all = Buffer.concat([...coded, Buffer.from("0\r\n\r\n")]);
        const reader = readChunks();
        for (let at = 0; at < all.length; at += pieceBytes) reader.push(all.subarray(at, at + pieceBytes));
        expect(Buffer.concat(reader.parts)).toEqual(Buffer.concat(chunks));
        expect(reader.problem).toBeUndefined();
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test("what comes after the end is the rest, not the body", () => {
    expect(feed("1\r\na\r\n0\r\n\r\nHTTP/1.1")).toMatchObject({ isDone: true, body: "a", rest: "HTTP/1.1" });
  });
});

describe("a chunked body that is not whole is not done", () => {
  test.each([
    ["cut in the size", "5"],
    ["cut in the content", "5\r\nhel"],
    ["without the line end of a chunk", "5\r\nhello"],
    ["without its last chunk", "5\r\nhello\r\n"],
    ["without the empty line after the trailer", "5\r\nhello\r\n0\r\nX: 1\r\n"],
  ])("%s", (_, text) => {
    expect(feed(text)).toMatchObject({ isDone: false, rest: "", problem: undefined });
  });
});

describe("a chunk whose size is wrong is a problem", () => {
  test.each([
    ["too small", "2\r\nabc\r\n0\r\n\r\n", "a chunk is longer than its size"],
    ["too great", "4\r\nab\r\n0\r\n\r\n", "a chunk"],
    ["no hexadecimal number", "xyz\r\nabc\r\n", 'a chunk size is not a hexadecimal number: "xyz"'],
    ["empty", "\r\nabc\r\n", 'a chunk size is not a hexadecimal number: ""'],
    ["negative", "-1\r\na\r\n", 'a chunk size is not a hexadecimal number: "-1"'],
    ["with a prefix", "0x1\r\na\r\n", 'a chunk size is not a hexadecimal number: "0x1"'],
    ["greater than any number", `${"f".repeat(17)}\r\na\r\n`, "a chunk size is not a hexadecimal number"],
  ])("%s", (_, text, problem) => {
    const read = feed(text);
    expect(read).toMatchObject({ isDone: true, rest: "" });
    expect(read.problem).toContain(problem);
    expect(feed(...text).problem).toBe(read.problem);
  });
});
