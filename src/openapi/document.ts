/** A value of a JSON document. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A bundled OpenAPI 3.1 document: one file with only local `$ref`s. Typed as far as it is read here. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  servers?: ServerObject[];
  security?: SecurityRequirementObject[];
  paths?: Record<string, PathItemObject>;
  webhooks?: Record<string, unknown>;
  components?: { [section: string]: Record<string, unknown> | undefined };
  [key: string]: unknown;
}

/** https://spec.openapis.org/oas/v3.1.0#path-item-object */
export interface PathItemObject {
  $ref?: string;
  parameters?: (ParameterObject | Reference)[];
  servers?: ServerObject[];
  [method: string]: unknown;
}

/** https://spec.openapis.org/oas/v3.1.0#operation-object */
export interface OperationObject {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  deprecated?: boolean;
  parameters?: (ParameterObject | Reference)[];
  requestBody?: RequestBodyObject | Reference;
  responses?: Record<string, ResponseObject | Reference>;
  callbacks?: Record<string, unknown>;
  security?: SecurityRequirementObject[];
  servers?: ServerObject[];
  /** What it means that nobody knows whether the call took effect, in words; see openapi/README.md. */
  "x-unknown-outcome"?: string;
  /** Responses that servers send without documenting them, for the docs. */
  "x-seen-in-the-wild"?: { status: string; summary: string; example: unknown }[];
  /** https://redocly.com/docs/realm/author/reference/openapi-extensions/x-code-samples */
  "x-codeSamples"?: { lang: string; label?: string; source: string }[];
  /** See src/contract/model/x-contract.ts. */
  "x-contract"?: unknown;
}

/** https://spec.openapis.org/oas/v3.1.0#parameter-object */
export interface ParameterObject extends HeaderObject {
  name: string;
  in: "path" | "query" | "header" | "cookie";
}

/** https://spec.openapis.org/oas/v3.1.0#header-object */
export interface HeaderObject extends MediaTypeObject {
  description?: string;
  required?: boolean;
  style?: string;
  explode?: boolean;
  content?: Record<string, MediaTypeObject | null>;
}

/** https://spec.openapis.org/oas/v3.1.0#request-body-object */
export interface RequestBodyObject {
  description?: string;
  required?: boolean;
  /** Null is what `application/json:` without a value is in YAML. */
  content?: Record<string, MediaTypeObject | null>;
}

/** https://spec.openapis.org/oas/v3.1.0#response-object */
export interface ResponseObject {
  description?: string;
  headers?: Record<string, HeaderObject | Reference>;
  /** Null is what `application/json:` without a value is in YAML. */
  content?: Record<string, MediaTypeObject | null>;
  links?: Record<string, LinkObject | Reference>;
}

/** https://spec.openapis.org/oas/v3.1.0#link-object */
export interface LinkObject {
  operationId?: string;
  operationRef?: string;
  parameters?: Record<string, Json>;
  requestBody?: Json;
}

/** https://spec.openapis.org/oas/v3.1.0#media-type-object */
export interface MediaTypeObject {
  schema?: Schema | boolean;
  example?: Json;
  examples?: Record<string, ExampleObject | Reference>;
  /** By property, for forms. */
  encoding?: Record<string, EncodingObject>;
}

/** https://spec.openapis.org/oas/v3.1.0#encoding-object */
export interface EncodingObject {
  contentType?: string;
  style?: string;
  explode?: boolean;
}

/** https://spec.openapis.org/oas/v3.1.0#example-object */
export interface ExampleObject {
  value?: Json;
}

/** https://spec.openapis.org/oas/v3.1.0#schema-object */
export interface Schema {
  $ref?: string;
  example?: Json;
  examples?: Json[];
  type?: string | string[];
  [keyword: string]: unknown;
}

/** Scopes by scheme; `{}` is a call without credentials. https://spec.openapis.org/oas/v3.1.0#security-requirement-object */
export type SecurityRequirementObject = Record<string, string[]>;

/** https://spec.openapis.org/oas/v3.1.0#security-scheme-object */
export interface SecuritySchemeObject {
  type: string;
  description?: string;
  scheme?: string;
  in?: "header" | "query" | "cookie";
  name?: string;
}

/** https://spec.openapis.org/oas/v3.1.0#server-object */
export interface ServerObject {
  url: string;
  variables?: Record<string, { default: string }>;
}

/** https://spec.openapis.org/oas/v3.1.0#reference-object */
export interface Reference {
  $ref: string;
}
