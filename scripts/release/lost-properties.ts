import type { OpenApiDocument, Schema } from "../../src/openapi/document.ts";
import { type Pointer, pointTo, valueAt } from "../../src/openapi/pointer.ts";
import { partsOf, type SchemaPart } from "../../src/openapi/schema-parts.ts";

/** The schemas of one spec that may apply to one value. */
export interface SchemasInPlace {
  document: OpenApiDocument;
  schemas: readonly SchemaPart[];
}

/**
 * Lists pointers of properties in `base` that are gone from `revision`, at any depth. It compares names, not the shape of
 * the schemas: a property that moves into an `allOf` or behind a `$ref` is not lost. It does not look below a lost one.
 */
export function findLostProperties(base: SchemasInPlace, revision: SchemasInPlace): Pointer[] {
  return [...new Set(listLost(base, revision, new Set()))];
}

/** @param seen Compared pairs; recursion ends there. */
function listLost(base: SchemasInPlace, revision: SchemasInPlace, seen: Set<string>): Pointer[] {
  const [was, is] = [base, revision].map(expand) as [SchemaPart[], SchemaPart[]];
  const pair = JSON.stringify([was, is].map((parts) => parts.map(({ pointer }) => pointer)));
  if (seen.has(pair)) return [];
  seen.add(pair);
  const present = listChildren(is);
  return [...listChildren(was)].flatMap(([step, schemas]) => {
    const others = present.get(step);
    if (others) return listLost({ ...base, schemas }, { ...revision, schemas: others }, seen);
    return step.startsWith("/properties/") ? schemas.slice(0, 1).map(({ pointer }) => pointer) : [];
  });
}

/** Returns the schemas with all that they refer to and combine. */
function expand({ document, schemas }: SchemasInPlace): SchemaPart[] {
  const seen = new Set<unknown>();
  return schemas.flatMap(({ schema, pointer }) => partsOf(document, schema, pointer, (branches) => branches, seen));
}

/** Returns the schemas of a value's direct children, by step: a property, an item, any other property. */
function listChildren(parts: readonly SchemaPart[]): Map<Pointer, SchemaPart[]> {
  const children = new Map<Pointer, SchemaPart[]>();
  for (const { schema, pointer } of parts) {
    for (const keys of listSteps(schema)) {
      const step = pointTo("", ...keys);
      const child = { schema: valueAt(schema, step) as Schema, pointer: pointer + step };
      children.set(step, [...(children.get(step) ?? []), child]);
    }
  }
  return children;
}

function listSteps(schema: Schema): string[][] {
  const below = (keyword: string) => Object.keys(Object(schema[keyword])).map((key) => [keyword, key]);
  const single = ["items", "additionalProperties"].filter((keyword) => typeof schema[keyword] === "object");
  return [...below("properties"), ...below("prefixItems"), ...single.map((keyword) => [keyword])];
}
