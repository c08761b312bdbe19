import { dereference, type Json, type MediaType, type OpenApiDocument } from "../../src/openapi/document.ts";
import { exampleOf } from "../../src/openapi/example.ts";
import { listOperations } from "../../src/openapi/operation.ts";
import { pointTo } from "../../src/openapi/pointer.ts";

/** Renders a documented value of each component schema that has one: from the first body with the schema, or its own. */
export function renderFixtures(document: OpenApiDocument): string {
  const ofBodies = examplesOfBodies(document);
  const examples = Object.keys(document.components?.schemas ?? {}).map((name) => {
    const $ref = `#${pointTo("/components/schemas", name)}`;
    return [name, ofBodies.get($ref) ?? exampleOf(document, { schema: { $ref } })];
  });
  return [
    "/** A documented value of each component schema that has one. */",
    `export const examples = ${JSON.stringify(Object.fromEntries(examples), null, 2)};\n`,
  ].join("\n");
}

/** Returns the first example of a request or response body, by the schema that the body refers to. */
function examplesOfBodies(document: OpenApiDocument): Map<string, Json> {
  const examples = new Map<string, Json>();
  for (const { operation } of listOperations(document)) {
    const { requestBody, responses } = operation;
    for (const owner of [...(requestBody ? [requestBody] : []), ...Object.values(responses ?? {})]) {
      const { content = {} } = dereference<{ content?: Record<string, MediaType> }>(document, owner);
      for (const body of Object.values(content)) {
        const $ref = body.schema?.$ref;
        const example = exampleOf(document, body);
        if ($ref !== undefined && example !== undefined && !examples.has($ref)) examples.set($ref, example);
      }
    }
  }
  return examples;
}
