import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import type { CaseContext } from "../../../src/contract/cases/family.ts";
import { casesOf as casesOfFamily } from "../../../src/contract/cases/index.ts";
import { headerValues } from "../../../src/contract/http/request.ts";
import { readTarget } from "../../../src/contract/http/target.ts";
import type { Credential } from "../../../src/contract/model/security.ts";
import { createRedactor } from "../../../src/contract/report/redact.ts";
import { showCase } from "../../../src/contract/report/show.ts";
import { http, rawServer } from "../../helpers/raw-server.ts";
import { keysOf } from "../model/keys.ts";

const variable = "API_KEY";
const header = { scheme: "s", in: "header", name: "Authorization" } as const;
const schemes: Record<string, Credential> = {
  Bearer: { ...header, prefix: "Bearer" },
  Basic: { ...header, prefix: "Basic" },
  "a header": { scheme: "s", in: "header", name: "X-Api-Key", prefix: "" },
  "a cookie": { scheme: "s", in: "cookie", name: "sid", prefix: "" },
};
const keys = ["Key-of-4711", "aB3+/x9=Q:", "test", "Token Key-of-4711"];

/** What the family sends for that credential. */
function casesOf(credential: Credential, value: string) {
  const operation = {
    id: "get",
    method: "GET",
    path: "/a",
    pointer: "",
    query: [],
    parameters: [],
    shownHeaders: [],
    responses: new Map(),
    security: { required: true, credentials: [credential], pointer: "/security" },
  };
  const base = { body: undefined, parameters: new Map(), chained: [], isOverridden: false };
  const context = {
    operation,
    base,
    basePath: "",
    seed: 1,
    keys: keysOf({ value, variable }),
    locations: [],
    fullBody: undefined,
  };
  return [...casesOfFamily("credentials", context as unknown as CaseContext)];
}

/** A text, and what it contains in base64. */
function withDecoded(text: string): string {
  const runs = text.match(/[\w+/]{4,}={0,2}/g) ?? [];
  return [text, ...runs.map((run) => Buffer.from(run, "base64").toString("latin1"))].join("\n");
}

describe("nothing that the credentials family sends gives the key away", () => {
  const all = Object.entries(schemes).flatMap(([name, scheme]) => keys.map((key) => [name, key, scheme] as const));
  test.each(all)("%s, %s", (_, key, scheme) => {
    const redactor = createRedactor([{ value: key, variable }]);
    const target = readTarget("http://127.0.0.1:1");
    const cases = casesOf(scheme, key);
    expect(cases).not.toEqual([]);
    for (const testCase of cases) {
      for (const request of testCase.requests) {
        const shown = showCase(testCase, { request, durationMs: 1 }, target, redactor);
        const bytes = Buffer.from(shown.request.base64 ?? "", "base64").toString("latin1");
        const seen = withDecoded(
          `${JSON.stringify({ ...shown, request: { ...shown.request, base64: "" } })}\n${bytes}`,
        );
        const forms = [key, [...key].reverse().join(""), encodeURIComponent(key), key.slice(0, -1), key.slice(1)];
        // Three characters are parts of any word.
        for (const form of forms.filter(({ length }) => length > 3)) expect(seen, testCase.id).not.toContain(form);
      }
    }
  });
});

const hasTools = (() => {
  try {
    for (const tool of ["curl --version", "printf a | base64"]) execFileSync("sh", ["-c", tool]);
    return true;
  } catch {
    return false;
  }
})();

describe("a curl line sends what the family sent", () => {
  const all = Object.entries(schemes).flatMap(([name, scheme]) => keys.map((key) => [name, key, scheme] as const));
  test.each(all)("%s, %s", async (_, key, scheme) => {
    if (!hasTools) return console.warn("curl or base64 is not here: no line was run");
    const { url, requests } = await rawServer(http(200));
    const target = readTarget(url);
    const redactor = createRedactor([{ value: key, variable }]);
    const run: string[] = [];
    for (const testCase of casesOf(scheme, key)) {
      const [request] = testCase.requests;
      if (!request) continue;
      const { curl } = showCase(testCase, { request, durationMs: 1 }, target, redactor);
      if (curl === undefined) continue;
      await promisify(execFile)("sh", ["-c", curl], { env: { ...process.env, [variable]: key } });
      const [first = "", ...rest] = requests.at(-1)?.split("\r\n") ?? [];
      expect(first, testCase.id).toBe(`GET ${request.target} HTTP/1.1`);
      const sent = rest.flatMap((line): [string, string][] => {
        const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value]];
      });
      for (const name of ["authorization", "x-api-key", "cookie"])
        expect(headerValues(sent, name), testCase.id).toEqual(headerValues(request.headers, name));
      run.push(testCase.id);
    }
    expect(run).toContain("get/credentials/absent");
  });
});
