import { UserError } from "../../src/internal/user-error.ts";
import type { Body } from "../../src/openapi/content.ts";
import type { OpenApiDocument, Schema } from "../../src/openapi/document.ts";
import { listOperations, type Operation } from "../../src/openapi/operation.ts";
import { resolve } from "../../src/openapi/reference.ts";
import type { Response } from "../../src/openapi/responses.ts";
import { renderComment, renderDocComment } from "./doc-comment.ts";
import { listRequiredProperties } from "./required-properties.ts";

/**
 * Renders the client's operations as TypeScript: types by component name, an interface with one documented method per
 * operation, and the endpoints as data for the transport in `src/client`. It imports openapi-fetch's serializers only if
 * the spec has parameters, because they are a fifth of a client's size.
 *
 * @throws {UserError} If an operation has no id, or one that is taken or cannot be a method name.
 */
export function renderClient(document: OpenApiDocument): string {
  const operations = listOperations(document);
  refuseBadNames(operations);
  const schemas = Object.entries(document.components?.schemas ?? {}).filter(([name]) => isTypeName(name));
  return [
    ...renderSerializers(operations),
    ...schemas.map(([name, schema]) => {
      const { description = "" } = schema as { description?: string };
      const comment = description ? `${renderComment(description)}\n` : "";
      return `${comment}export type ${name} = components["schemas"]["${name}"];\n`;
    }),
    "/** What a method only reads: its arrays may be readonly. */",
    "export type Input<Value> = Value extends object ? { readonly [Key in keyof Value]: Input<Value[Key]> } : Value;\n",
    "/** The operations of the API, one method each. `Options` are the transport's options of one call. */",
    "export interface Methods<Options> {",
    operations.map(renderMethod).join("\n"),
    "}\n",
    "/** The bodies of the responses to each method, by documented status. */",
    "export interface Responses {",
    ...operations.map(renderResponses),
    "}\n",
    "/** The request of each method, and its documented responses, as data for the transport. */",
    "export const endpoints = {",
    ...operations.map(renderEndpoint),
    "} as const;\n",
  ].join("\n");
}

/** Renders the imports, and the serializers of the parameters that the spec has. */
function renderSerializers(operations: readonly Operation[]): string[] {
  const has = (location: string) => operations.some(({ parameters }) => parameters.some((one) => one.in === location));
  const [path, query] = [has("path"), has("query")];
  const fields = [
    ...(path ? ["pathSerializer: serializePath"] : []),
    ...(query ? ["querySerializer: createQuerySerializer()"] : []),
  ];
  return [
    ...(query ? ['import { createQuerySerializer } from "openapi-fetch";'] : []),
    ...(path ? ['import { serializePath } from "../src/client/path-serializer.ts";'] : []),
    'import type { components, operations } from "./schema.ts";\n',
    "/** The serializers of the parameters that the spec has. */",
    `export const serializers = {${fields.length > 0 ? ` ${fields.join(", ")} ` : ""}};\n`,
  ];
}

function renderMethod(operation: Operation): string {
  const { id, parameters, requestBody: body } = operation;
  const types = (body?.bodies ?? []).map(
    ({ mediaType, schema }) =>
      `Input<${typeOf(schema, `NonNullable<operations["${id}"]["requestBody"]>["content"]["${mediaType}"]`)}>`,
  );
  const paramsRequired = parameters.some(({ required }) => required);
  // If the options are required, an optional body before them can be undefined but not omitted.
  const bodyName = body?.required || paramsRequired ? "body" : "body?";
  const bodyType = union([...types, ...(bodyName === "body" && !body?.required ? ["undefined"] : [])]);
  const params = `{ params${paramsRequired ? "" : "?"}: Input<operations["${id}"]["parameters"]> }`;
  const args = [
    ...(body ? [`${bodyName}: ${bodyType}`] : []),
    `options${paramsRequired ? "" : "?"}: Options${parameters.length > 0 ? ` & ${params}` : ""}`,
  ];
  const signature = `  ${id}(${args.join(", ")}): globalThis.Promise<${responseType(operation)}>;`;
  return `${renderDocComment(operation)}\n${signature}`;
}

