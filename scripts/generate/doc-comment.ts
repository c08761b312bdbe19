import type { Json } from "../../src/openapi/document.ts";
import type { Operation } from "../../src/openapi/operation.ts";
import type { Parameter } from "../../src/openapi/parameter.ts";

/** The doc comment of an operation's method: what the description says of it, and its documented example as a call. */
export function renderDocComment(operation: Operation): string {
  const { object, method, path, parameters, requestBody } = operation;
  const responses = [...operation.responses.values()].map(({ status, description }) => `${status}: ${description}`);
  const example = renderExample(operation);
  const blocks = [
    object.summary ?? "",
    object.description ?? "",
    `\`${method} ${path}\``,
    responses.map((response) => `- ${indent(response)}`).join("\n"),
    [
      ...(requestBody?.description ? [`@param body ${indent(requestBody.description)}`] : []),
      "@param options Settings of this one call.",
      ...parameters.map((parameter) => `@param options.params.${parameter.in} ${indent(describe(parameter))}`),
      ...(object.deprecated ? ["@deprecated The description marks this operation as deprecated."] : []),
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

/** The call with the documented values, or undefined where the description has no value for a part that is required. */
function renderExample({ id, parameters, requestBody }: Operation): string | undefined {
  const bodyExample = requestBody?.bodies[0]?.examples[0]?.value;
  const required = parameters.filter((parameter) => parameter.required);
  const values = required.map((parameter) => [parameter, parameter.examples[0]?.value] as const);
  if ((requestBody && bodyExample === undefined) || values.some(([, value]) => value === undefined)) return undefined;

  const params: Record<string, Record<string, Json>> = {};
  for (const [{ in: place, name }, value] of values) params[place] = { ...params[place], [name]: value as Json };
  const args = [
    ...(bodyExample === undefined ? [] : [renderLiteral(bodyExample)]),
    ...(values.length > 0 ? [renderLiteral({ params })] : []),
  ];
  return `await client.${id}(${args.join(", ")});`;
}

/** Renders a JSON value as a TypeScript literal, without unnecessary quotes around keys. */
function renderLiteral(value: Json): string {
  return JSON.stringify(value, null, 2).replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, "$1$2:");
}
