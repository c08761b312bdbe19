/** What a value is: a part of the spec, a map whose keys the author chose, the map of the paths, or data of the API. */
export type Kind = "spec" | "names" | "paths" | "data";

/** Keys whose values are data. */
const dataKeys = new Set(["example", "default", "enum", "const", "value"]);

/** Keys whose objects have names that the author chose, so that none of them is a keyword. */
const nameKeys = new Set([
  "properties",
  "patternProperties",
  "definitions",
  "$defs",
  "dependentSchemas",
  "webhooks",
  "schemas",
  "parameters",
  "responses",
  "examples",
  "headers",
  "requestBodies",
  "securitySchemes",
  "links",
  "callbacks",
  "pathItems",
  "content",
  "encoding",
]);

/**
 * Tells what the value of a key of a document is. Nothing in data means anything to OpenAPI or JSON Schema: `$ref` and
 * `$id` in an example or in an extension are values like any other.
 *
 * @param parent What the object is that has the key.
 */
export function kindOf(key: string, value: unknown, parent: Kind): Kind {
  if (parent === "data") return "data";
  if (parent === "names") return "spec";
  if (parent === "paths") return key.startsWith("x-") ? "data" : "spec";
  // The examples of a schema are a list of data, those of a media type have names.
  if (dataKeys.has(key) || key.startsWith("x-") || (key === "examples" && Array.isArray(value))) return "data";
  if (key === "paths") return "paths";
  return nameKeys.has(key) && !Array.isArray(value) ? "names" : "spec";
}

/** How to copy a document. */
export interface MapOptions {
  /** Rewrites an object that is a part of the spec; the objects in it are rewritten already. */
  change?: (node: Record<string, unknown>) => unknown;
  /** Whether to leave out a value that is data. @default none */
  isDropped?: (data: unknown, key: string) => boolean;
}

/** Copies a document, but for its data, which the copy shares. */
export function mapDocument<T>(document: T, { change = (node) => node, isDropped = () => false }: MapOptions): T {
  const copy = (node: unknown, kind: Kind): unknown => {
    if (kind === "data" || typeof node !== "object" || node === null) return node;
    if (Array.isArray(node)) return node.map((item) => copy(item, "spec"));
    const entries = Object.entries(node).flatMap(([key, value]) => {
      const own = kindOf(key, value, kind);
      return own === "data" && isDropped(value, key) ? [] : [[key, copy(value, own)]];
    });
    const copied = Object.fromEntries(entries);
    return kind === "spec" ? change(copied) : copied;
  };
  return copy(document, "spec") as T;
}
