import { expect, test } from "vitest";
import { body, documentOf, operation } from "./documents.ts";
import type { Asked, Handler, Reply } from "./serve.ts";
import { verdictOn } from "./verdict.ts";

const echoed = {
  type: "object",
  required: ["text", "count"],
  properties: { text: { type: "string" }, count: { type: "number" } },
};
const document = documentOf({
  "/echo": {
    post: operation("echo", [201, 400, 415], { schema: echoed, requestBody: body(echoed) }),
  },
  "/echo/all": { get: operation("readAll", [200], { schema: { type: "array", items: {} } }) },
});

/** A server that checks what it gets, and gives back what `write` makes of it; GET gives all that came before. */
function echo(write: (text: string, value: { text: string; count: number }) => string | Buffer): Handler {
  const kept: Buffer[] = [];
  return ({ method, path, headers, bytes }: Asked): Reply => {
    const own = { "/echo": "POST", "/echo/all": "GET" }[path];
    if (own === undefined) return { status: 404 };
    if (method !== own) return { status: 405, headers: { Allow: own } };
    const list = Buffer.concat(kept.flatMap((one, index) => [Buffer.from(index === 0 ? "[" : ","), one]));
    if (method === "GET")
      return { status: 200, body: Buffer.concat([list, Buffer.from(kept.length > 0 ? "]" : "[]")]) };
    if (!/^application\/json *(;|$)/i.test(headers["content-type"] ?? ""))
      return { status: 415, body: { detail: "type" } };
    const value = parse(bytes.toString());
    if (typeof value?.text !== "string" || typeof value.count !== "number")
      return { status: 400, body: { detail: "body" } };
    const written = Buffer.from(write(bytes.toString("latin1"), value as { text: string; count: number }));
    if (bytes.length < 5_000) kept.splice(0, kept.length > 50 ? 1 : 0, written);
    if (bytes.length < 5_000) kept.push(written);
    return { status: 201, body: written };
  };
}

function parse(text: string): { text?: unknown; count?: unknown } | undefined {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The text and the number as they were written, as a server keeps them that copies bytes. */
const rawText = /"text"\s*:\s*("(?:[^"\\]|\\.)*")/s;
const rawNumber = /"count"\s*:\s*([-+.\w]+)/;

test.each<[string, Handler, string[]]>([
  [
    "a lone surrogate",
    echo((_, { text, count }) => JSON.stringify({ text, count: Number.isFinite(count) ? count : 0 })),
    ["echo/i-json/201 surrogate", "readAll/i-json/200 surrogate"],
  ],
  [
    "a number beyond a double, written in another way",
    echo((text) => `{"text":"a","count":${rawNumber.exec(text)?.[1]?.replace(/e\+?(\d)/, "E+$1") ?? 0}}`),
    ["echo/i-json/201 number", "readAll/i-json/200 number"],
  ],
  [
    "bytes that are not UTF-8",
    echo((text) => Buffer.from(`{"text":${rawText.exec(text)?.[1] ?? '"a"'},"count":1}`, "latin1")),
    ["echo/i-json/201 encoding", "readAll/i-json/200 encoding"],
  ],
])("%s of a request that comes back, in its response or later, is a warning", async (_, handler, expected) => {
  const { errors, warnings } = await verdictOn(handler, document);
  expect(errors).toEqual([]);
  expect(warnings).toEqual(expect.arrayContaining(expected));
});

test.each<[string, Handler, string]>([
  ["a lone surrogate", echo((_, { count }) => `{"text":"\\udc00","count":${count}}`), "echo/strict-json/201 surrogate"],
  ["a number beyond a double", echo(() => '{"text":"a","count":1e400}'), "echo/strict-json/201 number"],
  ["a key twice", echo(() => '{"text":"a","text":"b","count":1}'), "echo/strict-json/201 duplicate"],
])("%s that nothing has sent is an error", async (_, handler, expected) => {
  expect((await verdictOn(handler, document, { only: ["examples"] })).errors).toContain(expected);
});
