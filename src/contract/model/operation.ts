import type { OpenApiDocument, Schema } from "../../openapi/document.ts";
import type { PathTemplate } from "../../openapi/path-template.ts";
import type { Pointer } from "../../openapi/pointer.ts";
import type { SchemaPart } from "../../openapi/schema-parts.ts";
import type { BodyWriter } from "../bodies/body-format.ts";
import type { Validate } from "./schemas.ts";
import type { ContractSecurity } from "./security.ts";
import type { ShownHeader } from "./shown-headers.ts";
import type { XContract } from "./x-contract.ts";

/** An operation with everything that test cases and checks need: references resolved, schemas compiled. */
export interface ContractOperation {
  /** Its `operationId`, or `POST /path` if it has none. */
  id: string;
  /** Upper case. */
  method: string;
  /** The path template, without the query or fragment that the document may have in its key. */
  path: string;
  /** What the query of each request has besides the parameters: `beta=true`. */
  query: string[];
  template: PathTemplate;
  pointer: Pointer;
  document: OpenApiDocument;
  parameters: ContractParameter[];
  /** The header parameters that are sent and not judged. */
  shownHeaders: ShownHeader[];
  body?: ContractBody | undefined;
  /** By documented status: `200`, `4XX`, `default`. */
  responses: Map<string, ContractResponse>;
  security: ContractSecurity;
  /** The documented methods of this path, in upper case. */
  methods: string[];
  /** What of it no test case covers, and why. */
  untested: string[];
  xContract: XContract;
}

/** A parameter of an operation. */
export interface ContractParameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required: boolean;
  style: string;
  explode: boolean;
  /** The media type of a parameter that has `content`. */
  mediaType: string | undefined;
  pointer: Pointer;
  schema: Schema;
  schemaPointer: Pointer;
  validate: Validate;
  /** The documented example; undefined if there is none. */
  example: unknown;
}

/** A request body in the media type that is sent. Its `validate` judges what a server reads from the bytes of a value. */
export interface ContractBody extends BodyWriter {
  required: boolean;
  pointer: Pointer;
  /** As documented. */
  mediaType: string;
  /** All documented media types. */
  mediaTypes: string[];
  /** The same body in the other documented media types that the suite writes. */
  others: ContractBody[];
  schema: Schema;
  schemaPointer: Pointer;
  /** The values that the document shows. */
  examples: { name: string; value: unknown; pointer: Pointer }[];
}

/** A documented response. */
export interface ContractResponse {
  pointer: Pointer;
  headers: ContractHeader[];
  /** The validator of each JSON media type that has a schema; a key may be a range, as in `application/*`. */
  bodies: Map<string, Validate | undefined>;
  /** The schemas of its JSON bodies. */
  schemas: SchemaPart[];
}

/** A documented header of a response. */
export interface ContractHeader {
  name: string;
  required: boolean;
  pointer: Pointer;
  schema: Schema;
  validate: Validate;
}
