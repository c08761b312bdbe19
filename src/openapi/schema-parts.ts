import type { OpenApiDocument, Schema } from "./document.ts";
import { type Pointer, pointTo, valueAt } from "./pointer.ts";
import { pointerOf } from "./reference.ts";

/** A schema object that applies to a value, and its pointer. */
export interface SchemaPart {
  schema: Schema;
  pointer: Pointer;
}

/**
 * Lists the schema objects that all apply to one value: the schema, what it refers to, what its `allOf` lists, and the
 * branches of its `anyOf` and `oneOf` that `choose` picks. Recursion ends at a schema that contains itself.
 *
 * @param choose Picks the branches that apply. Default: the first.
 */
export function partsOf(
  document: OpenApiDocument,
  schema: unknown,
  pointer: Pointer,
  choose: (branches: SchemaPart[]) => SchemaPart[] = ([first]) => (first ? [first] : []),
  seen: Set<unknown> = new Set(),
): SchemaPart[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const own = schema as Schema;
  const parts: SchemaPart[] = [{ schema: own, pointer }];
  const add = (part: SchemaPart) => parts.push(...partsOf(document, part.schema, part.pointer, choose, seen));
  if (typeof own.$ref === "string") {
    const target = pointerOf(own.$ref) ?? "";
    add({ schema: valueAt(document, target) as Schema, pointer: target });
  }
  for (const part of branchesOf(own.allOf, pointTo(pointer, "allOf"))) add(part);
  for (const keyword of ["anyOf", "oneOf"] as const) {
    for (const part of choose(branchesOf(own[keyword], pointTo(pointer, keyword)))) add(part);
  }
  return parts;
}

/** Lists the schemas of `allOf`, `anyOf` or `oneOf`, each with its pointer. */
export function branchesOf(schemas: unknown, pointer: Pointer): SchemaPart[] {
  return Array.isArray(schemas) ? schemas.map((schema, index) => ({ schema, pointer: pointTo(pointer, index) })) : [];
}

/** Returns the first value of a keyword among the parts. */
export function keywordOf<T>(parts: readonly SchemaPart[], keyword: string): T | undefined {
  return parts.find(({ schema }) => schema[keyword] !== undefined)?.schema[keyword] as T | undefined;
}

/** Returns the types that all parts allow; undefined if none states a type. */
export function typesOf(parts: readonly SchemaPart[]): string[] | undefined {
  const lists = parts.flatMap(({ schema: { type } }) => (type === undefined ? [] : [[type].flat()]));
  const [first, ...others] = lists;
  return first?.filter((type) =>
    others.every((list) => list.includes(type) || (type === "integer" && list.includes("number"))),
  );
}

/** Returns the tightest value of a bound that several parts may state. */
export function boundOf(
  parts: readonly SchemaPart[],
  keyword: string,
  tightest: "least" | "greatest",
): number | undefined {
  const bounds = parts.map(({ schema }) => schema[keyword]).filter((bound) => typeof bound === "number");
  if (bounds.length === 0) return undefined;
  return tightest === "least" ? Math.min(...bounds) : Math.max(...bounds);
}

/** Returns the property names that the parts require. */
export function requiredOf(parts: readonly SchemaPart[]): string[] {
  return [
    ...new Set(parts.flatMap(({ schema: { required } }) => (Array.isArray(required) ? (required as string[]) : []))),
  ];
}

/** Returns the documented properties of an object, each with its first schema. */
export function propertiesOf(parts: readonly SchemaPart[]): Map<string, SchemaPart> {
  const properties = new Map<string, SchemaPart>();
  for (const { schema, pointer } of parts) {
    for (const [name, property] of Object.entries((schema.properties as Record<string, Schema> | undefined) ?? {})) {
      if (!properties.has(name))
        properties.set(name, { schema: property, pointer: pointTo(pointer, "properties", name) });
    }
  }
  return properties;
}

/** Returns the schema of an item: from `prefixItems` by index, else from `items`. */
export function itemOf(parts: readonly SchemaPart[], index: number): SchemaPart | undefined {
  for (const { schema, pointer } of parts) {
    const prefix = schema.prefixItems as Schema[] | undefined;
    const prefixed = prefix?.[index];
    if (prefixed) return { schema: prefixed, pointer: pointTo(pointer, "prefixItems", index) };
    if (typeof schema.items === "object" && schema.items !== null) {
      return { schema: schema.items as Schema, pointer: pointTo(pointer, "items") };
    }
  }
  return undefined;
}
