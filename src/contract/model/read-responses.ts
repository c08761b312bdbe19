import type { OpenApiDocument } from "../../openapi/document.ts";
import type { Header } from "../../openapi/parameter.ts";
import { resolve } from "../../openapi/reference.ts";
import type { Response } from "../../openapi/responses.ts";
import { isJson } from "./media-type.ts";
import type { ContractHeader, ContractResponse } from "./operation.ts";
import type { Schemas } from "./schemas.ts";

/** Reads an operation's responses, by status, with the schemas of their headers and JSON bodies compiled. */
export function readResponses(
  responses: ReadonlyMap<string, Response>,
  document: OpenApiDocument,
  schemas: Schemas,
): Map<string, ContractResponse> {
  return new Map(
    [...responses].map(([status, { pointer, headers, bodies }]) => [
      status,
      {
        pointer,
        headers: headers.map((header) => readHeader(header, document, schemas)),
        bodies: new Map(
          bodies.map(({ mediaType, schema, schemaPointer }) => [
            mediaType.toLowerCase(),
            schema && isJson(mediaType) ? schemas.compile(schemaPointer, "response") : undefined,
          ]),
        ),
        schemas: bodies.flatMap(({ mediaType, schema, schemaPointer }) =>
          schema && isJson(mediaType) ? [{ schema, pointer: schemaPointer }] : [],
        ),
      },
    ]),
  );
}

function readHeader(header: Header, document: OpenApiDocument, schemas: Schemas): ContractHeader {
  const { name, required, pointer, schemaPointer, mediaType } = header;
  // The schema of a header with a media type does not apply to its text.
  const schema = mediaType === undefined ? header.schema : undefined;
  return {
    name,
    required,
    pointer,
    schema: schema ? resolve(document, schema, schemaPointer).value : {},
    validate: schema ? schemas.compile(schemaPointer, "response") : () => [],
  };
}