function renderResponses(operation: Operation): string {
  const fields = [...operation.responses.values()].map(
    (response) => `${statusKey(response.status)}: ${union(bodyTypes(operation, response))}`,
  );
  return `  ${operation.id}: { ${fields.join("; ")} };`;
}

function renderEndpoint({ id, document, method, path, object, responses }: Operation): string {
  const all = [...responses.values()];
  const accept = new Set(all.flatMap(({ bodies }) => bodies.map(({ mediaType }) => mediaType)));
  const expected = all.map(({ status, bodies }) => {
    const required = status.startsWith("2") ? listRequiredProperties(document, bodies) : [];
    return `${statusKey(status)}: ${JSON.stringify([jsonTypes(document, bodies), ...required])}`;
  });
  const { "x-unknown-outcome": effect = "It may have taken effect." } = object;
  const fields = [
    `method: "${method}"`,
    `path: ${JSON.stringify(path)}`,
    `accept: "${[...accept].join(", ")}"`,
    `body: ${object.requestBody !== undefined}`,
    `responses: { ${expected.join(", ")} }`,
    // https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1
    ...(["GET", "HEAD", "OPTIONS", "TRACE"].includes(method) ? [] : [`unknownOutcome: ${JSON.stringify(effect)}`]),
  ];
  return `  ${id}: {\n${fields.map((field) => `    ${field},\n`).join("")}  },`;
}

/** The JSON types that a response body may have: `any` where the schema leaves it open, `none` without a body. */
function jsonTypes(document: OpenApiDocument, bodies: readonly Body[]): string {
  const schemas = bodies.map(({ schema, schemaPointer }) => schema && resolve(document, schema, schemaPointer).value);
  if (schemas.length === 0) return "none";
  const types = schemas
    .flatMap((schema) => schema?.type ?? "any")
    .map((type) => (type === "integer" ? "number" : type));
  return types.includes("any") ? "any" : [...new Set(types)].join("|");
}

/** The union of what the 2xx responses carry. */
function responseType(operation: Operation): string {
  return union(operation.successes.flatMap((response) => bodyTypes(operation, response)));
}

/** The types of a response's body, one a media type; `undefined` where there is no body. */
function bodyTypes({ id }: Operation, { status, bodies }: Response): string[] {
  if (bodies.length === 0) return ["undefined"];
  return bodies.map(({ mediaType, schema }) =>
    typeOf(schema, `operations["${id}"]["responses"][${statusKey(status)}]["content"]["${mediaType}"]`),
  );
}

/** A status as openapi-typescript writes it: `200`, `"4XX"`, `"default"`. */
function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : `"${status}"`;
}

/** Returns the component's name if the schema refers to one, else `otherwise`. */
function typeOf(schema: Schema | undefined, otherwise: string): string {
  const name = schema?.$ref?.match(/^#\/components\/schemas\/([^/]+)$/)?.[1];
  return name !== undefined && isTypeName(name) ? name : otherwise;
}

function union(types: string[]): string {
  return [...new Set(types)].join(" | ") || "unknown";
}

/** Names that the module itself uses. A component of such a name is reached through `components`. */
const moduleNames = new Set([
  "Methods",
  "Responses",
  "Options",
  "Input",
  "NonNullable",
  "globalThis",
  "components",
  "operations",
]);

function isTypeName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !moduleNames.has(name);
}

/** `then` would make the client a promise, `result` is the other form of the methods; the others are every object's. */
const takenNames = new Set([
  "then",
  "result",
  "constructor",
  "toString",
  "toJSON",
  "valueOf",
  "hasOwnProperty",
  "__proto__",
]);

function refuseBadNames(operations: readonly Operation[]): void {
  const seen = new Map<string, string>();
  for (const { object, method, path } of operations) {
    const place = `${method} ${path}`;
    const id = object.operationId;
    const problem = !id
      ? "has no operationId: add one, it becomes the client's method"
      : !/^[A-Za-z_$][\w$]*$/.test(id) || takenNames.has(id)
        ? `has the operationId "${id}", which cannot be a client method: use another one in camelCase`
        : seen.has(id)
          ? `has the operationId "${id}" of ${seen.get(id)}: make it unique, it becomes the client's method`
          : undefined;
    if (problem) throw new UserError(`${place} ${problem}.`, 1);
    seen.set(id as string, place);
  }
}
