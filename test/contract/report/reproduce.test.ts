import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { requestBytes, type WireRequest } from "../../../src/contract/http/request.ts";
import { readTarget } from "../../../src/contract/http/target.ts";
import { createRedactor } from "../../../src/contract/report/redact.ts";
import { curlLine, exactBytes, reproduction } from "../../../src/contract/report/reproduce.ts";
import { http, rawServer } from "../../helpers/raw-server.ts";

const key = "Key-of-4711";
const redactor = createRedactor([{ value: key, variable: "API_KEY" }]);
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
    "the key with more around it",
    {
      method: "GET",
      target: "/a",
      headers: [
        ["Authorization", `Bearer ${key}x`],
        ["X-Key", `"${key}"`],
        ["X-Twice", `x${key}, ${key}`],
      ],
    },
  ],
  [
    "the key as Basic credentials",
    {
      method: "GET",
      target: "/a",
      headers: [
        ["Authorization", `Basic ${Buffer.from(`${key}:`).toString("base64")}`],
        ["X-Key", Buffer.from(key).toString("base64")],
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
  [
    "control characters, beside what printf has a use for and the key",
    {
      method: "POST",
      target: "/a",
      headers: [json],
      body: Buffer.from(`-\u001b[2J\u009b\u007f %s %% \\n \\\\ it's ${key}x "\n"`),
    },
  ],
  [
    "variables and commands of a shell, beside the key",
    {
      method: "POST",
      target: "/a?x='\"\\|^`$(id)",
      headers: [json, ["X-Any", `\${HOME} $(id) \`id\` ' " ! ${key}`]],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what no shell may expand
      body: Buffer.from("${HOME} ${API_KEY} ".concat(key)),
    },
  ],
  ["an at sign, which is no file", { method: "POST", target: "/a", headers: [json], body: Buffer.from("@/etc/hosts") }],
  ["brackets and braces", { method: "GET", target: "/a?f[x]=1&g={a,b}&h=[1-3]", headers: [] }],
  ["dots before a query", { method: "GET", target: "/a/..?x=/../", headers: [] }],
  ["dots that are encoded", { method: "GET", target: "/a/%2e%2E/b/%aB", headers: [] }],
  ["HEAD", { method: "HEAD", target: "/a", headers: [["Accept", "*/*"]] }],
  ["a method of no standard", { method: "X-ODD", target: "/a", headers: [] }],
  ["a method that has a body, and none", { method: "PUT", target: "/a", headers: [] }],
  ["an empty Accept", { method: "GET", target: "/a", headers: [["Accept", ""]] }],
  ["white space around a value", { method: "GET", target: "/a", headers: [["X-Any", " a b "]] }],
  ["a User-Agent of its own", { method: "GET", target: "/a", headers: [["User-Agent", "odd/1"]] }],
  [
    "headers of a connection",
    {
      method: "GET",
      target: "/a",
      headers: [
        ["Connection", "close"],
        ["TE", "trailers"],
      ],
    },
  ],
  [
    "4000 characters",
    { method: "POST", target: "/a", headers: [json], body: Buffer.from("é".repeat(3_998).concat("'\n")) },
  ],
  [
    "a length as recordings have it",
    { method: "POST", target: "/a", headers: [json, ["Content-Length", "2"]], body: Buffer.from("{}") },
  ],
];

/** Head lines but those that sender and shell differ in, then the body. */
function essence(raw: string): { lines: string[]; body: string } {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const lines = head.split("\r\n").filter((line) => !/^(host|user-agent: (curl\/|x$)|content-length)/i.test(line));
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
    // A terminal obeys control characters, and a line break ends a line.
    expect(line).toMatch(/^\P{Cc}+$/u);
    if (!hasCurl) return console.warn("curl is not here: the line was not run");
    await promisify(execFile)("sh", ["-c", line], { env: { ...process.env, API_KEY: key } });
    const sent = requestBytes(request, { host: target.host, userAgent: "x" }).toString("latin1");
    expect(essence(received[0] ?? "")).toEqual(essence(sent));
  });
});

