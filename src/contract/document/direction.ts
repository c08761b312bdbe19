import type { OpenApiDocument, Schema } from "../../spec/document.ts";
import { valueAt } from "./pointer.ts";

/** What marks a property that goes one way only. */
export type Mark = "readOnly" | "writeOnly";

/** Schemas refer to each other this deep at most; deeper they go in circles. */
const maxDepth = 8;

/**
 * A copy of the document in which no `required` names a property of that mark: a request need not have what is
 * `readOnly`, nor an answer what is `writeOnly`. https://spec.openapis.org/oas/v3.1.0#schema-object
 */
export function withoutRequired(document: OpenApiDocument, mark: Mark): OpenApiDocument {
  const copy = (node: unknown, inherited: ReadonlySet<string>): unknown => {
    if (Array.isArray(node)) return node.map((item) => copy(item, inherited));
    if (typeof node !== "object" || node === null) return node;
    const marked = new Set([...inherited, ...markedNames(document, node as Schema, mark)]);
    const entries = Object.entries(node).map(([key, value]): [string, unknown] => {
      // One part of an allOf may require what another describes.
      if (key === "allOf") return [key, copy(value, marked)];
      const isList = key === "required" && Array.isArray(value);
      return [key, isList ? value.filter((name) => !marked.has(name)) : copy(value, none)];
    });
    return Object.fromEntries(entries);
  };
  return copy(document, none) as OpenApiDocument;
}

const none: ReadonlySet<string> = new Set();

/** The properties of that mark which a schema describes: itself, by what it refers to, or in its `allOf`. */
function markedNames(document: OpenApiDocument, schema: Schema, mark: Mark, depth = 0): string[] {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const own = properties.filter(([, property]) => isMarked(document, property, mark, depth)).map(([name]) => name);
  return depth > maxDepth
    ? own
    : [...own, ...partsOf(document, schema).flatMap((part) => markedNames(document, part, mark, depth + 1))];
}

function isMarked(document: OpenApiDocument, property: unknown, mark: Mark, depth: number): boolean {
  if (typeof property !== "object" || property === null || depth > maxDepth) return false;
  const schema = property as Schema;
  return schema[mark] === true || partsOf(document, schema).some((part) => isMarked(document, part, mark, depth + 1));
}

function partsOf(document: OpenApiDocument, { $ref, allOf }: Schema): Schema[] {
  const target = typeof $ref === "string" ? valueAt(document, decodeURIComponent($ref.slice(1))) : undefined;
  const parts = [target, ...(Array.isArray(allOf) ? allOf : [])];
  return parts.filter((part): part is Schema => typeof part === "object" && part !== null);
}
