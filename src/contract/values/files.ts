import { keywordOf, type SchemaPart } from "../../openapi/schema-parts.ts";

/** What a sample has in the place of a file's bytes; {@link fileBytes} puts some there that its media type allows. */
export const fileText = "file";

/**
 * The media type of a schema that stands for a file; undefined for any other schema.
 * https://spec.openapis.org/oas/v3.1.0#considerations-for-file-uploads
 */
export function fileTypeOf(parts: readonly SchemaPart[]): string | undefined {
  const mediaType = keywordOf<string>(parts, "contentMediaType");
  if (keywordOf(parts, "format") === "binary") return mediaType ?? "application/octet-stream";
  return keywordOf(parts, "contentEncoding") === undefined ? mediaType : undefined;
}

/** The smallest PNG: one transparent pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** The media type that is sent where the document lists some, or a range. */
export function sentType(contentType: string): string {
  const first = contentType.split(",")[0]?.trim().toLowerCase() ?? "";
  if (first === "image/*") return "image/png";
  if (first === "text/*") return "text/plain";
  return first.includes("*") ? "application/octet-stream" : first;
}

/** The bytes of a file: those of a given text, else some of the media type. */
export function fileBytes(text: string, mediaType: string): Buffer {
  if (text !== fileText) return Buffer.from(text);
  if (mediaType === "image/png") return png;
  return Buffer.from(/[/+]json$/.test(mediaType) ? "{}" : text);
}

/** The end of a file's name. */
export function extensionOf(mediaType: string): string {
  const [, subtype = ""] = mediaType.split("/");
  return mediaType === "text/plain" ? "txt" : /^[a-z\d]+$/.test(subtype) ? subtype : "bin";
}
