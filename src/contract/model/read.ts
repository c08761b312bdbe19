import {
  dereference,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type Reference,
  type Response,
  type Schema,
} from "../../openapi/document.ts";
import { listOperations, type PlacedOperation } from "../../openapi/operation.ts";
import { type Pointer, pointTo } from "../../openapi/pointer.ts";
import { isJson } from "./media-type.ts";
import type { ContractBody, ContractOperation, ContractParameter, ContractResponse } from "./operation.ts";
import type { Schemas, Validate } from "./schemas.ts";
import { readSecurity } from "./security.ts";
import { readXContract } from "./x-contract.ts";

/** An operation that the suite can judge, or why it cannot. */
export type ReadOperation = { operation: ContractOperation } | { id: string; skipped: string };

/** Every operation of a document, read when it is asked for, so that a document may have thousands. */
export function* readOperations(document: OpenApiDocument, schemas: Schemas): Generator<ReadOperation> {
  const all = listOperations(document);
  for (const placed of all) {
    const id = placed.operation.operationId ?? `${placed.method.toUpperCase()} ${placed.path}`;
    const methods = all.filter(({ path }) => path === placed.path).map(({ method }) => method.toUpperCase());
    yield readOperation(document, schemas, placed, id, methods);
  }
}

/** A body means nothing to these methods: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1 */
const bodiless = new Set<string>(["get", "head", "trace", "options"]);

function readOperation(
  document: OpenApiDocument,
  schemas: Schemas,
  { method, path, operation, parameters }: PlacedOperation,
  id: string,
  methods: string[],
): ReadOperation {
  const pointer = pointTo("/paths", path, method);
  const xContract = readXContract((operation as Record<string, unknown>)["x-contract"], pointer);
  try {
    const { body, skipped } = bodiless.has(method) ? {} : readBody(document, schemas, operation, pointer);
    if (skipped) return { id, skipped };
    const statuses = Object.keys(operation.responses ?? {});
    if (!statuses.some((status) => /^[23]|^default$/i.test(status))) {
      return { id, skipped: "it documents no success, so that it is open what a valid request gets" };
    }
    return {
      operation: {
        id,
        method: method.toUpperCase(),
        path,
        pointer,
        document,
        parameters: parameters
          // https://spec.openapis.org/oas/v3.1.0#fixed-fields-for-use-with-schema: these names are told elsewhere.
          .filter(({ in: place, name }) => place !== "header" || !/^(accept|content-type)$/i.test(name))
          .map((parameter) => readParameter(document, schemas, parameter, pointTo(pointer, "parameters"))),
        body,
        responses: readResponses(document, schemas, operation, pointer),
        security: readSecurity(document, (operation as Record<string, unknown>).security, pointer),
        methods,
        xContract,
      },
    };
  } catch (cause) {
    return { id, skipped: `its schemas cannot be used: ${(cause as Error).message.split("\n")[0]}` };
  }
}

/** Follows a reference, and tells where it led. */
function follow<T extends object>(document: OpenApiDocument, value: T | Reference, pointer: Pointer): [T, Pointer] {
  const place = "$ref" in value && typeof value.$ref === "string" ? decodeURIComponent(value.$ref.slice(1)) : pointer;
  return [dereference(document, value), place];
}

function readBody(
  document: OpenApiDocument,
  schemas: Schemas,
  { requestBody }: Operation,
  operation: Pointer,
): { body?: ContractBody | undefined; skipped?: string | undefined } {
  if (requestBody === undefined) return {};
  const [{ content, required = false }, pointer] = follow(document, requestBody, pointTo(operation, "requestBody"));
  const mediaTypes = Object.keys(content ?? {});
  const mediaType = mediaTypes.find((name) => isJson(name) && !name.includes("*")) ?? mediaTypes.find(isJson);
  if (mediaType === undefined) {
    return required ? { skipped: `its body is ${mediaTypes.join(", ")}, and the suite sends JSON` } : {};
  }
  const entry = content[mediaType] ?? {};
  const entryPointer = pointTo(pointer, "content", mediaType);
  // `true` allows everything, and so does an empty schema.
  const schema = typeof entry.schema === "object" ? entry.schema : {};
  const schemaPointer = pointTo(entryPointer, "schema");
  return {
    body: {
      required,
      pointer,
      mediaType: mediaType.includes("*") ? "application/json" : mediaType,
      mediaTypes,
      schema,
      schemaPointer,
      validate: entry.schema === undefined ? () => [] : schemas.compile(schemaPointer, "request"),
      examples: examplesOf(document, entry, entryPointer),
    },
  };
}

