import type { OpenApiDocument, Schema } from "../../openapi/document.ts";
import { keysOf, type Pointer, pointTo } from "../../openapi/pointer.ts";
import { itemOf, keywordOf, partsOf, propertiesOf, requiredOf, type SchemaPart } from "../../openapi/schema-parts.ts";

/** A location in a value, and what the document says about it. */
export interface Location {
  path: Pointer;
  value: unknown;
  /** The schemas that apply here. */
  parts: SchemaPart[];
  /** Whether the enclosing object requires it. True for the root and for items. */
  required: boolean;
}

/** No more locations of a value are listed, so that a huge example stays affordable. */
const maxLocations = 400;
/** No more items of a list have locations. */
const maxItems = 3;

/**
 * Lists every location of a value that the schema covers, the root first.
 *
 * @param isValidAt Whether a value is valid against the schema at a pointer. It selects the branches of `anyOf` and `oneOf`.
 */
export function locate(
  document: OpenApiDocument,
  root: unknown,
  schema: Schema,
  pointer: Pointer,
  isValidAt: (pointer: Pointer, value: unknown) => boolean,
): Location[] {
  const found: Location[] = [];
  const visit = (path: Pointer, value: unknown, part: SchemaPart, required: boolean) => {
    if (found.length >= maxLocations) return;
    const choose = (branches: SchemaPart[]) =>
      branches.filter((branch) => isValidAt(branch.pointer, value)).slice(0, 1);
    const parts = partsOf(document, part.schema, part.pointer, choose);
    found.push({ path, value, parts, required });
    if (Array.isArray(value)) {
      for (const [index, item] of value.slice(0, maxItems).entries()) {
        const itemPart = itemOf(parts, index);
        if (itemPart) visit(pointTo(path, index), item, itemPart, true);
      }
    } else if (typeof value === "object" && value !== null) {
      const properties = propertiesOf(parts);
      const names = requiredOf(parts);
      for (const [name, child] of Object.entries(value)) {
        const property = properties.get(name) ?? extraProperty(parts);
        if (property) visit(pointTo(path, name), child, property, names.includes(name));
      }
    }
  };
  visit("", root, { schema, pointer }, true);
  return found;
}

function extraProperty(parts: readonly SchemaPart[]): SchemaPart | undefined {
  const owner = parts.find(
    ({ schema: { additionalProperties: extra } }) => typeof extra === "object" && extra !== null,
  );
  return (
    owner && {
      schema: owner.schema.additionalProperties as Schema,
      pointer: pointTo(owner.pointer, "additionalProperties"),
    }
  );
}

/**
 * Whether a value identifies something that must exist, so that a server may rightly reject any other value: a UUID, or a
 * property whose name ends in id.
 */
export function isIdentifier({ path, parts }: Location): boolean {
  const name =
    keysOf(path)
      .filter((key) => !/^\d+$/.test(key))
      .at(-1) ?? "";
  return keywordOf(parts, "format") === "uuid" || /(^|[_-])(id|uuid)s?$|(Id|ID|Uuid)s?$/.test(name);
}
