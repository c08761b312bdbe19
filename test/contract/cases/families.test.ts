import { describe, expect, test } from "vitest";
import { headerValues } from "../../../src/contract/http/request.ts";
import type { Keys } from "../../../src/contract/model/security.ts";
import type { TestCase } from "../../../src/contract/test-case.ts";
import { keysOf } from "../model/keys.ts";
import { documentWith, familyOf } from "./plan.ts";
import { workshop } from "./workshop.ts";

const first = ({ requests: [request] }: TestCase) => request ?? { method: "", target: "", headers: [] };
const outcomes = (cases: TestCase[]) =>
  Object.fromEntries(cases.map(({ id, expected }) => [id.split("/").slice(2).join("/"), expected]));
const withScheme = (scheme: object, operation: object = {}) =>
  documentWith(
    { type: "object" },
    { components: { securitySchemes: { key: scheme } }, security: [{ key: [] }] },
    operation,
  );
const bearer = { type: "http", scheme: "bearer" };

describe("credentials", () => {
  const sentIn = (document: Parameters<typeof familyOf>[0], name: string, keys?: Keys) =>
    familyOf(document, "credentials", keys && { keys }).map((planned) =>
      headerValues(first(planned).headers, name).join(" | "),
    );

  test("no wrong key carries the right one alone", () => {
    for (const planned of familyOf(withScheme(bearer), "credentials")) {
      if (planned.expected.outcome !== "refusal") continue;
      expect(headerValues(first(planned).headers, "authorization"), planned.id).not.toContain("Bearer key-of-4711");
    }
  });

  test.each<[string, object, string, string]>([
    ["bearer", bearer, "authorization", "Bearer key-of-4711x"],
    [
      "basic",
      { type: "http", scheme: "basic" },
      "authorization",
      `Basic ${Buffer.from("key-of-4711x:").toString("base64")}`,
    ],
    ["a header of its own", { type: "apiKey", in: "header", name: "X-Key" }, "x-key", "key-of-4711x"],
    ["a cookie", { type: "apiKey", in: "cookie", name: "session" }, "cookie", "session=key-of-4711x"],
  ])("wrong ones go where the right one does: %s", (_, scheme, header, value) => {
    expect(sentIn(withScheme(scheme), header)).toContain(value);
  });

  test("are absent, and that is rejected", () => {
    const absent = familyOf(withScheme(bearer), "credentials").find(({ id }) => id.endsWith("/absent"));
    expect(absent?.expected).toEqual({ outcome: "refusal", basis: "document", class: "missingCredentials" });
    expect(absent && headerValues(first(absent).headers, "authorization")).toEqual([]);
  });

  test("are absent where they are optional, and that succeeds", () => {
    const document = withScheme(bearer, { security: [{ key: [] }, {}] });
    expect(outcomes(familyOf(document, "credentials")).absent).toEqual({ outcome: "success", basis: "document" });
    const described = familyOf(document, "credentials").filter(
      ({ expected }) => expected.outcome === "refusal" && expected.basis === "document",
    );
    expect(described.map(({ id }) => id)).toEqual([]);
  });

  test("with a made-up key, no other key is called wrong", () => {
    const made = sentIn(withScheme(bearer), "authorization", keysOf());
    expect(made).toContain("");
    expect(made).not.toContain("Bearer made-up-key-1x");
  });

  test("are not tested where none are documented", () => {
    expect(familyOf(documentWith({ type: "object" }), "credentials")).toEqual([]);
  });
});

describe("methods", () => {
  const methodsOf = (cases: TestCase[]) =>
    cases.filter(({ id }) => /^make\/methods\/[A-Z]+$/.test(id)).map((planned) => first(planned).method);
  const twoMethods = (): ReturnType<typeof documentWith> => {
    const document = documentWith({ type: "object" });
    const get = { operationId: "read", responses: { 200: { description: "" } } };
    return { ...document, paths: { "/things": { ...document.paths?.["/things"], get } } };
  };

  test("that the path does not have are all tried", () => {
    expect(methodsOf(familyOf(workshop, "methods")).sort()).toEqual([
      "DELETE",
      "GET",
      "HEAD",
      "OPTIONS",
      "PATCH",
      "PUT",
      "TRACE",
    ]);
  });

  test("that the path has are not", () => {
    const cases = familyOf(twoMethods(), "methods").filter(({ id }) => /\/methods\/[A-Z]+$/.test(id));
    expect(cases.map((planned) => first(planned).method)).not.toEqual(expect.arrayContaining(["GET"]));
    expect(cases.map((planned) => first(planned).method)).not.toEqual(expect.arrayContaining(["POST"]));
  });

  test("without a body have none, and no type of one", () => {
    for (const planned of familyOf(workshop, "methods").filter((one) =>
      /^(GET|HEAD|DELETE|TRACE)$/.test(one.id.split("/")[2] ?? ""),
    )) {
      expect(first(planned)).toMatchObject({ body: undefined });
      expect(headerValues(first(planned).headers, "content-type")).toEqual([]);
    }
  });
});