function examplesOf(document: OpenApiDocument, { example, examples, schema }: MediaType, pointer: Pointer) {
  const named = Object.entries(examples ?? {}).flatMap(([name, entry]) => {
    const [{ value }, place] = follow<{ value?: unknown }>(document, entry, pointTo(pointer, "examples", name));
    return value === undefined ? [] : [{ name, value, pointer: place }];
  });
  const [target, place] = follow<Schema>(
    document,
    typeof schema === "object" ? schema : {},
    pointTo(pointer, "schema"),
  );
  const single = [
    { name: "without a name", value: example as unknown, pointer: pointTo(pointer, "example") },
    { name: "of the schema", value: target.example as unknown, pointer: pointTo(place, "example") },
    { name: "first of the schema", value: target.examples?.[0] as unknown, pointer: pointTo(place, "examples", 0) },
  ].filter(({ value }) => value !== undefined);
  return [...named, ...single];
}

function readParameter(document: OpenApiDocument, schemas: Schemas, parameter: Parameter, fallback: Pointer) {
  const given = parameter as Parameter & { schema?: Schema; style?: string; explode?: boolean } & MediaType;
  const pointer = placeOfParameter(document, parameter) ?? fallback;
  const [mediaType, entry] = Object.entries((given as { content?: Record<string, MediaType> }).content ?? {})[0] ?? [];
  const owner: MediaType = entry ?? given;
  const ownerPointer = mediaType ? pointTo(pointer, "content", mediaType) : pointer;
  const style = given.style ?? (given.in === "path" || given.in === "header" ? "simple" : "form");
  const schemaPointer = pointTo(ownerPointer, "schema");
  return {
    name: given.name,
    in: given.in,
    required: given.required ?? given.in === "path",
    style,
    explode: given.explode ?? style === "form",
    mediaType,
    pointer,
    schema: owner.schema ?? {},
    schemaPointer,
    validate: owner.schema && pointer !== fallback ? schemas.compile(schemaPointer, "request") : () => [],
    example: examplesOf(document, owner, ownerPointer)[0]?.value,
  } satisfies ContractParameter;
}

/** Where the very object stands in the document: parameters reach this file with their references resolved. */
function placeOfParameter(document: OpenApiDocument, parameter: Parameter): Pointer | undefined {
  for (const [name, entry] of Object.entries(document.components?.parameters ?? {})) {
    if (entry === parameter) return pointTo("/components/parameters", name);
  }
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const [key, owner] of [["", item], ...Object.entries(item)] as [string, { parameters?: unknown }][]) {
      const list = typeof owner === "object" && owner !== null ? owner.parameters : undefined;
      const index = Array.isArray(list) ? list.indexOf(parameter) : -1;
      if (index >= 0) return pointTo("/paths", path, ...(key ? [key] : []), "parameters", index);
    }
  }
  return undefined;
}

function readResponses(document: OpenApiDocument, schemas: Schemas, { responses }: Operation, operation: Pointer) {
  const read = Object.entries(responses ?? {})
    .filter(([status]) => !status.startsWith("x-"))
    .map(([status, value]): [string, ContractResponse] => {
      const [response, pointer] = follow<Response>(document, value, pointTo(operation, "responses", status));
      const bodies = Object.entries(response.content ?? {}).map(
        ([name, { schema }]): [string, Validate | undefined] => {
          const place = pointTo(pointer, "content", name, "schema");
          return [name.toLowerCase(), schema && isJson(name) ? schemas.compile(place, "response") : undefined];
        },
      );
      return [
        status.toUpperCase().replace("DEFAULT", "default"),
        { pointer, response, headers: readHeaders(document, schemas, response, pointer), bodies: new Map(bodies) },
      ];
    });
  return new Map(read);
}

function readHeaders(document: OpenApiDocument, schemas: Schemas, response: Response, pointer: Pointer) {
  const { headers = {} } = response as { headers?: Record<string, Parameter | Reference> };
  return Object.entries(headers)
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .map(([name, value]) => {
      const [header, place] = follow(document, value, pointTo(pointer, "headers", name));
      const { schema, required = false } = header as Parameter & { schema?: Schema };
      const validate = schema ? schemas.compile(pointTo(place, "schema"), "response") : () => [];
      return {
        name,
        required,
        pointer: place,
        schema: typeof schema === "object" ? dereference(document, schema as Schema | Reference) : {},
        validate,
      };
    });
}
