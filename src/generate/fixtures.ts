import { dereference, type Json, type MediaType, type OpenApiDocument, type Schema } from "../spec/document.ts";
import { listOperations } from "../spec/operations.ts";
import { exampleOf } from "./example.ts";
import { compileChecks, pointerToken } from "./validators.ts";

/** The value of each component schema that has an example, and its check, which stands alone as those of bodies do. */
export function renderFixtures(document: OpenApiDocument): string {
  const documented = Object.keys(document.components?.schemas ?? {})
    .map((name) => ({ name, example: findExample(document, name) }))
    .filter(({ example }) => example !== undefined);
  const schemas = documented.map(({ name, example }, index) => {
    return {
      name: `check${index}`,
      pointer: `/components/schemas/${pointerToken(name)}`,
      key: JSON.stringify(name),
      example,
    };
  });
  const names = schemas.map(({ key }) => key).join(" | ") || "never";
  const fields = schemas.map(
    ({ key, name, example }) => `  ${key}: { check: ${name}, example: ${JSON.stringify(example, null, 2)} },`,
  );
  return [
    "// @ts-nocheck",
    compileChecks(document, schemas),
    "/** True, or false with the reasons in `errors`. */",
    "interface Check {",
    "  (value: unknown): boolean;",
    "  errors?: { instancePath: string; message?: string }[] | null;",
    "}\n",
    "/** A documented value of each component schema, and the check of any. */",
    `export const schemas: globalThis.Record<${names}, { check: Check; example: unknown }> = {\n${fields.join("\n")}\n};\n`,
  ].join("\n");
}

/** The example of the first body that has the schema, or the schema's own. */
function findExample(document: OpenApiDocument, name: string): Json | undefined {
  const schema: Schema = { $ref: `#/components/schemas/${pointerToken(name)}` };
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
