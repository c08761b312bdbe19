import { mapDocument } from "./data.ts";
import type { OpenApiDocument, Schema } from "./document.ts";
import { keysOf } from "./pointer.ts";
import { pointerOf } from "./reference.ts";
import { keywordOf, partsOf, propertiesOf, typesOf } from "./schema-parts.ts";

/** https://spec.openapis.org/oas/v3.1.0#discriminator-object */
export interface Discriminator {
  propertyName: string;
  mapping?: Record<string, string>;
}

/**
 * Lists values of an `enum` that are valid, but not worth sending: a schema's name, which the mapping replaces by another
 * value. The specification leaves open whether the name still counts.
 */
export const impliedKeyword = "x-implied";

/** A schema's discriminator; undefined for the text that Swagger 2 had in its place. */
export function discriminatorOf(schema: Schema): Discriminator | undefined {
  const { discriminator } = schema;
  const isObject = typeof discriminator === "object" && discriminator !== null && "propertyName" in discriminator;
  return isObject ? (discriminator as Discriminator) : undefined;
}

/** Whether a mapping's entry names the schema at the pointer: by its pointer, or by the name alone. */
export function isMappedTo(target: string, pointer: string): boolean {
  const name = keysOf(pointer).at(-1) ?? "";
  return target === name || target.endsWith(`/${name}`);
}

/**
 * Returns a copy of the document in which each branch of a `oneOf` or `anyOf` with a `discriminator` states the value that
 * selects it, so that branches which overlap otherwise exclude each other in every validator.
 */
export function withDiscriminators(document: OpenApiDocument): OpenApiDocument {
  return mapDocument(document, {
    change(node) {
      const discriminator = discriminatorOf(node);
      const keyword = ["oneOf", "anyOf"].find((name) => Array.isArray(node[name]));
      if (!discriminator || keyword === undefined) return node;
      const branches = node[keyword] as Schema[];
      return { ...node, [keyword]: branches.map((branch) => withValueOf(document, branch, discriminator)) };
    },
  });
}

/** A branch that states its value; unchanged where it does already, or where nothing is known of the property. */
function withValueOf(document: OpenApiDocument, branch: Schema, { propertyName, mapping = {} }: Discriminator): Schema {
  const pointer = typeof branch.$ref === "string" ? pointerOf(branch.$ref) : undefined;
  const property = propertiesOf(partsOf(document, branch, "", noBranch)).get(propertyName);
  if (pointer === undefined || !property) return branch;
  const parts = partsOf(document, property.schema, property.pointer, noBranch);
  const isStated = ["const", "enum"].some((keyword) => keywordOf(parts, keyword) !== undefined);
  if (isStated || typesOf(parts)?.includes("string") === false) return branch;
  const mapped = Object.keys(mapping).filter((value) => isMappedTo(mapping[value] ?? "", pointer));
  const name = keysOf(pointer).at(-1) ?? "";
  const isImplied = mapped.length > 0 && !Object.hasOwn(mapping, name);
  const values = mapped.length === 0 ? [name] : isImplied ? [...mapped, name] : mapped;
  const stated = { type: "string", enum: values, ...(isImplied && { [impliedKeyword]: [name] }) };
  // Not beside the `$ref`: some tools would put one in the place of the other.
  return { allOf: [{ properties: { [propertyName]: stated } }, branch] };
}

const noBranch = () => [];
