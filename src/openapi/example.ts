import { dereference, type Json, type MediaType, type OpenApiDocument, type Schema } from "./document.ts";

/** Returns the example of a media type or a parameter: its own, its first named one, or its schema's. */
export function exampleOf(document: OpenApiDocument, place: MediaType | undefined): Json | undefined {
  const [named] = Object.values(place?.examples ?? {});
  const schema: Schema | undefined = place?.schema && dereference(document, place.schema);
  const candidates = [
    place?.example,
    named && dereference<{ value?: Json }>(document, named).value,
    schema?.examples?.[0],
    schema?.example,
  ];
  return candidates.find((candidate) => candidate !== undefined);
}
