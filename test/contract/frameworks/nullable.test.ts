import { describe, expect, test } from "vitest";
import type { Schema } from "../../../src/openapi/document.ts";
import { createApp } from "./app.ts";
import { body, documentOf, operation } from "./documents.ts";
import { verdictOn } from "./verdict.ts";

const Owner: Schema = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: { name: { type: "string", minLength: 1 } },
};
const Kind: Schema = { type: "string", enum: ["a", "b"] };
const owner = { $ref: "#/components/schemas/Owner" };
const kind = { $ref: "#/components/schemas/Kind" };
const orNull = (schema: Schema) => ({ anyOf: [schema, { type: "null" }] });

/** What a document says, and what its server means by it. */
const rows: [by: string, version: string, described: Schema, meant: Schema][] = [
  ["NestJS: allOf", "3.0.0", { nullable: true, allOf: [owner] }, orNull(Owner)],
  ["NestJS: allOf and a type", "3.0.0", { type: "object", nullable: true, allOf: [owner] }, orNull(Owner)],
  ["drf-spectacular: allOf of an enum", "3.0.3", { nullable: true, allOf: [kind] }, orNull(Kind)],
  [
    "drf-spectacular: oneOf of enums",
    "3.0.3",
    { nullable: true, oneOf: [kind, { enum: [""] }] },
    { enum: ["a", "b", "", null] },
  ],
  ["a bare $ref", "3.0.1", { nullable: true, ...owner }, orNull(Owner)],
  ["anyOf", "3.0.2", { nullable: true, anyOf: [owner] }, orNull(Owner)],
  ["an enum without null", "3.0.4", { nullable: true, type: "string", enum: ["a", "b"] }, { enum: ["a", "b", null] }],
  ["an enum without a type", "3.0.4", { nullable: true, enum: ["a", "b"] }, { enum: ["a", "b", null] }],
  ["a bare $ref in 3.1", "3.1.0", { nullable: true, ...owner }, orNull(Owner)],
];

describe("nullable beside what is no type: null is valid, in responses and in requests", () => {
  const object = (value: Schema): Schema => ({
    type: "object",
    required: ["value"],
    additionalProperties: false,
    properties: { value },
  });
  const documentWith = (version: string, described: Schema) => {
    const schema = object(described);
    const post = operation("make", [201, 415, 422], { schema, requestBody: body(schema) });
    return documentOf({ "/things": { post } }, { openapi: version, components: { schemas: { Owner, Kind } } });
  };
  const echo = (meant: Schema) =>
    createApp([
      { method: "POST", path: "/things", schema: object(meant), handle: (_, value) => ({ status: 201, body: value }) },
    ]);

  test.each(rows)("%s (%s)", async (_, version, described, meant) => {
    expect((await verdictOn(echo(meant), documentWith(version, described))).errors).toEqual([]);
  });

  test.each(rows)("%s (%s): a server that refuses null is told", async (_, version, described, meant) => {
    const { errors } = await verdictOn(
      echo({ allOf: [meant], not: { type: "null" } }),
      documentWith(version, described),
    );
    expect(errors.join()).toMatch(/^make\/positive-data-acceptance\/422 boundaries [^,]*$/);
  });
});
