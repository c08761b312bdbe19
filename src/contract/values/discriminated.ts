import { type Discriminator, discriminatorOf, isMappedTo } from "../../openapi/discriminator.ts";
import type { Schema } from "../../openapi/document.ts";
import { keysOf } from "../../openapi/pointer.ts";
import type { SchemaPart } from "../../openapi/schema-parts.ts";

/** The discriminator's property, with the value that selects the schema of the object. */
export function discriminated(parts: readonly SchemaPart[]): Record<string, unknown> {
  const discriminator = parts.map(({ schema }) => discriminatorOf(schema)).find((one) => one !== undefined);
  const branch = parts.find(({ pointer }, index) => index > 0 && pointer.startsWith("/components/schemas/"));
  if (!discriminator || !branch) return {};
  const { propertyName } = discriminator;
  const stated = parts
    .map(({ schema }) => (schema.properties as Record<string, Schema> | undefined)?.[propertyName])
    .find((property) => property?.const !== undefined || Array.isArray(property?.enum));
  if (stated) return { [propertyName]: stated.const ?? (stated.enum as unknown[])[0] };
  const [value] = mappingAmong(parts, discriminator) ?? [];
  return { [propertyName]: value ?? keysOf(branch.pointer).at(-1) };
}

/** The entry of a mapping that leads to one of the parts. */
function mappingAmong(parts: readonly SchemaPart[], { mapping = {} }: Discriminator): [string, string] | undefined {
  const named = parts.filter(({ pointer }) => pointer.startsWith("/components/schemas/"));
  return Object.entries(mapping).find(([, target]) => named.some(({ pointer }) => isMappedTo(target, pointer)));
}

/** The first schema that a parent's discriminator maps to, where the parent is no sample of any; undefined elsewhere. */
export function firstChild(parts: readonly SchemaPart[]): string | undefined {
  const parent = parts.find(({ schema }) => discriminatorOf(schema) !== undefined);
  const discriminator = parent && discriminatorOf(parent.schema);
  if (!parent || !discriminator || parent.schema.oneOf || parent.schema.anyOf) return undefined;
  if (mappingAmong(parts, discriminator)) return undefined;
  return Object.values(discriminator.mapping ?? {}).find((target) => target.startsWith("#/"));
}
