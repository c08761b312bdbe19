import {
  dereference,
  type Json,
  type MediaType,
  type OpenApiDocument,
  type Parameter,
} from "../../src/openapi/document.ts";
import { exampleOf } from "../../src/openapi/example.ts";
import type { PlacedOperation } from "../../src/openapi/operation.ts";

/** Renders the doc comment of an operation's method: its description, and its documented example as a call. */
export function renderDocComment(document: OpenApiDocument, placed: PlacedOperation): string {
  const { operation, method, path, parameters } = placed;
  const body = operation.requestBody && dereference(document, operation.requestBody);
  const responses = Object.entries(operation.responses ?? {}).map(
    ([status, response]) => `${status}: ${dereference(document, response).description}`,
  );
  const example = renderExample(document, placed);
  const blocks = [
    operation.summary ?? "",
    operation.description ?? "",
    `\`${method.toUpperCase()} ${path}\``,
    responses.map((response) => `- ${indent(response)}`).join("\n"),
    [
      ...(body?.description ? [`@param body ${indent(body.description)}`] : []),
      "@param options Options of this call.",
      ...parameters.map((parameter) => `@param options.params.${parameter.in} ${indent(describe(parameter))}`),
      ...(operation.deprecated ? ["@deprecated The spec marks this operation as deprecated."] : []),
      ...(example ? [`@example\n${example}`] : []),
    ].join("\n"),
  ];
  const text = blocks
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .join("\n\n");
  return renderComment(text, "  ");
}

/** Renders `text` as a doc comment, and escapes what would end it. */
export function renderComment(text: string, margin = ""): string {
  const lines = text.trim().replaceAll("*/", "*\\/").split("\n");
  if (lines.length === 1) return `${margin}/** ${lines[0]} */`;
  return [`${margin}/**`, ...lines.map((line) => `${margin} * ${line}`.trimEnd()), `${margin} */`].join("\n");
}

function describe({ name, description }: Parameter): string {
  return `\`${name}\`${description ? `: ${description}` : ""}`;
}

/** Indents all lines but the first, so that text inside a tag or list item starts no tag itself. */
function indent(text: string): string {
  return text.trim().replaceAll("\n", "\n  ").replaceAll("\n  \n", "\n\n");
}

/** Renders the call with the documented values; undefined if a required value is not documented. */
function renderExample(document: OpenApiDocument, { operation, parameters }: PlacedOperation): string | undefined {
  const body = operation.requestBody && dereference(document, operation.requestBody);
  const bodyExample = body && exampleOf(document, Object.values(body.content)[0]);
  const required = parameters.filter((parameter) => parameter.required);
  const values = required.map((parameter) => [parameter, exampleOf(document, parameter as MediaType)] as const);
  if ((body && bodyExample === undefined) || values.some(([, value]) => value === undefined)) return undefined;

  const params: Record<string, Record<string, Json>> = {};
  for (const [{ in: place, name }, value] of values) params[place] = { ...params[place], [name]: value as Json };
  const args = [
    ...(bodyExample === undefined ? [] : [renderLiteral(bodyExample)]),
    ...(values.length > 0 ? [renderLiteral({ params })] : []),
  ];
  return `await client.${operation.operationId}(${args.join(", ")});`;
}

/** Renders a JSON value as a TypeScript literal, without unnecessary quotes around keys. */
function renderLiteral(value: Json): string {
  return JSON.stringify(value, null, 2).replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, "$1$2:");
}
