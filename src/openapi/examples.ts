import type { ExampleObject, Json, MediaTypeObject, OpenApiDocument, Schema } from "./document.ts";
import { type Pointer, pointTo } from "./pointer.ts";
import { followReferences, resolve } from "./reference.ts";

/** A value that the document shows. */
export interface Example {
  /** Its key under `examples`; undefined for one that has none. */
  key?: string | undefined;
  /** Its key, or where it comes from: `of the schema`. No two examples of one object share a name. */
  name: string;
  value: Json;
  pointer: Pointer;
}

/**
 * The examples of a media type, a parameter or a header, in the order in which they count: its own, its named ones, and
 * those of its schema.
 *
 * @param pointer Where `owner` is.
 * @throws {UserError} exit code 2, where a `$ref` leads nowhere or back to itself.
 */
export function examplesOf(
  document: OpenApiDocument,
  { example, examples = {}, schema }: MediaTypeObject,
  pointer: Pointer,
): Example[] {
  const found: (Omit<Example, "value"> & { value: Json | undefined })[] = [
    { name: "without a name", value: example, pointer: pointTo(pointer, "example") },
  ];
  for (const [key, entry] of Object.entries(examples)) {
    const { value, pointer: place } = resolve<ExampleObject>(document, entry, pointTo(pointer, "examples", key));
    found.push({ key, name: key, value: value.value, pointer: place });
  }
  if (typeof schema === "object") found.push(...examplesOfSchema(document, schema, pointTo(pointer, "schema")));
  return found.filter((one): one is Example => one.value !== undefined);
}

/** What a schema shows, or else the schema that it refers to. */
function examplesOfSchema(document: OpenApiDocument, schema: Schema, pointer: Pointer) {
  const shown = followReferences(document, schema, pointer).find(
    ({ value }) => value.examples?.[0] !== undefined || value.example !== undefined,
  );
  if (!shown) return [];
  const { examples, example } = shown.value;
  return [
    { name: "first of the schema", value: examples?.[0], pointer: pointTo(shown.pointer, "examples", 0) },
    { name: "of the schema", value: example, pointer: pointTo(shown.pointer, "example") },
  ];
}
