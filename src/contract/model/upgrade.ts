import { type Kind, kindOf } from "../../openapi/data.ts";
import { withDiscriminators } from "../../openapi/discriminator.ts";
import type { OpenApiDocument, Schema } from "../../openapi/document.ts";
import { withoutIds } from "../../openapi/schema-ids.ts";

/**
 * Rewrites the schemas of a document for OpenAPI 3.1, so that one validator serves all versions: `nullable` becomes a
 * type and a boolean `exclusiveMinimum` a number, also in 3.1 documents whose authors still write them, and an empty `enum`
 * goes. In 3.0 documents, siblings of a `$ref` are removed, because 3.0 ignores them.
 * https://learn.openapis.org/upgrading/v3.0-to-v3.1.html
 */
export function upgradeTo31(document: OpenApiDocument): OpenApiDocument {
  const is30 = document.openapi.startsWith("3.0.");
  return withDiscriminators(upgrade(withoutIds(document), "spec", is30) as OpenApiDocument);
}

function upgrade(node: unknown, kind: Kind, is30: boolean): unknown {
  if (kind === "data" || typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => upgrade(item, "spec", is30));
  if (is30 && kind === "spec" && typeof (node as Schema).$ref === "string") return { $ref: (node as Schema).$ref };
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

function withNull(schema: Schema): Schema {
  if (typeof schema.nullable !== "boolean") return schema;
  const { nullable, ...rest } = schema;
  if (!nullable || rest.type === undefined) return rest;
  const nullToo = Array.isArray(rest.enum) && !rest.enum.includes(null) ? { enum: [...rest.enum, null] } : {};
  return { ...rest, type: [...new Set([rest.type, "null"].flat())], ...nullToo };
}
