import type { EncodingObject, MediaTypeObject, OpenApiDocument, Schema } from "./document.ts";
import { type Example, examplesOf } from "./examples.ts";
import { type Pointer, pointTo } from "./pointer.ts";

/** What a document says of a value: of a body in one media type, of a parameter or of a header. */
export interface Content {
  /** Undefined where the document states none. `true` and `false` are given as objects that mean the same. */
  schema: Schema | undefined;
  schemaPointer: Pointer;
  /** The first is the one to show. */
  readonly examples: Example[];
}

/** A request or response body in one media type. */
export interface Body extends Content {
  /** As documented, with its parameters: `application/json; charset=utf-8`. */
  mediaType: string;
  pointer: Pointer;
  /** How a form writes its properties, by name. */
  encoding: Record<string, EncodingObject>;
}

/** Reads the schema and the examples of an object. Examples are resolved each time they are read. */
export function readContent(document: OpenApiDocument, owner: MediaTypeObject, pointer: Pointer): Content {
  const { schema } = owner;
  return {
    schema: typeof schema === "boolean" ? (schema ? {} : { not: {} }) : schema,
    schemaPointer: pointTo(pointer, "schema"),
    get examples() {
      return examplesOf(document, owner, pointer);
    },
  };
}

/** Reads the bodies of a request or response, in the document's order. */
export function readBodies(
  document: OpenApiDocument,
  { content = {} }: { content?: Record<string, MediaTypeObject | null> },
  pointer: Pointer,
): Body[] {
  return Object.entries(content).map(([mediaType, owner]) => {
    const place = pointTo(pointer, "content", mediaType);
    const { encoding = {} } = owner ?? {};
    return Object.assign(readContent(document, owner ?? {}, place), { mediaType, pointer: place, encoding });
  });
}
