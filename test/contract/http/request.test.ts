import { describe, expect, test } from "vitest";
import {
  type Header,
  hasHeader,
  headerValues,
  requestBytes,
  requestParts,
  type WireRequest,
  withHeaders,
} from "../../../src/contract/http/request.ts";

const sender = { host: "example.test:8080", userAgent: "suite/1" };
const start = "Host: example.test:8080\r\nUser-Agent: suite/1\r\n";
const textOf = (request: Partial<WireRequest>) =>
  requestBytes({ method: "POST", target: "/a", headers: [], ...request }, sender).toString("latin1");

describe("a request goes out as it is written", () => {
  test("a bare one has Host and User-Agent, and nothing else", () => {
    expect(textOf({ method: "GET" })).toBe(`GET /a HTTP/1.1\r\n${start}\r\n`);
  });

  test("headers keep their order, their case and their repetition", () => {
    const headers: Header[] = [
      ["x-b", "1"],
      ["X-A", "2"],
      ["x-b", "3"],
      ["X-B", "1"],
    ];
    expect(textOf({ headers })).toBe(`POST /a HTTP/1.1\r\n${start}x-b: 1\r\nX-A: 2\r\nx-b: 3\r\nX-B: 1\r\n\r\n`);
  });

  test.each(["//a", "/a/../b", "/a/./b", "/%61", "/a?b=c d", "/a%2Fb", "/a//", "*", "/ü"])(
    "the target %s is not normalised",
    (target) => {
      expect(textOf({ target }).split("\r\n")[0]).toBe(`POST ${target} HTTP/1.1`);
    },
  );

  test.each(["get", "pOsT", "X-UNKNOWN"])("the method %s keeps its case", (method) => {
    expect(textOf({ method })).toMatch(new RegExp(`^${method} /a HTTP/1\\.1\r\n`));
  });

  test("values keep their white space and are Latin-1, a byte a character", () => {
    expect(textOf({ headers: [["X-A", "  \u00e9  "]] })).toContain("X-A:   \u00e9  \r\n");
  });

  test("an empty value stays", () => {
    expect(textOf({ headers: [["Content-Type", ""]] })).toContain("\r\nContent-Type: \r\n");
  });

  test("the body's bytes are not touched", () => {
    const body = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    expect(requestBytes({ method: "POST", target: "/", headers: [], body }, sender).subarray(-256)).toEqual(body);
  });
});

describe("Content-Length", () => {
  test("is the number of bytes, not of characters", () => {
    expect(textOf({ body: Buffer.from("é日") })).toContain("\r\nContent-Length: 5\r\n\r\n");
  });

  test("is 0 for an empty body", () => {
    expect(textOf({ body: Buffer.alloc(0) })).toMatch(/\r\nContent-Length: 0\r\n\r\n$/);
  });

  test("is not there without a body", () => {
    expect(textOf({ body: undefined })).not.toMatch(/content-length/i);
  });

  test.each<[string, Header]>([
    ["where the request has a wrong one of its own", ["content-LENGTH", "99"]],
    ["where the body comes in chunks", ["TRANSFER-encoding", "chunked"]],
  ])("is not added %s", (_, header) => {
    expect(textOf({ headers: [header], body: Buffer.from("{}") })).toBe(
      `POST /a HTTP/1.1\r\n${start}${header.join(": ")}\r\n\r\n{}`,
    );
  });
});

test("a large body is a part of its own, and the bytes are the same", () => {
  const body = Buffer.alloc(65_537, "a");
  const request: WireRequest = { method: "POST", target: "/", headers: [], body };
  const parts = requestParts(request, sender);
  expect(parts[1]).toBe(body);
  expect(Buffer.concat(parts)).toEqual(requestBytes(request, sender));
  expect(requestParts({ ...request, body: body.subarray(1) }, sender)).toHaveLength(1);
});

describe("headers of a request", () => {
  const headers: Header[] = [
    ["Accept", "a"],
    ["X-Id", "1"],
    ["accept", "b"],
  ];

  test("are found whatever their case", () => {
    expect(headerValues(headers, "accept")).toEqual(["a", "b"]);
    expect(hasHeader(headers, "x-id")).toBe(true);
    expect(hasHeader(headers, "x-other")).toBe(false);
  });

  test("are replaced, all of a name, and taken away by undefined; the request itself stays", () => {
    const request: WireRequest = { method: "GET", target: "/", headers };
    expect(withHeaders(request, { ACCEPT: "c", "x-id": undefined }).headers).toEqual([["ACCEPT", "c"]]);
    expect(request.headers).toHaveLength(3);
  });
});
