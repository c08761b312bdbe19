import { dereference, type Json, type MediaType, type OpenApiDocument, type Schema } from "../spec/document.ts";
import { listOperations } from "../spec/operations.ts";
import { pointTo } from "../spec/pointer.ts";
import { exampleOf } from "./example.ts";

/** A documented value of each component schema that has an example, with the schema's check. */
export function renderFixtures(document: OpenApiDocument): string {
  const fields = Object.keys(document.components?.schemas ?? {}).flatMap((name) => {
    const example = findExample(document, name);
    const key = JSON.stringify(name);
    return example === undefined
      ? []
      : [
          `  ${key}: { check: schemas[${key}], example: ${JSON.stringify(example, null, 2).replaceAll("\n", "\n  ")} },`,
        ];
  });
  return [
    'import { schemas } from "./validators.ts";\n',
    "/** A documented value of each component schema that has one, and the check of any. */",
    `export const documented = {\n${fields.join("\n")}\n};\n`,
  ].join("\n");
}

/** The example of the first body that has the schema, or the schema's own. */
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
