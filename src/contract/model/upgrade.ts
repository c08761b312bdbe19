import { type Kind, kindOf } from "../../openapi/data.ts";
import { withDiscriminators } from "../../openapi/discriminator.ts";
import type { OpenApiDocument, Schema } from "../../openapi/document.ts";
import { withoutIds } from "../../openapi/schema-ids.ts";

/**
 * Rewrites the schemas of a document for OpenAPI 3.1, so that one validator serves all versions: `nullable` becomes a
 * type, also in 3.1 documents whose authors still write it, and beside a `$ref`, whose authors mean that null is allowed; a
 * boolean `exclusiveMinimum` becomes a number, and an empty `enum` goes. In 3.0 documents, the other siblings of a `$ref` are
 * removed, because 3.0 ignores them.
 * https://learn.openapis.org/upgrading/v3.0-to-v3.1.html
 */
export function upgradeTo31(document: OpenApiDocument): OpenApiDocument {
  const is30 = document.openapi.startsWith("3.0.");
  return withDiscriminators(upgrade(withoutIds(document), "spec", is30) as OpenApiDocument);
}

function upgrade(node: unknown, kind: Kind, is30: boolean): unknown {
  if (kind === "data" || typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => upgrade(item, "spec", is30));
  const { $ref, nullable } = node as Schema;
  if (is30 && kind === "spec" && typeof $ref === "string") {
    return withNull({ $ref, ...(nullable === true && { nullable }) });
  }
  const entries = Object.entries(node).map(([key, value]) => [key, upgrade(value, kindOf(key, value, kind), is30)]);
  const copy = Object.fromEntries(entries);
  return kind === "spec" ? withNull(withoutEmptyLists(withNumericBounds(copy))) : copy;
}

function withNumericBounds(schema: Schema): Schema {
  for (const [exclusive, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof schema[exclusive] !== "boolean") continue;
    const isExclusive = schema[exclusive] && schema[bound] !== undefined;
    delete schema[exclusive];
    if (!isExclusive) continue;
    schema[exclusive] = schema[bound];
    delete schema[bound];
  }
  return schema;
}

/** Generators write these without an item where they know of nothing to say; read literally, no value would be valid. */
function withoutEmptyLists(schema: Schema): Schema {
  for (const keyword of ["enum", "type", "anyOf", "oneOf", "allOf"]) {
    const list = schema[keyword];
    if (Array.isArray(list) && list.length === 0) delete schema[keyword];
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
