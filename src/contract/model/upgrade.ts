import type { OpenApiDocument, Schema } from "../../openapi/document.ts";

/**
 * Rewrites the schemas of a document for OpenAPI 3.1, so that one validator serves all versions: `nullable` becomes a
 * type, also in 3.1 documents whose authors still write it, and beside a `$ref`, whose authors mean that null is allowed. In
 * 3.0 documents, a boolean `exclusiveMinimum` becomes a number, and the other siblings of a `$ref` are removed, because 3.0
 * ignores them.
 * https://learn.openapis.org/upgrading/v3.0-to-v3.1.html
 */
export function upgradeTo31(document: OpenApiDocument): OpenApiDocument {
  return upgrade(document, false, document.openapi.startsWith("3.0.")) as OpenApiDocument;
}

/** Keys whose values are data of the API, not part of the spec. */
const dataKeys = new Set(["example", "default", "enum", "const", "value"]);
/** Keys whose objects have names that the author chose, so that none of them is a keyword. */
const nameKeys = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "dependentSchemas",
  "schemas",
  "parameters",
  "responses",
  "examples",
  "headers",
  "requestBodies",
]);

function upgrade(node: unknown, isNames: boolean, is30: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => upgrade(item, false, is30));
  if (typeof node !== "object" || node === null) return node;
  const { $ref, nullable } = node as Schema;
  if (is30 && !isNames && typeof $ref === "string") return withNull({ $ref, ...(nullable === true && { nullable }) });
  const entries = Object.entries(node).map(([key, value]) => {
    // The examples of a schema are a list of data, those of a media type have names.
    const isData = !isNames && (dataKeys.has(key) || (key === "examples" && Array.isArray(value)));
    return [key, isData ? value : upgrade(value, !isNames && nameKeys.has(key) && !Array.isArray(value), is30)];
  });
  const copy = Object.fromEntries(entries);
  return isNames ? copy : withNull(is30 ? withNumericBounds(copy) : copy);
}

function withNumericBounds(schema: Schema): Schema {
  for (const [exclusive, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (schema[exclusive] === true) {
      schema[exclusive] = schema[bound];
      delete schema[bound];
    } else if (schema[exclusive] === false) delete schema[exclusive];
  }
  return schema;
}

/** What restricts a value through other schemas: `type` beside it cannot add null. */
const combining = ["$ref", "allOf", "anyOf", "oneOf", "const"];
/** What describes a value and restricts nothing, so that it may stand beside the alternatives. */
const annotations = new Set([
  "title",
  "description",
  "default",
  "example",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
]);
/** Marks alternatives that stand for `nullable`. */
const nullableComment = "nullable";

function withNull(schema: Schema): Schema {
  if (typeof schema.nullable !== "boolean") return schema;
  const { nullable, ...rest } = schema;
  if (!nullable) return rest;
  if (combining.some((keyword) => rest[keyword] !== undefined)) return orNull(rest);
  const typed = rest.type === undefined ? {} : { type: [...new Set([rest.type, "null"].flat())] };
  const nullToo = Array.isArray(rest.enum) && !rest.enum.includes(null) ? { enum: [...rest.enum, null] } : {};
  return { ...rest, ...typed, ...nullToo };
}

function orNull(schema: Schema): Schema {
  const entries = Object.entries(schema);
  const beside = entries.filter(([keyword]) => annotations.has(keyword));
  const inside = entries.filter(([keyword]) => !annotations.has(keyword));
  const anyOf = [Object.fromEntries(inside), { type: "null" }];
  return { ...Object.fromEntries(beside), $comment: nullableComment, anyOf };
}

/** The schema that a document has with `nullable` beside it; undefined where this is none. */
export function nullableSchema({ $comment, anyOf }: Schema): unknown {
  return $comment === nullableComment && Array.isArray(anyOf) ? anyOf[0] : undefined;
}
