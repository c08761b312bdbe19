import { describe, expect, test } from "vitest";
import { renderPretty, runContract } from "../../../src/contract/index.ts";
import { readKeys, secretsOf } from "../../../src/contract/run/keys.ts";
import { settleSecurity } from "../../../src/contract/run/settle-security.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { http, rawServer } from "../../helpers/raw-server.ts";
import { documentedAnswer } from "../../openapi/documented-example.ts";
import { readPersonaDocument } from "../../openapi/persona-document.ts";
import { serve } from "../frameworks/serve.ts";
import { keysOf } from "../model/keys.ts";
import { documentWith } from "../model/read.ts";

test.each(["key-4711", "Token key-4711"])("the key may be %j", (value) => {
  expect(keysOf({ value, variable: "KEY" }).of()).toEqual({ value, variable: "KEY" });
  expect(keysOf(value).of()).toEqual({ value, variable: "API_KEY" });
});

test.each([" key", "key ", "a  key", "key\n", "k\tey", "schlüssel"])("the key may not be %j", (value) => {
  expect(() => keysOf({ value, variable: "OWN" })).toThrow(
    expect.objectContaining({
      exitCode: 2,
      message: expect.stringMatching(/^The key in OWN holds [^:]*\. Correct --token-env\.$/),
    }),
  );
});

test("a made-up key is no secret", () => {
  expect(secretsOf(keysOf())).toEqual([]);
  expect(keysOf()).toMatchObject({ areMadeUp: true });
});

/** Operations that ask for an app's key and a user's, for one of two, and for a key that need not be. */
const document = {
  ...documentWith(
    {
      "/both": {
        get: { operationId: "both", security: [{ app: [], user: [] }], responses: { 200: { description: "" } } },
      },
      "/either": {
        get: { operationId: "either", security: [{ app: [] }, { user: [] }], responses: { 200: { description: "" } } },
      },
      "/maybe": {
        get: { operationId: "maybe", security: [{}, { user: [] }], responses: { 200: { description: "" } } },
      },
      "/open": { get: { operationId: "open", security: [], responses: { 200: { description: "" } } } },
    },
    {
      securitySchemes: {
        app: { type: "apiKey", in: "header", name: "X-App" },
        user: { type: "http", scheme: "bearer" },
      },
    },
  ),
} as OpenApiDocument;
const securityOf = (settled: OpenApiDocument) =>
  Object.values(settled.paths ?? {}).map((item) => (item as { get: { security: object[] } }).get.security);

describe("several keys", () => {
  test("are each sent in the place of their scheme, and no report has one", async () => {
    const { url, requests } = await rawServer(http(200));
    const report = await runContract({
      url,
      document,
      only: ["examples"],
      tokens: {
        app: { value: "first-secret", variable: "APP" },
        user: { value: "Second secret", variable: "USER_KEY" },
      },
    });
    const of = (path: string) => requests.find((request) => request.startsWith(`GET ${path} `)) ?? "";
    expect(of("/both")).toMatch(/^X-App: first-secret\r$/m);
    expect(of("/both")).toMatch(/^Authorization: Bearer Second secret\r$/m);
    expect(JSON.stringify(report)).not.toMatch(/first-secret|Second secret/);
  });

  test("choose the alternative that they are for", () => {
    const keys = readKeys({ tokens: { user: "key" } }, document, 1);
    expect(securityOf(settleSecurity(document, keys, false))).toEqual([
      [{ app: [], user: [] }],
      [{ user: [] }, { app: [] }],
      [{ user: [] }, {}],
      [],
    ]);
    expect(settleSecurity(document, keysOf("key"), false)).toBe(document);
  });

  test("for a scheme that the document does not have are refused", () => {
    expect(() => readKeys({ tokens: { usr: "key" } }, document, 1)).toThrow(
      "The document has no security scheme usr (--token-env). It has app, user.",
    );
  });

  test("are hidden whole and in part, also where one contains the other", async () => {
    const { url } = await rawServer(
      http(500, { "Content-Type": "application/json" }, '{"got":"long-secret-1 and long-secret-1-more"}'),
    );
    const report = await runContract({
      url,
      document,
      tokens: {
        app: { value: "long-secret-1", variable: "ONE" },
        user: { value: "long-secret-1-more", variable: "TWO" },
      },
    });
    expect(JSON.stringify(report)).not.toContain("long-secret");
    expect(renderPretty(report)).toContain("a response contains the key");
  });
});

describe("requireKey", () => {
  const persona = readPersonaDocument();
  const run = async (url: string, options: object) =>
    runContract({ url, document: await persona, requireKey: true, only: ["credentials"], ...options });

  test("rejects what allows calls without a key", () => {
    expect(securityOf(settleSecurity(document, keysOf(), true))).toEqual([
      [{ app: [], user: [] }],
      [{ app: [] }, { user: [] }],
      [{ user: [] }],
      [],
    ]);
  });

  test("a gateway that takes only its key passes, one that takes any fails", async () => {
    const gateway = (isAccepted: (key: string) => boolean) =>
      serve(({ headers }) =>
        isAccepted(headers.authorization ?? "")
          ? { status: 200, body: documentedAnswer }
          : { status: 401, headers: { "WWW-Authenticate": "Bearer" }, body: { message: "No." } },
      );
    const token = "the-right-key-4711";
    const closed = await gateway((key) => key.toLowerCase() === `bearer ${token}` && key.endsWith(token));
    const idsOf = ({ violations }: { violations: { id: string; severity: string }[] }) =>
      violations.filter(({ severity }) => severity === "error").map(({ id }) => id);
    const own = await run(closed, { token });
    expect(idsOf(own)).toEqual([]);
    const lax = await run(await gateway((key) => /^bearer \S/i.test(key)), { token });
    expect(idsOf(lax).join()).toContain("negative-data-rejection/credentials");
    const none = await run(await gateway(() => true), {});
    expect(idsOf(none).join()).toContain("negative-data-rejection/missingCredentials");
  });

  test("needs a document that says how a key is sent", async () => {
    const keyless = { ...(await persona), security: [], components: {} } as OpenApiDocument;
    await expect(runContract({ url: "http://127.0.0.1:9", document: keyless, requireKey: true })).rejects.toThrow(
      "`requireKey` needs a document that says how a key is sent: this one has no security.",
    );
  });
});
