import { describe, expect, test } from "vitest";
import { type Credential, credentialValue, readSecurity } from "../../../src/contract/model/security.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { listOperations } from "../../../src/openapi/operation.ts";
import { documentWith } from "./read.ts";

const securitySchemes = {
  bearer: { type: "http", scheme: "bearer" },
  Basic: { type: "http", scheme: "BASIC" },
  header: { type: "apiKey", in: "header", name: "X-Key" },
  query: { type: "apiKey", in: "query", name: "key" },
  cookie: { type: "apiKey", in: "cookie", name: "session" },
  oauth: { type: "oauth2", flows: {} },
  openId: { type: "openIdConnect", openIdConnectUrl: "https://example.com" },
  mutual: { type: "mutualTLS" },
  referred: { $ref: "#/components/securitySchemes/header" },
};
const operation = "/paths/~1things/post";
const authorization = { in: "header", name: "Authorization" };

function read(own: unknown, security?: OpenApiDocument["security"]) {
  const document = {
    ...documentWith({ "/things": { post: { ...(own !== undefined && { security: own }) } } }, { securitySchemes }),
    ...(security !== undefined && { security }),
  };
  const [post] = listOperations(document);
  if (!post) throw new Error("No operation.");
  return readSecurity(post.security);
}

describe("where a credential goes is read from its scheme", () => {
  test.each<[string, object]>([
    ["bearer", { ...authorization, prefix: "Bearer" }],
    ["Basic", { ...authorization, prefix: "Basic" }],
    ["header", { in: "header", name: "X-Key", prefix: "" }],
    ["query", { in: "query", name: "key", prefix: "" }],
    ["cookie", { in: "cookie", name: "session", prefix: "" }],
    ["oauth", { ...authorization, prefix: "Bearer" }],
    ["openId", { ...authorization, prefix: "Bearer" }],
    ["referred", { in: "header", name: "X-Key", prefix: "" }],
  ])("%s", (scheme, credential) => {
    expect(read([{ [scheme]: [] }])).toEqual({
      required: true,
      credentials: [{ scheme, ...credential }],
      pointer: `${operation}/security`,
    });
  });
});

describe("who may call", () => {
  const names = (own: unknown, security?: OpenApiDocument["security"]) => {
    const { required, credentials } = read(own, security);
    return { required, schemes: credentials.map(({ scheme }) => scheme) };
  };

  test("anyone, where nothing is said", () => {
    expect(read(undefined)).toEqual({ required: false, credentials: [], pointer: "/security" });
  });

  test("as the document says, unless the operation says otherwise", () => {
    expect(read(undefined, [{ bearer: [] }])).toMatchObject({ required: true, pointer: "/security" });
    expect(read([], [{ bearer: [] }])).toEqual({ required: false, credentials: [], pointer: `${operation}/security` });
    expect(names([{ header: [] }], [{ bearer: [] }])).toEqual({ required: true, schemes: ["header"] });
  });

  test.each([
    ["first", [{}, { bearer: [] }]],
    ["last", [{ bearer: [] }, {}]],
  ])("anyone, with a key or without, where one of the alternatives is empty, the %s", (_, security) => {
    expect(names(security)).toEqual({ required: false, schemes: ["bearer"] });
  });

  test("who has the first of several alternatives that can be sent", () => {
    expect(names([{ mutual: [] }, { header: [] }, { bearer: [] }])).toEqual({ required: true, schemes: ["header"] });
    expect(names([{ header: [], mutual: [] }, { query: [] }])).toEqual({ required: true, schemes: ["query"] });
  });

  test("who has all credentials of an alternative", () => {
    expect(names([{ header: [], query: [] }])).toEqual({ required: true, schemes: ["header", "query"] });
  });

  test.each([["mutual"], ["nowhere"]])("nobody that the suite could be, with %s alone", (scheme) => {
    expect(names([{ [scheme]: [] }])).toEqual({ required: true, schemes: [] });
  });
});

test.each<[string, string, string]>([
  ["", "key", "key"],
  ["Bearer", "key", "Bearer key"],
  ["Basic", "user:word", `Basic ${Buffer.from("user:word").toString("base64")}`],
  ["Basic", "user", `Basic ${Buffer.from("user:").toString("base64")}`],
])("with the prefix %j, %s goes out as %s", (prefix, token, value) => {
  const credential: Credential = { scheme: "s", in: "header", name: "n", prefix };
  expect(credentialValue(credential, token)).toBe(value);
});
