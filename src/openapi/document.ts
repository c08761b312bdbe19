/** A value of a JSON document. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A bundled OpenAPI 3.1 document: one file with only local `$ref`s. Typed as far as it is read here. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  paths?: Record<string, PathItem>;
  components?: { [section: string]: Record<string, unknown> | undefined };
  [key: string]: unknown;
}

/** https://spec.openapis.org/oas/v3.1.0#path-item-object */
export interface PathItem {
  parameters?: (Parameter | Reference)[];
  [method: string]: unknown;
}

/** https://spec.openapis.org/oas/v3.1.0#operation-object */
export interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses?: Record<string, Response | Reference>;
  /** What an unknown outcome of the call means, in one sentence; see openapi/README.md. */
  "x-unknown-outcome"?: string;
}

/** https://spec.openapis.org/oas/v3.1.0#parameter-object */
export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  description?: string;
  required?: boolean;
}

/** https://spec.openapis.org/oas/v3.1.0#request-body-object */
export interface RequestBody {
  description?: string;
  required?: boolean;
  content: Record<string, MediaType>;
}

/** https://spec.openapis.org/oas/v3.1.0#response-object */
export interface Response {
  description: string;
  content?: Record<string, MediaType>;
}

/** https://spec.openapis.org/oas/v3.1.0#media-type-object */
export interface MediaType {
  schema?: Schema;
  example?: Json;
  examples?: Record<string, { value?: Json } | Reference>;
}

/** https://spec.openapis.org/oas/v3.1.0#schema-object */
export interface Schema {
  $ref?: string;
  example?: Json;
  examples?: Json[];
  type?: string | string[];
  [keyword: string]: unknown;
}

/** https://spec.openapis.org/oas/v3.1.0#reference-object */
export interface Reference {
  $ref: string;
}

/** Returns the object that `value` is or refers to by a local `$ref`. Throws if the target does not exist. */
export function dereference<T extends object>(document: OpenApiDocument, value: T | Reference): T {
  if (!("$ref" in value) || typeof value.$ref !== "string") return value as T;
  const keys = value.$ref
    .slice("#/".length)
    .split("/")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
  let target: unknown = document;
  for (const key of keys) target = (target as Record<string, unknown> | undefined)?.[key];
  if (typeof target !== "object" || target === null) throw new Error(`${value.$ref} does not exist in the document.`);
  return dereference(document, target as T | Reference);
}
