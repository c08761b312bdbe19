import type { BodyWriter } from "../../../src/contract/bodies/body-format.ts";
import { formatOf } from "../../../src/contract/bodies/index.ts";
import { compileSchemas } from "../../../src/contract/model/schemas.ts";
import type { EncodingObject, OpenApiDocument, Schema } from "../../../src/openapi/document.ts";

/** What writes bodies of the media type, of the schema and with the encoding. */
export function writerOf(mediaType: string, schema: Schema, encoding: Record<string, EncodingObject> = {}): BodyWriter {
  const info = { title: "Forms", version: "1" };
  const document: OpenApiDocument = { openapi: "3.1.0", info, components: { schemas: { Form: schema } } };
  const schemaPointer = "/components/schemas/Form";
  const validate = compileSchemas(document).compile(schemaPointer, "request");
  const writer = formatOf(mediaType)?.create({ document, mediaType, schema, schemaPointer, encoding, validate });
  if (!writer) throw new Error(`nothing writes ${mediaType}`);
  return writer;
}

/** An object with those properties. */
export function objectOf(properties: object, more: object = {}): Schema {
  return { type: "object", properties, ...more } as Schema;
}

/** The fields of a form as a parser that is none of ours reads them: texts, and `type:content` for files. */
export async function readForm(bytes: Buffer | string, contentType: string): Promise<[string, string][]> {
  const form = await new Response(new Uint8Array(Buffer.from(bytes)), {
    headers: { "Content-Type": contentType },
  }).formData();
  return Promise.all(
    [...form].map(
      async ([name, value]): Promise<[string, string]> => [
        name,
        typeof value === "string" ? value : `${value.name} ${value.type} ${await value.text()}`,
      ],
    ),
  );
}
