import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { renderValidators } from "../../../scripts/generate/validators.ts";
import type { Schema } from "../../../src/openapi/document.ts";
import { scratchFolder } from "../../helpers/scratch.ts";

/** The compiled check of a request body with this schema. */
async function checkOf(schema: Schema) {
  const content = { "application/json": { schema } };
  const post = { operationId: "make", requestBody: { content }, responses: { 204: { description: "Done." } } };
  const document = { openapi: "3.1.0", info: { title: "Test", version: "1" }, paths: { "/a~b/{id}/": { post } } };
  const code = renderValidators(document);
  expect(code).not.toMatch(/\brequire\(|\bimport\b/);
  const file = join(await scratchFolder(), "validators.mjs");
  await writeFile(file, code);
  const { validators } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  expect(validators.make.responses).toEqual({});
  return validators.make.request as (body: unknown) => boolean;
}

test.each<[string, Schema, unknown[], unknown[]]>([
  ["lengths count code points", { type: "string", minLength: 2, maxLength: 2 }, ["ab", "😀😀"], ["a", "abc", "😀"]],
  ["an enum of objects", { enum: [{ a: 1 }, null] }, [{ a: 1 }, null], [{ a: 2 }, 1]],
  ["unique items", { type: "array", uniqueItems: true }, [[{ a: 1 }, { a: 2 }]], [[{ a: 1 }, { a: 1 }]]],
  ["a format", { type: "string", format: "date-time" }, ["2024-12-23T10:34:30.144Z"], ["yesterday"]],
  ["a format of numbers, which adds nothing", { type: "integer", format: "int32" }, [1], [1.5, "1"]],
  ["a format that nobody knows", { type: "string", format: "colour" }, ["red"], [1]],
  ["a nullable type", { type: ["string", "null"] }, ["a", null], [1]],
  [
    "properties called as notes are",
    { required: ["description"], properties: { description: { type: "string" } } },
    [{ description: "" }],
    [{}, { description: 1 }],
  ],
  ["a choice", { oneOf: [{ type: "string" }, { type: "integer" }] }, ["a", 1], [1.5, null]],
  ["a pattern", { type: "string", pattern: "^a/b$" }, ["a/b"], ["xa/b"]],
])("%s", async (_, schema, valid, invalid) => {
  const check = await checkOf(schema);
  for (const body of valid) expect(check(body), JSON.stringify(body)).toBe(true);
  for (const body of invalid) expect(check(body), JSON.stringify(body)).toBe(false);
});
