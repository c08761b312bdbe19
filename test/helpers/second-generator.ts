import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { withScratchFolder } from "../../scripts/cli/scratch-folder.ts";
import { redocly } from "../../scripts/spec/redocly.ts";
import type { Body } from "../../src/openapi/content.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { listOperations } from "../../src/openapi/operation.ts";
import type { Parameter } from "../../src/openapi/parameter.ts";

/**
 * What stands in place of `generated/schema.ts` where Redocly makes the types: its own file of models, and one that gives
 * them the names that the rest of the client knows.
 */
export async function renderTypesByRedocly(document: OpenApiDocument, bundle: string): Promise<Map<string, string>> {
  const models = await withScratchFolder(async (scratch) => {
    const flags = ["--generator=typescript", "--output-mode=split", "--runtime=module"];
    const run = await redocly("generate-client", bundle, `--output=${join(scratch, "client.ts")}`, ...flags);
    if (run.exitCode !== 0) throw new Error(run.stderr);
    return readFile(join(scratch, "client.schemas.ts"), "utf8");
  });
  return new Map([
    ["models.ts", models],
    ["schema.ts", renderSchema(document)],
  ]);
}

function renderSchema(document: OpenApiDocument): string {
  const names = Object.keys(document.components?.schemas ?? {});
  const operations = listOperations(document);
  return [
    'import type * as models from "./models.ts";',
    `export interface components { schemas: { ${names.map((name) => `${name}: models.${name}`).join("; ")} } }`,
    "export interface operations {",
    ...operations.map(({ id, requestBody, responses, parameters }) => {
      const rendered = [...responses.values()].map(({ status, bodies }) => {
        const key = /^\d+$/.test(status) ? status : `"${status}"`;
        return `${key}: { content: ${renderContent(bodies)} }`;
      });
      const request = requestBody ? `{ content: ${renderContent(requestBody.bodies)} }` : "never";
      const fields = [`requestBody: ${request}`, `responses: { ${rendered.join("; ")} }`, renderParameters(parameters)];
      return `  ${id}: { ${fields.join("; ")} };`;
    }),
    "}",
    "export interface paths {",
    ...operations.map(({ id, path, method }) => `  "${path}": { ${method.toLowerCase()}: operations["${id}"] };`),
    "}\n",
  ].join("\n");
}

/** Their names and places; Redocly has no model of a parameter's value. */
function renderParameters(parameters: Parameter[]): string {
  const places = [...new Set(parameters.map((parameter) => parameter.in))].map((place) => {
    const own = parameters.filter((parameter) => parameter.in === place);
    const fields = own.map(({ name, required }) => `${JSON.stringify(name)}${required ? "" : "?"}: unknown`);
    return `${place}${own.some(({ required }) => required) ? "" : "?"}: { ${fields.join("; ")} }`;
  });
  return `parameters: { ${places.join("; ")} }`;
}

function renderContent(bodies: readonly Body[]): string {
  const fields = bodies.map(({ mediaType, schema }) => {
    const name = schema?.$ref?.split("/").at(-1);
    return `"${mediaType}": ${name === undefined ? "unknown" : `models.${name}`}`;
  });
  return `{ ${fields.join("; ")} }`;
}
