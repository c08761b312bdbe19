import type { EncodingObject, OpenApiDocument, Schema } from "../../openapi/document.ts";
import type { Pointer } from "../../openapi/pointer.ts";
import type { SchemaError, Validate } from "../model/schemas.ts";
import type { BodyText } from "../values/json-texts/body-text.ts";

/** A way to write values as bodies. */
export interface BodyFormat {
  /** Whether it writes bodies of the media type. */
  covers(mediaType: string): boolean;
  /** Whether it writes files as files. @default false */
  writesFiles?: boolean;
  create(described: DescribedBody): BodyWriter;
}

/** What the document says of a body. */
export interface DescribedBody {
  document: OpenApiDocument;
  mediaType: string;
  schema: Schema;
  schemaPointer: Pointer;
  encoding: Record<string, EncodingObject>;
  /** Validates a value against the schema. */
  validate: Validate;
}

/** Writes the values of one body. */
export interface BodyWriter {
  /** The value of `Content-Type`. */
  contentType: string;
  /**
   * The errors that a server finds in the bytes of the value, however it reads them. A value that the format cannot write,
   * or that servers read differently, has an error of the keyword {@link inexpressible}.
   */
  validate: Validate;
  encode(value: unknown): Buffer;
  /** Bytes that are no body of the media type. */
  malformed(value: unknown): UnusualText[];
  /** Other bytes of the same value. */
  equivalent(value: unknown): UnusualText[];
  /** The body with a JSON text at the location, such as `1.0` for 1; absent in formats that are not JSON. */
  withJson?(value: unknown, location: Pointer, json: string): Buffer;
}

/** A body whose bytes are unusual. */
export interface UnusualText extends BodyText {
  /** Whether only good practice asks for the expected response, or nothing does. @default the media type does */
  basis?: "recommendation" | "open";
  /** @default that of every body of the format */
  contentType?: string;
}

/** The keyword of the error of a value that a format cannot write. */
export const inexpressible = "encoding";

/** Whether the format can write the value that has these errors. */
export function isExpressible(errors: readonly SchemaError[]): boolean {
  return errors.every(({ keyword }) => keyword !== inexpressible);
}
