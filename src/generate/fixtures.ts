import { dereference, type Json, type MediaType, type OpenApiDocument, type Schema } from "../spec/document.ts";
import { exampleOf } from "../spec/example.ts";
import { listOperations } from "../spec/operations.ts";
import { pointTo } from "../spec/pointer.ts";

/** A documented value of each component schema that has one: the first body's with the schema, or the schema's own. */
export function renderFixtures(document: OpenApiDocument): string {
  const names = Object.keys(document.components?.schemas ?? {});
  const examples = Object.fromEntries(names.map((name) => [name, findExample(document, name)]));
  return [
    "/** A documented value of each component schema that has one. */",
    `export const examples = ${JSON.stringify(examples, null, 2)};\n`,
  ].join("\n");
}

function findExample(document: OpenApiDocument, name: string): Json | undefined {
  const schema: Schema = { $ref: `#${pointTo("", "components", "schemas", name)}` };
  const examples = bodiesOf(document)
    .filter((body) => body.schema?.$ref === schema.$ref)
    .map((body) => exampleOf(document, body));
  return examples.find((example) => example !== undefined) ?? exampleOf(document, { schema });
}

/** The bodies of all requests and answers, in the document's order. */
function bodiesOf(document: OpenApiDocument): MediaType[] {
  return listOperations(document).flatMap(({ operation: { requestBody, responses } }) => {
    const owners = [...(requestBody ? [requestBody] : []), ...Object.values(responses ?? {})];
    return owners.flatMap((owner) =>
      Object.values(dereference<{ content?: Record<string, MediaType> }>(document, owner).content ?? {}),
    );
  });
}
