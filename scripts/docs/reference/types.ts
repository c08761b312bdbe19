import type { OpenApiDocument, Schema } from "../../../src/openapi/document.ts";
import { itemOf, keywordOf, partsOf, typesOf } from "../../../src/openapi/schema-parts.ts";

/** Describes the type of a schema: `string (uuid)`, `list of integer`, `text or null`, `one of Card, Transfer`. */
export function describeType(document: OpenApiDocument, schema: Schema): string {
  const parts = partsOf(document, schema, "", none);
  const choices = parts.flatMap((part) => [part.schema.oneOf, part.schema.anyOf]).find(Array.isArray) as
    | Schema[]
    | undefined;
  if (choices) return `one of ${choices.map((choice) => nameOf(choice) ?? describeType(document, choice)).join(", ")}`;
  const format = keywordOf<string>(parts, "format");
  const words = (typesOf(parts) ?? []).map((type) => {
    if (type === "array") {
      const item = itemOf(parts, 0);
      return item ? `list of ${describeType(document, item.schema)}` : "list";
    }
    return format && type !== "null" && type !== "object" ? `${type} (${format})` : type;
  });
  if (words.length > 0) return words.join(" or ");
  return parts.some((part) => part.schema.properties) ? "object" : "any";
}

/** Returns the component's title or name, if a schema refers to one. */
function nameOf({ $ref, title }: Schema): string | undefined {
  return (title as string | undefined) ?? $ref?.split("/").at(-1);
}

/** Describes each keyword that limits a value. */
const limits: Record<string, (value: never) => string> = {
  enum: (values: unknown[]) => `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`,
  const: (value: unknown) => `always ${JSON.stringify(value)}`,
  default: (value: unknown) => `${JSON.stringify(value)} if left out`,
  minLength: (count: number) => `at least ${count} characters`,
  maxLength: (count: number) => `at most ${count} characters`,
  pattern: (pattern: string) => `matches ${pattern}`,
  minimum: (bound: number) => `at least ${bound}`,
  maximum: (bound: number) => `at most ${bound}`,
  exclusiveMinimum: (bound: number) => `more than ${bound}`,
  exclusiveMaximum: (bound: number) => `less than ${bound}`,
  multipleOf: (step: number) => `a multiple of ${step}`,
  minItems: (count: number) => `at least ${count} items`,
  maxItems: (count: number) => `at most ${count} items`,
  uniqueItems: (unique: boolean) => (unique ? "unique items" : ""),
  minProperties: (count: number) => `at least ${count} properties`,
  maxProperties: (count: number) => `at most ${count} properties`,
};

/** Describes the limits of a value beyond its type. */
export function describeLimits(schemas: readonly Schema[]): string[] {
  const closed = schemas.some(
    ({ additionalProperties, unevaluatedProperties }) =>
      additionalProperties === false || unevaluatedProperties === false,
  );
  const stated = schemas.flatMap((schema) =>
    Object.entries(limits).flatMap(([keyword, describe]) =>
      schema[keyword] === undefined ? [] : [describe(schema[keyword] as never)],
    ),
  );
  return [...new Set([...stated, ...(closed ? ["no other properties"] : [])])].filter((limit) => limit !== "");
}

const none = () => [];
