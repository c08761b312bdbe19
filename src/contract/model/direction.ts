import type { OpenApiDocument, Schema } from "../../openapi/document.ts";
import { partsOf, propertiesOf } from "../../openapi/schema-parts.ts";

/** The keyword of a property that is sent in one direction only. */
export type OneWayKeyword = "readOnly" | "writeOnly";

/**
 * Returns a copy of the document in which no `required` names a property with that keyword: a request need not have what
 * is `readOnly`, nor a response what is `writeOnly`. https://spec.openapis.org/oas/v3.1.0#schema-object
 */
export function withoutRequired(document: OpenApiDocument, keyword: OneWayKeyword): OpenApiDocument {
  const copy = (node: unknown, inherited: ReadonlySet<string>): unknown => {
    if (Array.isArray(node)) return node.map((item) => copy(item, inherited));
    if (typeof node !== "object" || node === null) return node;
    const oneWay = new Set([...inherited, ...namesWith(document, node as Schema, keyword)]);
    const entries = Object.entries(node).map(([key, value]): [string, unknown] => {
      // One part of an allOf may require a property that another part defines.
      if (key === "allOf") return [key, copy(value, oneWay)];
      const isList = key === "required" && Array.isArray(value);
      return [key, isList ? value.filter((name) => !oneWay.has(name)) : copy(value, none)];
    });
    return Object.fromEntries(entries);
  };
  return copy(document, none) as OpenApiDocument;
}

const none: ReadonlySet<string> = new Set();

/** The properties with that keyword, of the schema itself, of what it refers to and of its `allOf`. */
function namesWith(document: OpenApiDocument, schema: Schema, keyword: OneWayKeyword): string[] {
  return [...propertiesOf(partsOf(document, schema, "", noBranch))]
    .filter(([, property]) =>
      partsOf(document, property.schema, "", noBranch).some((part) => part.schema[keyword] === true),
    )
    .map(([name]) => name);
}

const noBranch = () => [];
