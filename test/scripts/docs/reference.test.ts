import { describe, expect, test } from "vitest";
import { describeApi } from "../../../scripts/docs/reference/describe.ts";
import { listFields } from "../../../scripts/docs/reference/fields.ts";
import { describeType } from "../../../scripts/docs/reference/types.ts";
import type { OpenApiDocument, Schema } from "../../../src/openapi/document.ts";
import { readPersonaDocument } from "../../openapi/persona-document.ts";

/** A document with these schemas and, where given, one operation. */
function documentOf(schemas: Record<string, Schema>, operation?: object, rest: object = {}): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    ...(operation && { paths: { "/things/{id}": { put: operation } } }),
    ...rest,
    components: { schemas, ...(rest as { components?: object }).components },
  };
}

function fieldsOf(schema: Schema, schemas: Record<string, Schema> = {}, direction: "request" | "response" = "request") {
  return listFields(documentOf(schemas), schema, direction, "op.request");
}

describe("fields", () => {
  test("stand in order, each right after what it is in, with a path and an anchor", () => {
    const fields = fieldsOf({
      type: "object",
      required: ["list"],
      properties: {
        list: { type: "array", items: { type: "object", properties: { id: { type: "string" } } } },
        map: { type: "object", additionalProperties: { type: "integer" } },
      },
    });
    expect(fields.map(({ id, path, depth, type, required }) => [id, path, depth, type, required])).toEqual([
      ["op.request.list", "list", 0, "list of object", true],
      ["op.request.list.*", "list.*", 1, "object", false],
      ["op.request.list.*.id", "list.*.id", 2, "string", false],
      ["op.request.map", "map", 0, "object", false],
      ["op.request.map.*", "map.*", 1, "integer", false],
    ]);
  });

  test("of all parts of an allOf are there, and what one part requires of another", () => {
    const fields = fieldsOf(
      {
        allOf: [{ $ref: "#/components/schemas/Base" }, { required: ["a"], properties: { b: { type: "null" } } }],
      },
      { Base: { properties: { a: { type: "string", description: "From the base." } } } },
    );
    expect(fields.map(({ path, required, description }) => [path, required, description])).toEqual([
      ["a", true, "From the base."],
      ["b", false, ""],
    ]);
  });

  test("of a choice are those of all branches, required where all require them", () => {
    const fields = fieldsOf({
      oneOf: [
        { required: ["kind", "card"], properties: { kind: { type: "string" }, card: { type: "string" } } },
        { required: ["kind"], properties: { kind: { type: "string" }, iban: { type: "string" } } },
      ],
    });
    expect(fields.map(({ path, required }) => [path, required])).toEqual([
      ["kind", true],
      ["card", true],
      ["iban", false],
    ]);
  });

  test("that come back to themselves are described once", () => {
    const Node = { type: "object", properties: { next: { $ref: "#/components/schemas/Node" } } };
    expect(fieldsOf({ $ref: "#/components/schemas/Node" }, { Node }).map(({ path }) => path)).toEqual(["next"]);
  });

  test("that go the other way are left out", () => {
    const schema = { properties: { id: { readOnly: true }, secret: { writeOnly: true }, name: {} } };
    expect(fieldsOf(schema, {}, "request").map(({ path }) => path)).toEqual(["secret", "name"]);
    expect(fieldsOf(schema, {}, "response").map(({ path }) => path)).toEqual(["id", "name"]);
  });

  test("say their limits in words", () => {
    const [field] = fieldsOf({ properties: { a: { type: "string", minLength: 1, maxLength: 5, enum: ["x", "y"] } } });
    expect(field?.limits).toEqual(['one of "x", "y"', "at least 1 characters", "at most 5 characters"]);
    const [closed] = fieldsOf({ properties: { a: { type: "object", additionalProperties: false } } });
    expect(closed?.limits).toEqual(["no other properties"]);
  });

  test.each<[string, Schema, string]>([
    ["a format", { type: "string", format: "uuid" }, "string (uuid)"],
    ["a list", { type: "array", items: { type: "string", format: "uri" } }, "list of string (uri)"],
    ["null beside a type", { type: ["string", "null"] }, "string or null"],
    ["a choice", { oneOf: [{ $ref: "#/components/schemas/Card" }, { type: "integer" }] }, "one of Card, integer"],
    ["nothing said", {}, "any"],
    ["properties alone", { properties: {} }, "object"],
  ])("name their type: %s", (_, schema, type) => {
    expect(describeType(documentOf({ Card: { type: "object" } }), schema)).toBe(type);
  });
});

describe("an operation", () => {
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" }, example: "t-1" }];
  const responses = { "204": { description: "Done.", headers: { "X-Left": { schema: { type: "integer" } } } } };

  test("has its parameters and headers with anchors", () => {
    const [operation] = describeApi(documentOf({}, { operationId: "putThing", parameters, responses })).operations;
    expect(operation?.parameters).toMatchObject([{ id: "putThing.path.id", name: "id", in: "path", example: "t-1" }]);
    expect(operation?.responses).toMatchObject([
      { id: "putThing.response.204", headers: [{ id: "putThing.response.204.header.X-Left", type: "integer" }] },
    ]);
  });

  test("tells failures by its method: what is idempotent may be sent again", async () => {
    const [put] = describeApi(documentOf({}, { operationId: "putThing", responses })).operations;
    const [post] = describeApi(await readPersonaDocument()).operations;
    const after5xx = (operation: typeof put) => operation?.failures.find(({ sign }) => sign === "5XX");
    expect(after5xx(put)?.again).toMatch(/^Yes/);
    expect(after5xx(post)).toMatchObject({
      effect: "The server failed. A persona may have been created.",
      again: expect.stringMatching(/^Not blindly/),
    });
  });

  test("says how to authenticate: its own way before the document's", () => {
    const rest = {
      security: [{ key: [] }],
      components: {
        securitySchemes: {
          key: { type: "apiKey", in: "header", name: "X-Key" },
          token: { type: "http", scheme: "Bearer", description: "A token." },
        },
      },
    };
    const of = (operation: object) =>
      describeApi(documentOf({}, { operationId: "o", responses, ...operation }, rest)).operations[0]?.credentials;
    expect(of({})).toEqual({
      schemes: [{ name: "key", kind: "header X-Key", description: "" }],
      optional: false,
      bearer: false,
    });
    expect(of({ security: [{ token: [] }, {}] })).toEqual({
      schemes: [{ name: "token", kind: "HTTP Bearer", description: "A token." }],
      optional: true,
      bearer: true,
    });
    expect(of({ security: [] })).toMatchObject({ schemes: [] });
  });

  test("leads with the first paragraph of its description", () => {
    const [operation] = describeApi(
      documentOf({}, { operationId: "o", responses, description: "First.\n\nSecond.\n\n- third" }),
    ).operations;
    expect(operation).toMatchObject({ lead: "First.", details: "Second.\n\n- third" });
  });
});

test("a server's variables stand with their defaults", () => {
  const servers = [{ url: "https://{region}.example/v1/", variables: { region: { default: "eu" } } }];
  expect(describeApi(documentOf({}, undefined, { servers })).baseUrl).toBe("https://eu.example/v1");
});
