import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { flags } from "../../../src/cli/contract-flags.ts";
import { renderPretty, runContract } from "../../../src/contract/index.ts";
import { nameOptions, optionByFlag } from "../../../src/contract/report/name-options.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { http, rawServer } from "../../helpers/raw-server.ts";
import { thingsDocument } from "../chain/things-api.ts";

const document = thingsDocument();
const url = "http://127.0.0.1:9";

test("each flag that is an option in code is named so in README, and is a flag", async () => {
  const readme = await readFile(join(packageRoot, "src/contract/README.md"), "utf8");
  // A key of one scheme has the flag of the key.
  const rows = [...readme.matchAll(/^\| `--([\w-]+)(?: (?!SCHEME)[^`]*)?` \| `([\w.]+)` \|/gm)];
  const { verbose, ...named } = optionByFlag;
  expect(Object.fromEntries(rows.map(([, flag, option]) => [flag, option]))).toEqual(named);
  expect(Object.keys(optionByFlag).filter((flag) => !Object.hasOwn(flags, flag))).toEqual([]);
  // An option of renderPretty(), not of a run.
  expect(verbose).toBe("verbose");
});

test.each([
  ["correct --url or the document", "correct `url` or the document"],
  ["give them with --request FILE: {}", "give them with `requests`: {}"],
  ["give a key (--token-env)", "give a key (`token`)"],
  ["an --urls that is none, a--url", "an --urls that is none, a--url"],
  ["reproduce  curl -sS -i --url", "reproduce  curl -sS -i --url"],
])("%s", (text, named) => {
  expect(nameOptions(text)).toBe(named);
});

describe("messages of runContract() name options", () => {
  test.each<[object, RegExp]>([
    [{ url }, /correct `url`\.$/i],
    [{ url: "ftp://x" }, /^`url` takes an http or https URL/],
    [{ requests: { getThings: {} } }, /^`requests` names the unknown operation getThings\. /],
    [{ requests: { getThing: { params: {} } } }, /^`requests` \/getThing may have body and parameters, not params\.$/],
    [{ requests: [] }, /^`requests` must be an object of operations/],
    [{ token: "" }, /^The key is empty\. Correct `token`\.$/],
    [{ token: { value: " key" } }, /^The key holds white space .*`token`\.$/],
  ])("%j", async (options, message) => {
    await expect(runContract({ url, document, ...options })).rejects.toThrow(message);
  });

  test("and so does its report", async () => {
    const locked = await rawServer(http(401, { "WWW-Authenticate": "Bearer" }));
    const keyed = {
      ...document,
      components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
      security: [{ key: [] }],
    };
    const { violations, ...report } = await runContract({ url: locked.url, document: keyed, maxCases: 3 });
    expect(violations.map(({ actual }) => actual).join()).toContain("(`token`)");
    const shown = renderPretty({ ...report, violations });
    expect(shown).toContain("`maxCases`");
    expect(shown.split("\n").filter((line) => /--[a-z]/.test(line) && !line.includes("curl -sS"))).toEqual([]);
  });
});

test("a key in code is hidden under the name that it is given, or API_KEY", async () => {
  const { url: lax, requests } = await rawServer(http(418));
  for (const [token, name] of [
    ["secret-key-of-mine", "API_KEY"],
    [{ value: "secret-key-of-mine", variable: "OTHER" }, "OTHER"],
  ] as const) {
    const report = await runContract({
      url: lax,
      document: {
        ...document,
        components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
        security: [{ key: [] }],
      },
      token,
      only: ["examples"],
    });
    expect(JSON.stringify(report)).not.toContain("secret-key-of-mine");
    expect(JSON.stringify(report)).toContain(`\${${name}}`);
  }
  expect(requests.join()).toContain("Bearer secret-key-of-mine");
});
