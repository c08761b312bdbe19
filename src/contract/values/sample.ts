import fc from "fast-check";
import type { OpenApiDocument, Schema } from "../../openapi/document.ts";
import { type Pointer, pointTo } from "../../openapi/pointer.ts";
import {
  boundOf,
  itemOf,
  keywordOf,
  partsOf,
  propertiesOf,
  requiredOf,
  type SchemaPart,
  typesOf,
} from "../../openapi/schema-parts.ts";
import { discriminated, firstChild } from "./discriminated.ts";
import { fileText, fileTypeOf } from "./files.ts";
import { formatExamples, formatOf } from "./formats.ts";

/** The options of a sample. */
export interface SampleOptions {
  document: OpenApiDocument;
  /** The same seed gives the same values. */
  seed: number;
  /** Whether optional properties are included, and an item in lists that are empty by default. Default: false. */
  full?: boolean;
  /** Index of the branch of `anyOf` and `oneOf` to take; the last one where there are fewer. Default: 0. */
  branch?: number;
  /** Whether examples and defaults are passed over, for a schema of which some are not valid. Default: false. */
  withoutExamples?: boolean;
}

/** Samples nest no deeper; a schema that requires more is endless. */
const maxDepth = 12;
/** Characters. No longer text is built; a schema that requires one has no valid sample. */
const maxLength = 1_000_000;
/** Optional properties are left out below this depth, because a schema may contain itself. */
const maxOptionalDepth = 3;

/**
 * Builds a value that the schema most likely allows: its own example, else a value built from its keywords. Validate it to
 * be sure. The same options give the same value.
 */
export function sample(schema: Schema, pointer: Pointer, options: SampleOptions, depth = 0): unknown {
  const choose = (branches: SchemaPart[]) => branches.slice(0, (options.branch ?? 0) + 1).slice(-1);
  const parts = partsOf(options.document, schema, pointer, choose);
  const child = depth < maxDepth ? firstChild(parts) : undefined;
  if (child !== undefined) return sample({ $ref: child }, pointer, options, depth + 1);
  const types = typesOf(parts) ?? [guessType(parts)];
  const format = formatOf(parts);
  const isFile = fileTypeOf(parts) !== undefined && types.includes("string");
  if (isFile && !Object.hasOwn(formatExamples, format ?? "")) return fileText;
  const [example] = parts
    .flatMap(({ schema: part }) => examplesOf(options.withoutExamples ? { const: part.const } : part))
    .filter(({ value }) => isOfType(value, typesOf(parts)) && !(options.full && isEmptyList(value)));
  const allowed = keywordOf<unknown[]>(parts, "enum");
  if (allowed) return example && allowed.includes(example.value) ? example.value : allowed[0];
  if (example) return example.value;
  switch (types.find((type) => type !== "null")) {
    case "object":
      return sampleObject(parts, options, depth);
    case "array":
      return sampleArray(parts, options, depth);
    case "integer":
      return sampleNumber(parts, 1);
    case "number":
      return sampleNumber(parts, 0.5);
    case "boolean":
      return true;
    case "string":
      return sampleString(parts, options.seed);
    default:
      return null;
  }
}

function examplesOf({ const: constant, example, examples, default: fallback }: Schema): { value: unknown }[] {
  if (constant !== undefined) return [{ value: constant }];
  if (Array.isArray(examples) && examples.length > 0) return [{ value: examples[0] }];
  return [example, fallback].filter((value) => value !== undefined).map((value) => ({ value }));
}

