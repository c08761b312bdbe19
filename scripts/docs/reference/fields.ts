import type { Json, OpenApiDocument, Schema } from "../../../src/openapi/document.ts";
import {
  itemOf,
  keywordOf,
  partsOf,
  propertiesOf,
  requiredOf,
  type SchemaPart,
} from "../../../src/openapi/schema-parts.ts";
import { anchor } from "./anchors.ts";
import { describeLimits, describeType } from "./types.ts";

/** A value that a request or an answer may have, with all that the description says of it. */
export interface Field {
  /** See {@link anchor}. */
  id: string;
  /** From the body on: `lines.*`, where `*` is every item of a list and every value of a map. */
  path: string;
  /** How deep it stands in the body; 0 for its own properties. */
  depth: number;
  /** In words: `list of string (uuid)`. */
  type: string;
  required: boolean;
  deprecated: boolean;
  /** CommonMark, may be empty. */
  description: string;
  /** What else a value must be, in words. */
  limits: string[];
  example?: Json | undefined;
}

/** A body goes one way: an answer does not show what is `writeOnly`, a request does not take what is `readOnly`. */
export type Direction = "request" | "response";

/** Every field below a schema, in the description's order, each right after what it stands in. */
export function listFields(
  document: OpenApiDocument,
  schema: Schema | undefined,
  direction: Direction,
  id: string,
): Field[] {
  return schema ? below(document, { schema, pointer: "" }, { direction, id, path: "", depth: 0, open: [] }) : [];
}

/** The field that a schema describes at a place, without those below it. */
export function describeField(
  document: OpenApiDocument,
  part: SchemaPart,
  place: Pick<Field, "id" | "path" | "depth" | "required">,
): Field {
  const parts = partsOf(document, part.schema, part.pointer, none);
  const examples = keywordOf<Json[]>(parts, "examples");
  return {
    ...place,
    type: describeType(document, part.schema),
    deprecated: keywordOf(parts, "deprecated") === true,
    description: keywordOf<string>(parts, "description")?.trim() ?? "",
    limits: describeLimits(parts.map(({ schema }) => schema)),
    example: examples?.[0] ?? keywordOf<Json>(parts, "example"),
  };
}

interface Place {
  direction: Direction;
  id: string;
  path: string;
  depth: number;
  /** The schemas that the place stands in: a schema that comes back to itself is described once. */
  open: unknown[];
}

function below(document: OpenApiDocument, part: SchemaPart, place: Place): Field[] {
  const parts = partsOf(document, part.schema, part.pointer, none);
  const own = parts.at(-1)?.schema;
  if (place.open.includes(own)) return [];
  const inside = { ...place, open: [...place.open, own] };
  const required = requiredOf(parts);
  const hidden = place.direction === "request" ? "readOnly" : "writeOnly";

  const at = (name: string, child: SchemaPart, isRequired: boolean): Field[] => {
    const path = inside.path ? `${inside.path}.${name}` : name;
    const here = { id: anchor(inside.id, name), path, depth: inside.depth, required: isRequired };
    const childParts = partsOf(document, child.schema, child.pointer, none);
    if (keywordOf(childParts, hidden) === true) return [];
    return [
      describeField(document, child, here),
      ...below(document, child, { ...inside, id: here.id, path, depth: inside.depth + 1 }),
    ];
  };

  const properties = [...propertiesOf(parts)].flatMap(([name, child]) => at(name, child, required.includes(name)));
  const item = itemOf(parts, 0);
  const values = keywordOf<Schema | boolean>(parts, "additionalProperties");
  const choices = parts.flatMap(({ schema }) => [...listed(schema.oneOf), ...listed(schema.anyOf)]);
  return unique([
    ...properties,
    ...(item ? at("*", item, false) : []),
    ...(typeof values === "object" ? at("*", { schema: values, pointer: "" }, false) : []),
    // Of a choice, all that any of its branches may have.
    ...choices.flatMap((choice) => below(document, { schema: choice, pointer: "" }, inside)),
  ]);
}

function listed(schemas: unknown): Schema[] {
  return Array.isArray(schemas) ? schemas.filter((schema) => typeof schema === "object" && schema !== null) : [];
}

/** Branches of a choice often share fields; the first stands for all, and is required only where all require it. */
function unique(fields: Field[]): Field[] {
  const byId = new Map<string, Field>();
  for (const field of fields) {
    const first = byId.get(field.id);
    byId.set(field.id, first ? { ...first, required: first.required && field.required } : field);
  }
  return [...byId.values()];
}

const none = () => [];
