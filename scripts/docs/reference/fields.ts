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

/** A value of a request or response body, with everything the spec says about it. */
export interface Field {
  /** See {@link anchor}. */
  id: string;
  /** Path in the body: `lines.*`, where `*` is any item of a list or value of a map. */
  path: string;
  /** Depth in the body; 0 for its own properties. */
  depth: number;
  /** For people: `list of string (uuid)`. */
  type: string;
  required: boolean;
  deprecated: boolean;
  /** CommonMark, may be empty. */
  description: string;
  /** Further limits of the value, for people. */
  limits: string[];
  example?: Json | undefined;
}

/** Direction of a body: responses omit `writeOnly` properties, requests omit `readOnly` ones. */
export type Direction = "request" | "response";

/** Says in words whether a field is always there; empty for the items of a list and the values of a map. */
export function describePresence({ path, required }: Field, direction: Direction): string {
  if (path.endsWith("*")) return "";
  if (direction === "request") return required ? "required" : "optional";
  return required ? "always present" : "may be absent";
}

/** Lists the fields of a schema, in the spec's order, each after its parent. */
export function listFields(
  document: OpenApiDocument,
  schema: Schema | undefined,
  direction: Direction,
  id: string,
): Field[] {
  return schema ? below(document, { schema, pointer: "" }, { direction, id, path: "", depth: 0, open: [] }) : [];
}

/** Returns the field of a schema, without its children. */
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
  /** The parent schemas: a recursive schema is described once. */
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
    // For a choice, the properties of all branches.
    ...choices.flatMap((choice) => below(document, { schema: choice, pointer: "" }, inside)),
  ]);
}

function listed(schemas: unknown): Schema[] {
  return Array.isArray(schemas) ? schemas.filter((schema) => typeof schema === "object" && schema !== null) : [];
}

/** Merges fields that branches of a choice share; a merged field is required only if all branches require it. */
function unique(fields: Field[]): Field[] {
  const byId = new Map<string, Field>();
  for (const field of fields) {
    const first = byId.get(field.id);
    byId.set(field.id, first ? { ...first, required: first.required && field.required } : field);
  }
  return [...byId.values()];
}

const none = () => [];
