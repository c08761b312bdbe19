import type { Json, OpenApiDocument } from "../../src/openapi/document.ts";
import { examplesOf } from "../../src/openapi/examples.ts";
import { listOperations } from "../../src/openapi/operation.ts";
import { pointTo } from "../../src/openapi/pointer.ts";

/** Renders a documented value of each component schema that has one: from the first body with the schema, or its own. */
export function renderFixtures(document: OpenApiDocument): string {
  const ofBodies = examplesOfBodies(document);
  const examples = Object.keys(document.components?.schemas ?? {}).map((name) => {
    const $ref = `#${pointTo("/components/schemas", name)}`;
    return [name, ofBodies.get($ref) ?? examplesOf(document, { schema: { $ref } }, "")[0]?.value];
  });
  return [
    "/** A documented value of each component schema that has one. */",
    `export const examples = ${JSON.stringify(Object.fromEntries(examples), null, 2)};\n`,
  ].join("\n");
}

/** The first example that a body of a request or a response has, by the schema that the body refers to. */
function examplesOfBodies(document: OpenApiDocument): Map<string, Json> {
  const examples = new Map<string, Json>();
  for (const { requestBody, responses } of listOperations(document)) {
    for (const body of [requestBody, ...responses.values()].flatMap((owner) => owner?.bodies ?? [])) {
      const $ref = body.schema?.$ref;
      if ($ref === undefined || examples.has($ref)) continue;
      const [example] = body.examples;
      if (example) examples.set($ref, example.value);
    }
  }
  return examples;
}