describe("what curl cannot send is shown as bytes", () => {
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
    ["more than 4000 characters", { method: "POST", target: "/", headers: [json], body: Buffer.alloc(4_001, "a") }],
    ["HEAD with a body", { method: "HEAD", target: "/", headers: [json], body: Buffer.from("{}") }],
    [
      "another length",
      { method: "POST", target: "/", headers: [json, ["Content-Length", "5"]], body: Buffer.from("{}") },
    ],
    ["another Host", { method: "GET", target: "/", headers: [["Host", "other"]] }],
    ["Expect", { method: "GET", target: "/", headers: [["Expect", "100-continue"]] }],
    ["a value that is white space", { method: "GET", target: "/", headers: [["X-Any", " "]] }],
    ["a value that is not ASCII", { method: "GET", target: "/", headers: [["X-Any", "caf\u00e9"]] }],
    ["a tab in a value", { method: "GET", target: "/", headers: [["X-Any", "a\tb"]] }],
    ["a line break in a value", { method: "GET", target: "/", headers: [["X-Any", "a\r\nb: c"]] }],
    ["a name that is none", { method: "GET", target: "/", headers: [["@/etc/hosts", "a"]] }],
  ])("%s", (_, request) => {
    expect(curlLine(request, target, redactor)).toBeUndefined();
    const bytes = Buffer.from(exactBytes(request, target, redactor) ?? "", "base64");
    expect(bytes.subarray(-(request.body?.length ?? 0))).toEqual(request.body ?? bytes);
    expect(bytes.toString("latin1")).toMatch(
      new RegExp(`^${request.method} / HTTP/1\\.1\r\nHost: 127\\.0\\.0\\.1:1\r\n`),
    );
  });

  test.each<[string, string, string]>([
    ["a method that a shell would run", "GET;id;", "/"],
    ["a method that is an option of curl", "-o", "/"],
    ["a target that is no path", "OPTIONS", "*"],
    ["a fragment", "GET", "/a#b"],
    ["a space in the target", "GET", "/a b"],
    ["a target that is not ASCII", "GET", "/caf\u00e9"],
  ])("%s", (_, method, path) => {
    const request = { method, target: path, headers: [] };
    expect(curlLine(request, target, redactor)).toBeUndefined();
    const bytes = Buffer.from(exactBytes(request, target, redactor) ?? "", "base64").toString("latin1");
    expect(bytes.split("\r\n")[0]).toBe(`${method} ${path} HTTP/1.1`);
  });

  test("the body's length is that of the body with the key", () => {
    const body = Buffer.from([0xff, ...Buffer.from(key)]);
    const bytes = Buffer.from(
      exactBytes({ method: "POST", target: "/", headers: [], body }, target, redactor) ?? "",
      "base64",
    ).toString("latin1");
    expect(bytes).toContain(`\r\nContent-Length: ${body.length}\r\n\r\n\u00ff\${API_KEY}`);
  });

  test("up to 64 KiB", () => {
    const request = { method: "POST", target: "/", headers: [json], body: Buffer.alloc(65_536) };
    expect(exactBytes(request, target, redactor)).toBeUndefined();
    expect(exactBytes({ ...request, body: Buffer.alloc(65_000) }, target, redactor)).toBeDefined();
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

describe("a request with something made from the key has no curl line", () => {
  const target = readTarget("http://127.0.0.1:1");
  test.each<[string, string]>([
    ["its beginning", key.slice(0, -1)],
    ["its end", key.slice(1)],
    ["its first character", key.slice(0, 1)],
    ["the other case", key.toLowerCase()],
    ["backwards", [...key].reverse().join("")],
    ["with a user", `Basic ${Buffer.from(`user:${key}`).toString("base64")}`],
    ["a token that may be made from it", "null"],
  ])("%s", (_, value) => {
    for (const request of [
      { method: "GET", target: "/", headers: [["Authorization", value] as const] },
      { method: "GET", target: `/?api_key=${encodeURIComponent(value)}`, headers: [] },
    ]) {
      expect(curlLine(request, target, redactor)).toBeUndefined();
      const bytes = Buffer.from(exactBytes(request, target, redactor) ?? "", "base64").toString();
      expect(bytes).not.toContain(value);
      expect(bytes).toContain("(hidden)");
    }
  });

  test.each([
    ["on its line", key.slice(1)],
    ["through a pipe", `${key.slice(1)}\n`],
  ])("in a body %s", (_, text) => {
    const request = { method: "POST", target: "/", headers: [json], body: Buffer.from(text) };
    expect(curlLine(request, target, redactor)).toBeUndefined();
  });
});

test("the case's id is one word for a shell", () => {
  expect(reproduction({ id: "a/b/it's (2)", curl: undefined }, 7)).toBe(
    "run this test case alone, with --case 'a/b/it'\\''s (2)' --seed 7",
  );
  expect(reproduction({ id: "a", curl: "curl" }, 7)).toBe("curl");
});

test("over TLS curl is kept at HTTP/1.1, where it would choose another", () => {
  const line = curlLine({ method: "GET", target: "/a", headers: [] }, readTarget("https://[::1]:8443"), redactor);
  expect(line).toBe("curl -sS -i -X GET --http1.1 --globoff 'https://[::1]:8443/a' -H 'Accept:'");
});
