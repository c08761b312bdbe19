import { UserError } from "../../src/internal/user-error.ts";
import {
  dereference,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from "../../src/openapi/document.ts";
import { listOperations, type PlacedOperation } from "../../src/openapi/operation.ts";
import { renderComment, renderDocComment } from "./doc-comment.ts";

/**
 * Renders the client's operations as TypeScript: types by component name, an interface with one documented method per
 * operation, and the endpoints as data for the transport in `src/client`. It imports only types, so that the transport
 * can import it.
 *
 * @throws {UserError} If an operation has no id, or one that is taken or cannot be a method name.
 */
export function renderClient(document: OpenApiDocument): string {
  const placed = listOperations(document);
  refuseBadNames(placed);
  const schemas = Object.entries(document.components?.schemas ?? {}).filter(([name]) => isTypeName(name));
  return [
    'import type { components, operations } from "./schema.ts";\n',
    ...schemas.map(([name, schema]) => {
      const { description = "" } = schema as { description?: string };
      const comment = description ? `${renderComment(description)}\n` : "";
      return `${comment}export type ${name} = components["schemas"]["${name}"];\n`;
    }),
    "/** The operations of the API, one method each. `Options` are the transport's options of one call. */",
    "export interface Methods<Options> {",
    placed.map((operation) => renderMethod(document, operation)).join("\n"),
    "}\n",
    "/** The response bodies of each method, by documented status. */",
    "export interface Answers {",
    ...placed.map((operation) => renderAnswers(document, operation)),
    "}\n",
    "/** The request of each method, and its documented responses, as data for the transport. */",
    "export const endpoints = {",
    ...placed.map((operation) => renderEndpoint(document, operation)),
    "} as const;\n",
  ].join("\n");
}

function renderMethod(document: OpenApiDocument, placed: PlacedOperation): string {
  const { operation, parameters } = placed;
  const id = operation.operationId;
  const body = operation.requestBody && dereference(document, operation.requestBody);
  const types = mediaTypes(body?.content).map(([name, { schema }]) =>
    typeOf(schema, `NonNullable<operations["${id}"]["requestBody"]>["content"]["${name}"]`),
  );
  const paramsRequired = parameters.some(({ required }) => required);
  // If the options are required, an optional body before them can be undefined but not omitted.
  const bodyName = body?.required || paramsRequired ? "body" : "body?";
  const bodyType = union([...types, ...(bodyName === "body" && !body?.required ? ["undefined"] : [])]);
  const params = `{ params${paramsRequired ? "" : "?"}: operations["${id}"]["parameters"] }`;
  const args = [
    ...(body ? [`${bodyName}: ${bodyType}`] : []),
    `options${paramsRequired ? "" : "?"}: Options${parameters.length > 0 ? ` & ${params}` : ""}`,
  ];
  const signature = `  ${id}(${args.join(", ")}): globalThis.Promise<${responseType(document, placed)}>;`;
  return `${renderDocComment(document, placed)}\n${signature}`;
}

function renderAnswers(document: OpenApiDocument, { operation }: PlacedOperation): string {
  const fields = Object.keys(operation.responses ?? {}).map(
    (status) => `${statusKey(status)}: ${union(bodyTypes(document, operation, status))}`,
  );
  return `  ${operation.operationId}: { ${fields.join("; ")} };`;
}

function renderEndpoint(document: OpenApiDocument, { operation, method, path }: PlacedOperation): string {
  const responses = Object.entries(operation.responses ?? {}).map(
    ([status, response]) => [status, dereference(document, response).content ?? {}] as const,
  );
  const accept = new Set(responses.flatMap(([, content]) => Object.keys(content)));
  const answers = responses.map(([status, content]) => `${statusKey(status)}: "${jsonTypes(document, content)}"`);
  const { "x-unknown-outcome": effect = "It may have taken effect." } = operation;
  const fields = [
    `method: "${method.toUpperCase()}"`,
    `path: ${JSON.stringify(path)}`,
    `accept: "${[...accept].join(", ")}"`,
    `body: ${operation.requestBody !== undefined}`,
    `answers: { ${answers.join(", ")} }`,
    // https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1
    ...(["get", "head", "options", "trace"].includes(method) ? [] : [`unknownOutcome: ${JSON.stringify(effect)}`]),
  ];
  return `  ${operation.operationId}: {\n${fields.map((field) => `    ${field},\n`).join("")}  },`;
}

/** The JSON types that a response body may have, `any` if the schema leaves it open, `none` without a body. */
function jsonTypes(document: OpenApiDocument, content: Record<string, MediaType>): string {
  const schemas = Object.values(content).map(({ schema }) => schema && dereference(document, schema));
  if (schemas.length === 0) return "none";
  const types = schemas
    .flatMap((schema) => schema?.type ?? "any")
    .map((type) => (type === "integer" ? "number" : type));
  return types.includes("any") ? "any" : [...new Set(types)].join("|");
}

/** The union of the 2xx response types. */
function responseType(document: OpenApiDocument, { operation }: PlacedOperation): string {
  const successes = Object.keys(operation.responses ?? {}).filter((status) => status.startsWith("2"));
  return union(successes.flatMap((status) => bodyTypes(document, operation, status)));
}

/** The types of a response body, one per media type; `undefined` without a body. */
function bodyTypes(document: OpenApiDocument, operation: Operation, status: string): string[] {
  const response = operation.responses?.[status];
  const content = mediaTypes(response && dereference(document, response).content);
  if (content.length === 0) return ["undefined"];
  return content.map(([name, { schema }]) =>
    typeOf(schema, `operations["${operation.operationId}"]["responses"][${statusKey(status)}]["content"]["${name}"]`),
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

function mediaTypes(content: Record<string, MediaType> = {}): [string, MediaType][] {
  return Object.entries(content);
}

function union(types: string[]): string {
  return [...new Set(types)].join(" | ") || "unknown";
}

/** Names that the module itself uses. A component with such a name is reached through `components`. */
const moduleNames = new Set(["Methods", "Answers", "Options", "NonNullable", "globalThis", "components", "operations"]);

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

function refuseBadNames(placed: PlacedOperation[]): void {
  const seen = new Map<string, string>();
  for (const { operation, method, path } of placed) {
    const place = `${method.toUpperCase()} ${path}`;
    const id = operation.operationId;
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