/** Whether an example has a type that the schema allows: published documents have some that do not. */
function isOfType(value: unknown, types: string[] | undefined): boolean {
  if (!types) return true;
  if (value === null) return types.includes("null");
  if (Array.isArray(value)) return types.includes("array");
  const isWhole = typeof value === "number" && Number.isInteger(value) && types.includes("integer");
  return isWhole || types.includes(typeof value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function guessType(parts: readonly SchemaPart[]): string {
  const has = (...keywords: string[]) => keywords.some((keyword) => keywordOf(parts, keyword) !== undefined);
  if (has("properties", "required", "additionalProperties")) return "object";
  if (has("items", "prefixItems", "minItems", "maxItems")) return "array";
  return has("minimum", "maximum", "multipleOf") ? "number" : "string";
}

function sampleObject(parts: readonly SchemaPart[], options: SampleOptions, depth: number): Record<string, unknown> {
  const properties = propertiesOf(parts);
  const required = requiredOf(parts);
  const names = options.full && depth < maxOptionalDepth ? new Set([...required, ...properties.keys()]) : required;
  const entries =
    depth >= maxDepth
      ? []
      : [...names].flatMap((name): [string, unknown][] => {
          const property = properties.get(name);
          if (!property) return [[name, "value"]];
          if (property.schema.readOnly === true) return [];
          return [[name, sample(property.schema, property.pointer, options, depth + 1)]];
        });
  const { schema, pointer } =
    parts.find(({ schema: { additionalProperties: extra } }) => typeof extra === "object" && extra !== null) ?? {};
  // A map gets one entry, so that its values have a location.
  const isMap = options.full && entries.length === 0 && depth < maxOptionalDepth && schema && pointer !== undefined;
  if (isMap)
    entries.push([
      "name",
      sample(schema.additionalProperties as Schema, pointTo(pointer, "additionalProperties"), options, depth + 1),
    ]);
  return { ...Object.fromEntries(entries), ...discriminated(parts) };
}

function sampleArray(parts: readonly SchemaPart[], options: SampleOptions, depth: number): unknown[] {
  const least = boundOf(parts, "minItems", "greatest") ?? 0;
  const most = boundOf(parts, "maxItems", "least") ?? Number.POSITIVE_INFINITY;
  // Deep in a recursive schema, a list that may be empty is empty.
  const wanted = depth > maxOptionalDepth ? least : Math.max(least, 1);
  const length = depth >= maxDepth ? 0 : Math.min(wanted, most, 1_000);
  return Array.from({ length }, (_, index) => {
    const item = itemOf(parts, index);
    const value = item ? sample(item.schema, item.pointer, options, depth + 1) : index;
    return index > 0 && keywordOf(parts, "uniqueItems") === true ? vary(value, index) : value;
  });
}

/** A different value of the same type, so that items are unique. */
export function vary(value: unknown, index: number): unknown {
  if (typeof value === "number") return value + index;
  if (typeof value === "string") {
    // What follows a domain would make it another top-level one.
    if (value.includes("@")) return value.replace("@", `${index}@`);
    const [, last] = /([\da-f]{2})$/i.exec(value) ?? [];
    if (last === undefined) return `${value}${index}`;
    const digits = ((Number.parseInt(last, 16) + index) % 256).toString(16).padStart(2, "0");
    return value.slice(0, -2) + digits;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const [first, ...rest] = Object.entries(value);
  return first ? Object.fromEntries([[first[0], vary(first[1], index)], ...rest]) : value;
}

/** A number within the bounds, as near to `around` as they and `multipleOf` allow. */
export function sampleNumber(parts: readonly SchemaPart[], around: number): number {
  const integer = typesOf(parts)?.includes("integer") && !typesOf(parts)?.includes("number");
  const step = boundOf(parts, "multipleOf", "greatest") ?? (integer ? 1 : undefined);
  const least = boundOf(parts, "minimum", "greatest");
  const above = boundOf(parts, "exclusiveMinimum", "greatest");
  const most = boundOf(parts, "maximum", "least");
  const below = boundOf(parts, "exclusiveMaximum", "least");
  const low = Math.max(least ?? Number.NEGATIVE_INFINITY, above ?? Number.NEGATIVE_INFINITY);
  const high = Math.min(most ?? Number.POSITIVE_INFINITY, below ?? Number.POSITIVE_INFINITY);
  const start = Math.min(Math.max(around, low), high);
  const candidate = step ? Math.ceil(start / step) * step : start;
  if (candidate === above) return candidate + (step ?? (Number.isFinite(high) ? (high - candidate) / 2 : 1));
  if (candidate === below || candidate > high) {
    if (step) return Math.floor(high / step) * step - (below === high ? step : 0);
    return Number.isFinite(low) ? (low + high) / 2 : high - 1;
  }
  return candidate;
}

function sampleString(parts: readonly SchemaPart[], seed: number): string {
  const least = Math.min(boundOf(parts, "minLength", "greatest") ?? 0, maxLength);
  const most = boundOf(parts, "maxLength", "least") ?? Number.POSITIVE_INFINITY;
  const fits = (text: string) => [...text].length >= least && [...text].length <= most;
  const format = formatOf(parts);
  const formatted = (format !== undefined && formatExamples[format]) || [];
  const pattern = keywordOf<string>(parts, "pattern");
  if (pattern !== undefined) {
    const matches = (text: string) => fits(text) && isMatch(pattern, text);
    return formatted.find(matches) ?? matching(pattern, seed).find(fits) ?? "";
  }
  return formatted.find(fits) ?? formatted[0] ?? "value".padEnd(least, "x").slice(0, most);
}

/** Strings that many patterns match, for patterns that the generator does not support. */
const common = [
  "a",
  "abc",
  "ABC",
  "value",
  "1",
  "123",
  "a1",
  "A1",
  "a-b",
  "a_b",
  "a.b",
  "/a",
  "https://example.com/a",
  "2024-02-28",
];

function isMatch(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return false;
  }
}

/** Strings that match a pattern; empty where none is found, or where the pattern is not a regular expression. */
export function matching(pattern: string, seed: number): string[] {
  try {
    const expression = new RegExp(pattern);
    try {
      return fc.sample(fc.stringMatching(expression), { seed, numRuns: 40 });
    } catch {
      return common.filter((text) => expression.test(text));
    }
  } catch {
    return [];
  }
}
