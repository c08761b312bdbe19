import type { OpenApiDocument, Schema } from "../../../openapi/document.ts";
import { pointTo } from "../../../openapi/pointer.ts";
import { partsOf, propertiesOf, type SchemaPart } from "../../../openapi/schema-parts.ts";
import { sample } from "../sample.ts";
import type { Keyword } from "./keyword.ts";

/** `oneOf`: objects that also have a property of another branch. */
export const oneOf: Keyword = {
  invalid({ value, parts }, document) {
    const object = value as Record<string, unknown>;
    return [...propertiesOfOtherBranches(parts, object, document)].map(([name, extra]) => ({
      name: `both-${name}`,
      value: { ...object, [name]: extra },
      about: `matches two branches of oneOf: it also has ${name}`,
    }));
  },
};

/** Properties of the branches that the object lacks, each with a value. */
function propertiesOfOtherBranches(
  parts: readonly SchemaPart[],
  object: object,
  document: OpenApiDocument,
): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const owner = parts.find(({ schema }) => Array.isArray(schema.oneOf));
  for (const [index, branch] of ((owner?.schema.oneOf ?? []) as Schema[]).entries()) {
    const pointer = pointTo(owner?.pointer ?? "", "oneOf", index);
    for (const [name, property] of propertiesOf(partsOf(document, branch, pointer))) {
      if (!Object.hasOwn(object, name))
        found.set(name, sample(property.schema, property.pointer, { document, seed: 1 }));
    }
  }
  return found;
}
