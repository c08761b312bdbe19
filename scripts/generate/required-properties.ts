import type { Body } from "../../src/openapi/content.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { pointTo } from "../../src/openapi/pointer.ts";
import {
  branchesOf,
  keywordOf,
  partsOf,
  propertiesOf,
  requiredOf,
  type SchemaPart,
} from "../../src/openapi/schema-parts.ts";

/**
 * Lists the top-level properties that every object of a response has, whatever its media type and the branch of a choice:
 * what a client may insist on without claiming more than the spec does.
 */
export function listRequiredProperties(document: OpenApiDocument, bodies: readonly Body[]): string[] {
  return common(
    bodies.map(({ schema, schemaPointer }) => requiredIn(document, { schema: schema ?? {}, pointer: schemaPointer })),
  );
}

function requiredIn(document: OpenApiDocument, part: SchemaPart, open: readonly unknown[] = []): string[] {
  if (open.includes(part.schema)) return [];
  const parts = partsOf(document, part.schema, part.pointer, () => []);
  const chosen = parts.flatMap(({ schema, pointer }) =>
    (["anyOf", "oneOf"] as const).flatMap((keyword) =>
      common(
        branchesOf(schema[keyword], pointTo(pointer, keyword)).map((branch) =>
          requiredIn(document, branch, [...open, part.schema]),
        ),
      ),
    ),
  );
  const properties = propertiesOf(parts);
  // A response leaves out what is only written.
  const isHidden = (name: string) => {
    const property = properties.get(name);
    return property && keywordOf(partsOf(document, property.schema, property.pointer), "writeOnly") === true;
  };
  return [...new Set([...requiredOf(parts), ...chosen])].filter((name) => !isHidden(name));
}

/** Returns the names that all lists have. */
function common([first = [], ...others]: string[][]): string[] {
  return first.filter((name) => others.every((names) => names.includes(name)));
}
