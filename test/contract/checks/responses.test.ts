import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { refusal, success } from "../../../src/contract/cases/expected.ts";
import { requestClasses } from "../../../src/contract/model/x-contract.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { checksOf, id, json, operationWith, problem, type ResponseChanges, secret, violationsOf } from "./responses.ts";

test("a request that accepts no documented media type may be rejected in any, but not succeed in another", () => {
  const operation = operationWith({ "4XX": problem });
  const html = (status: number): ResponseChanges => ({
    status,
    headers: [
      ["Content-Type", "text/html"],
      ["X-Id", "1"],
    ],
    body: "<p>",
  });
  expect(checksOf(operation, refusal("accept", "recommendation"), html(406))).toEqual([]);
  expect(checksOf(operation, refusal("accept", "recommendation"), html(201))).toEqual([
    "negative-data-rejection warning",
    "media-type error",
  ]);
});

describe("the parts of a response", () => {
  const operation = operationWith({ 400: problem });
  const withHeaders = (...headers: [string, string][]): ResponseChanges => ({ headers });
  test.each<[string, ResponseChanges, string, string]>([
    ["no media type", withHeaders(["X-Id", "1"]), "media-type error", "without Content-Type"],
    ["another media type", withHeaders(["Content-Type", "text/html"], ["X-Id", "1"]), "media-type error", "text/html"],
    ["a malformed media type", withHeaders(["Content-Type", "json"], ["X-Id", "1"]), "media-type error", "malformed"],
    [
      "another charset",
      withHeaders(["Content-Type", "application/json; charset=latin1"], ["X-Id", "1"]),
      "media-type error",
      "latin1",
    ],
    ["two media types", withHeaders(json, json, ["X-Id", "1"]), "headers error", "2: application/json"],
    ["a required header missing", withHeaders(json), "headers error", "without it"],
    ["a header that is not valid", withHeaders(json, ["X-Id", "zero"]), "headers error", "zero"],
    ["a header beyond its bound", withHeaders(json, ["X-Id", "0"]), "headers error", "0"],
    ["a single header twice", withHeaders(json, ["X-Id", "1"], ["x-id", "2"]), "headers error", "2 of them"],
    ["a property of another type", { body: JSON.stringify({ id: 5 }) }, "body-schema error", '{"id":5}'],
    ["a format that does not hold", { body: '{"id":"x"}' }, "body-schema error", '{"id":"x"}'],
    ["a property too many", { body: JSON.stringify({ id, more: 1 }) }, "body-schema error", "more"],
    ["JSON that is cut", { body: '{"id":' }, "strict-json error", "does not parse"],
    ["a byte order mark", { body: `\uFEFF${JSON.stringify({ id })}` }, "strict-json error", "byte order mark"],
    ["a key twice", { body: `{"id":"${id}","id":"${id}"}` }, "strict-json error", '"id" occurs twice'],
    [
      "bytes that are not UTF-8",
      { body: Buffer.from(`{"id":"${id}","name":"\xe9"}`, "latin1") },
      "strict-json error",
      "not UTF-8",
    ],
    ["an empty body", { body: "" }, "strict-json error", "empty body"],
    ["a framing problem", { problems: ["Content-Length is present twice"] }, "framing error", "present twice"],
    [
      "a coding nobody asked for",
      withHeaders(json, ["X-Id", "1"], ["Content-Encoding", "gzip"]),
      "content-coding error",
      "gzip",
    ],
    ["the key", { body: JSON.stringify({ id, name: secret }) }, "secrets error", "in its body"],
    [
      "the key in a header",
      withHeaders(json, ["X-Id", "1"], ["X-Debug", `Bearer ${secret}`]),
      "secrets error",
      "X-Debug",
    ],
    ["a cookie", withHeaders(json, ["X-Id", "1"], ["Set-Cookie", "a=b"]), "undocumented warning", "a=..."],
  ])("%s", (_, response, check, actual) => {
    const found = violationsOf(operation, success(), response);
    expect(found.map(([name, severity]) => `${name} ${severity}`)).toEqual([check]);
    expect(found[0]?.[2]).toContain(actual);
  });

  test.each<[string, ResponseChanges]>([
    ["utf-8 as charset", withHeaders(["Content-Type", 'application/json; charset="UTF-8"'], ["X-Id", "1"])],
    ["a list in one header or several", withHeaders(json, ["X-Id", "1"], ["X-Tags", "a, b"], ["X-Tags", "c"])],
    [
      "escapes, and numbers that a double holds",
      { body: `{"id":"${id}","name":"\\ud83c\\udfb5 \\u0000 9007199254740993"}` },
    ],
  ])("%s is right", (_, response) => {
    expect(checksOf(operation, success(), response)).toEqual([]);
  });
});

describe("several responses compared", () => {
  const operation = operationWith(
    {},
    { "x-contract": { echoes: { "$response.body#/name": "$request.body#/name" }, unique: ["$response.body#/id"] } },
  );
  const other = "1f5a8ac1-6c4b-4d29-9a51-0a7f6d3c2b10";
  const response = (own: string, name: string, sent = name): ResponseChanges => ({
    body: JSON.stringify({ id: own, name }),
    request: { name: sent },
  });

  test("an id twice", () => {
    expect(checksOf(operation, success(), response(id, "a"), response(id, "b"))).toEqual(["unique error"]);
    expect(checksOf(operation, success(), response(id, "a"), response(other, "b"))).toEqual([]);
  });

  test("an echo that is not what was sent, byte for byte", () => {
    expect(checksOf(operation, success(), response(id, "A", "a"))).toEqual(["echoes error"]);
    expect(checksOf(operation, success(), response(id, "e\u0301", "\u00e9"))).toEqual(["echoes error"]);
  });

  test("what another request sent, where one's own is usual", () => {
    const plain = operationWith({});
    const marks = ["mark0000001", "mark0000002", "mark0000003", "mark0000004"];
    const own = marks.map((fingerprint) => response(id, fingerprint));
    expect(checksOf(plain, success(), ...own)).toEqual([]);
    expect(checksOf(plain, success(), ...own.slice(1), response(id, "mark0000002", "mark0000001"))).toEqual([
      "isolation error",
    ]);
    const swapped = marks.map((fingerprint, index) => response(id, marks[(index + 1) % 4] ?? "", fingerprint));
    expect(checksOf(plain, success(), ...swapped)).toEqual(["isolation error"]);
    const constant = marks.map((fingerprint) => response(id, "food", fingerprint));
    expect(checksOf(plain, success(), ...constant)).toEqual([]);
  });
});

test("every class of requests is described in src/contract/README.md, and no other", async () => {
  const readme = await readFile(join(packageRoot, "src/contract/README.md"), "utf8");
  const rows = readme.slice(readme.indexOf("| Class |")).matchAll(/^\| `(\w+)` \|/gm);
  expect([...rows].map(([, name]) => name).sort()).toEqual(Object.keys(requestClasses).sort());
});