describe("paths", () => {
  const targets = (cases: TestCase[]) => cases.map((planned) => first(planned).target.split("?")[0]);

  test("near the described one are tried, with its query", () => {
    const cases = familyOf(workshop, "paths");
    expect(targets(cases)).toEqual(
      expect.arrayContaining(["/things/", "//things", "/THINGS", "/thingsx", "/things.json", "/%74hings"]),
    );
    expect(cases.filter((planned) => !first(planned).target.endsWith("?size=1")).map(({ id }) => id)).toEqual([]);
  });

  test("that the document describes are not", () => {
    const document = documentWith({ type: "object" });
    const get = { operationId: "read", responses: { 200: { description: "" } } };
    const more = {
      "/thingsx": { get },
      "/things/{id}": {
        get: {
          ...get,
          operationId: "readOne",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        },
      },
    };
    const own = targets(
      familyOf({ ...document, paths: { ...document.paths, ...more } }, "paths").filter(
        ({ operation }) => operation.id === "make",
      ),
    );
    expect(own).not.toContain("/thingsx");
    expect(own).not.toContain("/things/extra");
  });
});

describe("parameters", () => {
  const cases = familyOf(workshop, "parameters");
  const queryOf = (name: string) => {
    const planned = cases.find(({ id }) => id === `make/parameters/${name}`);
    return planned && [first(planned).target.split("?")[1], planned.expected.outcome];
  };

  test.each<[string, string | undefined, string]>([
    ["query size/absent", undefined, "refusal"],
    ["query size/minimum-off", "size=0", "refusal"],
    ["query size/maximum-off", "size=51", "refusal"],
    ["query size/fraction", "size=1.5", "refusal"],
    ["query size/string", "size=text", "refusal"],
    ["query size/empty", "size=", "refusal"],
    ["query size/valid-maximum-at", "size=50", "success"],
    ["query sort/present", "size=1&sort=up", "success"],
    ["query sort/choice-unknown", "size=1&sort=no%20such%20choice", "refusal"],
    ["query sort/valid-choice-1", "size=1&sort=down", "success"],
    ["unknown", "size=1&unknownParameter=1", "open"],
  ])("%s sends %s: %s", (name, query, outcome) => {
    expect(queryOf(name)).toEqual([query, outcome]);
  });

  test("in headers go there", () => {
    const tooLong = cases.find(({ id }) => id === "make/parameters/header X-Trace/too-long");
    expect(tooLong && headerValues(first(tooLong).headers, "x-trace").map(({ length }) => length)).toEqual([9]);
  });

  test("have no text that could be read as a valid value", () => {
    const refused = cases.filter(({ id, expected }) => id.includes("query size") && expected.outcome === "refusal");
    expect(refused.map(({ id }) => id)).toEqual(
      expect.arrayContaining(
        ["absent", "zero", "minimum-off", "maximum-off", "empty"].map((name) => `make/parameters/query size/${name}`),
      ),
    );
    const values = refused.map((planned) => new URLSearchParams(first(planned).target.split("?")[1]).get("size"));
    expect(values.filter((value) => value !== null && /^\s*([1-9]|[1-4]\d|50)(\.0*)?\s*$/.test(value))).toEqual([]);
  });
});

describe("media types", () => {
  test("are rejected as the document says, else as good practice asks", () => {
    const basisOf = (document: Parameters<typeof familyOf>[0]) =>
      outcomes(familyOf(document, "media-type"))["other-text/plain"];
    expect(basisOf(workshop)).toEqual({ outcome: "refusal", basis: "document", class: "mediaType" });
    expect(basisOf(documentWith({ type: "object" }))).toEqual({
      outcome: "refusal",
      basis: "recommendation",
      class: "mediaType",
    });
  });

  test("that the document has are not called wrong", () => {
    const content = { "application/json": { schema: {} }, "text/*": {} };
    const ids = familyOf(documentWith({}, {}, { requestBody: { required: true, content } }), "media-type").map(
      ({ id }) => id,
    );
    expect(ids).toContain("make/media-type/other-application/xml");
    expect(ids).not.toContain("make/media-type/other-text/plain");
  });
});

test("what comes again and again, or at once, has texts of its own in each request", () => {
  for (const family of ["repeat", "concurrency"]) {
    for (const { id, requests } of familyOf(workshop, family)) {
      const marks = requests.map(({ body }) => new Set(String(body).match(/mark[0-9a-z]{7}/g)));
      expect(
        marks.filter((own) => own.size === 0),
        id,
      ).toEqual([]);
      const shared = [...(marks[0] ?? [])].filter((mark) => marks.slice(1).some((other) => other.has(mark)));
      expect(shared, id).toEqual([]);
    }
  }
});
