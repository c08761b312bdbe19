import type { OpenApiDocument, Schema } from "../../openapi/document.ts";

/**
 * Rewrites the schemas of a document for OpenAPI 3.1, so that one validator serves all versions: `nullable` becomes a
 * type, also in 3.1 documents whose authors still write it. In 3.0 documents, a boolean `exclusiveMinimum` becomes a
 * number, and siblings of a `$ref` are removed, because 3.0 ignores them.
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
  if (is30 && !isNames && typeof (node as Schema).$ref === "string") return { $ref: (node as Schema).$ref };
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

function withNull(schema: Schema): Schema {
  if (typeof schema.nullable !== "boolean") return schema;
  const { nullable, ...rest } = schema;
  if (!nullable || rest.type === undefined) return rest;
  const nullToo = Array.isArray(rest.enum) && !rest.enum.includes(null) ? { enum: [...rest.enum, null] } : {};
  return { ...rest, type: [...new Set([rest.type, "null"].flat())], ...nullToo };
}
