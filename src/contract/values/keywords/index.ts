import type { OpenApiDocument, Schema } from "../../../openapi/document.ts";
import { jsonTypeOf } from "../../../openapi/json-type.ts";
import { type SchemaPart, typesOf } from "../../../openapi/schema-parts.ts";
import type { Candidate } from "../candidate.ts";
import { fileTypeOf } from "../files.ts";
import { formatOf, isLimiting } from "../formats.ts";
import type { Location } from "../locate.ts";
import { choice } from "./choice.ts";
import { numberFormat, stringFormat } from "./format.ts";
import { items } from "./items.ts";
import type { Keyword } from "./keyword.ts";
import { length } from "./length.ts";
import { multipleOf } from "./multiple-of.ts";
import { fractions, numbers } from "./numbers.ts";
import { oneOf } from "./one-of.ts";
import { pattern } from "./pattern.ts";
import { properties } from "./properties.ts";
import { range } from "./range.ts";
import { texts } from "./texts.ts";
import { booleans, nulls } from "./type.ts";

/** The keywords that apply to each type, in the order in which their values are tried. A new one is a file and a line. */
const keywords: Record<string, Keyword[]> = {
  null: [nulls, choice],
  string: [texts, length, pattern, stringFormat, choice],
  number: [numbers, range, multipleOf, numberFormat, fractions, choice],
  boolean: [booleans, choice],
  array: [items],
  object: [properties, oneOf],
};

/** Of a string with a format, only samples of the format are certainly valid, whatever its other keywords allow. */
const formattedString: Keyword[] = [stringFormat, choice];

/** Values of a location that are likely valid, just inside its keywords. An `enum` leaves only its choices and null. */
export function validValues(location: Location, seed: number): Candidate[] {
  const { parts, value } = location;
  if (fileTypeOf(parts) !== undefined) return [];
  const choices = choice.valid(location);
  const declared = typesOf(parts);
  const orNull = declared?.includes("null") || parts.some(hasNullBranch) ? nulls.valid() : [];
  if (choices.length > 0) return [...choices, ...orNull];
  const types = new Set((declared ?? [jsonTypeOf(value)]).map((type) => (type === "integer" ? "number" : type)));
  if (orNull.length > 0) types.add("null");
  return Object.entries(keywords)
    .filter(([type]) => types.has(type))
    .flatMap(([type, applicable]) => (type === "string" && isLimiting(formatOf(parts)) ? formattedString : applicable))
    .flatMap((keyword) => keyword.valid?.(location, seed) ?? []);
}

/** Values of a location that are likely invalid, of its own type but just outside its keywords. */
export function invalidValues(location: Location, document: OpenApiDocument): Candidate[] {
  if (fileTypeOf(location.parts) !== undefined) return [];
  const applicable = keywords[jsonTypeOf(location.value)] ?? [];
  return applicable.flatMap((keyword) => keyword.invalid?.(location, document) ?? []);
}

function hasNullBranch({ schema: { anyOf, oneOf } }: SchemaPart): boolean {
  return [anyOf, oneOf].flat().some((branch) => (branch as Schema | undefined)?.type === "null");
}
