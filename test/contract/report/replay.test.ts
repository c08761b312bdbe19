import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/contract/report/redact.ts";
import { curlLine, exactBytes } from "../../../src/contract/report/replay.ts";
import { requestBytes, type WireRequest } from "../../../src/contract/wire/request.ts";
import { readTarget } from "../../../src/contract/wire/target.ts";
import { http, rawServer } from "../../helpers/raw-server.ts";

const key = "Key-of-4711";
const redactor = createRedactor({ value: key, variable: "API_KEY" });
const json: [string, string] = ["Content-Type", "application/json"];

const requests: [name: string, request: WireRequest][] = [
  ["a plain call", { method: "POST", target: "/a/", headers: [["Accept", "*/*"], json], body: Buffer.from('{"a":1}') }],
  [
    "quotes, dollars and backslashes",
    { method: "POST", target: "/a", headers: [json], body: Buffer.from(`{"a":"it's $HOME \\\\ \`x\` \\"q\\" !"}`) },
  ],
  ["text that is not ASCII", { method: "POST", target: "/a", headers: [json], body: Buffer.from('{"a":"日本 🎵"}') }],
  ["the key in a header", { method: "GET", target: "/a?b=c&d=%20", headers: [["Authorization", `Bearer ${key}`]] }],
  [
    "the key, longer and shorter",
    {
      method: "GET",
      target: "/a",
      headers: [
        ["Authorization", `Bearer ${key}x`],
        ["X-Key", key.slice(0, -1)],
        ["X-Cut", key.slice(1)],
      ],
    },
  ],
  ["the key in a query", { method: "GET", target: `/a?access_token=${key}`, headers: [] }],
  [
    "an empty header",
    {
      method: "POST",
      target: "/a",
      headers: [
        ["Content-Type", ""],
        ["Authorization", ""],
      ],
      body: Buffer.from("{}"),
    },
  ],
  ["no media type and no Accept", { method: "POST", target: "/a", headers: [], body: Buffer.from("{}") }],
  ["an empty body", { method: "POST", target: "/a", headers: [json], body: Buffer.from("") }],
  ["doubled slashes and dots", { method: "POST", target: "//a/./b//", headers: [json], body: Buffer.from("{}") }],
  ["line breaks", { method: "POST", target: "/a", headers: [json], body: Buffer.from('\r\n{\n\t"a": 1\n}\n') }],
];

/** Head lines but those that sender and shell differ in, then the body. */
function essence(raw: string): { lines: string[]; body: string } {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const lines = head.split("\r\n").filter((line) => !/^(host|user-agent|content-length|expect):/i.test(line));
  return {
    lines: [
      lines[0] ?? "",
      ...lines
        .slice(1)
        .map((line) => line.trimEnd())
        .sort(),
    ],
    body: body.join("\r\n\r\n"),
  };
}

const hasCurl = (() => {
  try {
    execFileSync("curl", ["--version"]);
    return true;
  } catch {
    return false;
  }
})();

describe("a replay line sends the same request, the key from its variable", () => {
  test.each(requests)("%s", async (_, request) => {
    const { url, requests: received } = await rawServer(http(200));
    const target = readTarget(url);
    const line = curlLine(request, target, redactor) ?? "";
    expect(line).not.toContain(key);
    expect(line.split("\n").length, "one line, unless the body has line breaks").toBe(
      (request.body?.toString().match(/\n/g)?.length ?? 0) + 1,
    );
    if (!hasCurl) return console.warn("curl is not here: the line was not run");
    await promisify(execFile)("sh", ["-c", line], { env: { ...process.env, API_KEY: key } });
    const sent = requestBytes(request, { host: target.host, userAgent: "x" }).toString("latin1");
    expect(essence(received[0] ?? "")).toEqual(essence(sent));
  });
});

describe("what curl cannot send is given as bytes", () => {
  const target = readTarget("http://127.0.0.1:1");
  test.each<[string, WireRequest]>([
    ["a body that is not UTF-8", { method: "POST", target: "/", headers: [json], body: Buffer.from([0xff, 0x61]) }],
    ["a NUL", { method: "POST", target: "/", headers: [json], body: Buffer.from("a\0b") }],
    [
      "a header twice",
      {
        method: "GET",
        target: "/",
        headers: [
          ["A", "1"],
          ["a", "2"],
        ],
      },
    ],
    [
      "chunks made by hand",
      { method: "POST", target: "/", headers: [["Transfer-Encoding", "chunked"]], body: Buffer.from("0\r\n\r\n") },
    ],
  ])("%s", (_, request) => {
    expect(curlLine(request, target, redactor)).toBeUndefined();
    const bytes = Buffer.from(exactBytes(request, target, redactor) ?? "", "base64");
    expect(bytes.subarray(-(request.body?.length ?? 0))).toEqual(request.body ?? bytes);
    expect(bytes.toString("latin1")).toMatch(
      new RegExp(`^${request.method} / HTTP/1\\.1\r\nHost: 127\\.0\\.0\\.1:1\r\n`),
    );
  });

  test("without the key", () => {
    const headers: [string, string][] = [
      ["Authorization", `Bearer ${key}`],
      ["authorization", `Bearer ${key}x`],
    ];
    const text = Buffer.from(
      exactBytes({ method: "GET", target: "/", headers }, target, redactor) ?? "",
      "base64",
    ).toString();
    expect(text).not.toContain(key);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell expands it
    expect(text).toContain("Authorization: Bearer ${API_KEY}\r\nauthorization: Bearer ${API_KEY}x\r\n");
  });
});
