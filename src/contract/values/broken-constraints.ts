import type { OpenApiDocument, Schema } from "../../openapi/document.ts";
import { pointTo } from "../../openapi/pointer.ts";
import { boundOf, keywordOf, partsOf, propertiesOf, type SchemaPart } from "../../openapi/schema-parts.ts";
import { brokenStrings } from "./broken-strings.ts";
import { type Candidate, shown } from "./candidate.ts";
import { numberFormatRanges } from "./formats.ts";
import type { Location } from "./locate.ts";
import { sample, vary } from "./sample.ts";

/** Values that are just outside a constraint of the location. Each is checked before it is used. */
export function brokenConstraints(location: Location, document: OpenApiDocument): Candidate[] {
  const { value } = location;
  if (typeof value === "string") return [...brokenStrings(location), ...brokenChoices(location)];
  if (typeof value === "number") return [...brokenNumbers(location), ...brokenChoices(location)];
  if (Array.isArray(value)) return brokenLists(location);
  return typeof value === "object" && value !== null ? brokenObjects(location, document) : brokenChoices(location);
}

function brokenNumbers({ value, parts }: Location): Candidate[] {
  const number = value as number;
  const step = boundOf(parts, "multipleOf", "greatest") ?? (Number.isInteger(number) ? 1 : 0.01);
  const candidates: Candidate[] = [];
  const add = (name: string, changed: number, about: string) =>
    candidates.push({ name, value: changed, about: `${about}: ${shown(changed)}` });
  const near = (bound: number, away: number) => Number((bound + away).toPrecision(15));
  for (const [keyword, sign] of [
    ["minimum", -1],
    ["maximum", 1],
  ] as const) {
    const bound = boundOf(parts, keyword, sign < 0 ? "greatest" : "least");
    if (bound === undefined) continue;
    add(`${keyword}-off`, near(bound, sign * step), `is beyond the ${keyword} ${bound}`);
    add(`${keyword}-fraction`, near(bound, sign * 0.01), `is just beyond the ${keyword} ${bound}`);
    add(`${keyword}-far`, near(bound, sign * step * 1_000_000), `is far beyond the ${keyword} ${bound}`);
    add(`${keyword}-64-bits`, sign * 1e20, `is beyond the ${keyword} ${bound}, and beyond 64 bits`);
    if (bound > 0 && sign < 0) add("negative", -number, "is negative");
    if (bound >= 0 && sign < 0) add("minus-one-step", -step, "is negative");
  }
  for (const [keyword, sign] of [
    ["exclusiveMinimum", -1],
    ["exclusiveMaximum", 1],
  ] as const) {
    const bound = boundOf(parts, keyword, sign < 0 ? "greatest" : "least");
    if (bound === undefined) continue;
    add(`${keyword}-at`, bound, `is the excluded bound ${bound}`);
    add(`${keyword}-off`, near(bound, sign * step), `is beyond the excluded bound ${bound}`);
  }
  const multiple = boundOf(parts, "multipleOf", "greatest");
  if (multiple !== undefined) {
    add("multiple-off-1", near(number, Number.isInteger(multiple) ? 1 : multiple / 2), `is no multiple of ${multiple}`);
    add("multiple-off-half", near(number, multiple / 2), `is no multiple of ${multiple}`);
    add("multiple-off-tenth", near(number, multiple / 10), `is no multiple of ${multiple}`);
  }
  add("fraction-small", near(number, 0.000_1), "has a small fraction");
  const [low, high] = numberFormatRanges[keywordOf<string>(parts, "format") ?? ""] ?? [];
  if (low !== undefined && high !== undefined) {
    // A format of numbers is an annotation to many.
    candidates.push({
      name: "format-high",
      value: high + 1,
      about: `is beyond its format: ${high + 1}`,
      disputed: true,
    });
    candidates.push({ name: "format-low", value: low - 1, about: `is beyond its format: ${low - 1}`, disputed: true });
  }
  return candidates;
}

function brokenChoices({ value, parts }: Location): Candidate[] {
  const allowed =
    keywordOf<unknown[]>(parts, "enum") ?? parts.flatMap(({ schema }) => ("const" in schema ? [schema.const] : []));
  if (allowed.length === 0) return [];
  const texts = allowed.filter((item): item is string => typeof item === "string");
  const numbers = allowed.filter((item): item is number => typeof item === "number");
  const changed: [string, unknown][] = texts.flatMap((text, index): [string, unknown][] => [
    [`upper-${index}`, text.toUpperCase()],
    [`lower-${index}`, text.toLowerCase()],
    [`capital-${index}`, text.charAt(0).toUpperCase() + text.slice(1)],
    [`space-${index}`, `${text} `],
    [`space-before-${index}`, ` ${text}`],
    [`cut-${index}`, text.slice(0, -1)],
    [`more-${index}`, `${text}s`],
    [`line-${index}`, `${text}\n`],
  ]);
  const others: [string, unknown][] = [
    ["unknown", "no such choice"],
    ["empty", ""],
    ["joined", texts.slice(0, 2).join(",")],
    ["index", 0],
    ["null", null],
    ["minus", texts[0] === undefined ? undefined : `-${texts[0]}`],
    ...numbers.slice(0, 6).flatMap((number, index): [string, unknown][] => [
      [`below-${index}`, number - 1],
      [`above-${index}`, number + 1],
      [`text-${index}`, String(number)],
    ]),
    [
      "next",
      typeof value === "number" ? Math.max(...allowed.filter((item) => typeof item === "number")) + 1 : undefined,
    ],
    ["opposite", typeof value === "boolean" ? !value : undefined],
  ];
  // The first choice's variants stand for all; the rest would tell the same.
  return [...changed.slice(0, 16), ...others].flatMap(([name, candidate]) =>
    candidate === undefined
      ? []
      : [{ name: `choice-${name}`, value: candidate, about: `is ${shown(candidate)}, not one of ${shown(allowed)}` }],
  );
}

function brokenLists({ value, parts }: Location): Candidate[] {
  const list = value as unknown[];
  const least = boundOf(parts, "minItems", "greatest");
  const most = boundOf(parts, "maxItems", "least");
  const unique = keywordOf(parts, "uniqueItems") === true;
  const candidates: Candidate[] = [];
  const add = (name: string, changed: unknown[], about: string) => candidates.push({ name, value: changed, about });
  const ofLength = (length: number) =>
    Array.from({ length }, (_, index) => list[index] ?? (unique ? vary(list[0], index) : list[0]));
  if (least !== undefined && least > 0) {
    add("too-few", list.slice(0, least - 1), `has ${least - 1} items, and ${least} are the least`);
    add("none", [], "has no item");
  }
  if (most !== undefined && most < 10_000) {
    add("too-many", ofLength(most + 1), `has ${most + 1} items, and ${most} are the most`);
    add("far-too-many", ofLength(most * 3 + 5), `has ${most * 3 + 5} items, and ${most} are the most`);
  }
  if (unique && list.length > 0) {
    const [first] = list;
    add("twice", [...list, first], "has an item twice");
    add(
      "twice-apart",
      [first, ...(list.length > 1 ? list.slice(1) : [vary(first, 1)]), first],
      "has its first item at its end again",
    );
    candidates.push({
      name: "twice-reordered",
      value: [...list, reordered(first)],
      about: "has an item twice, with its properties in another order",
      // Equal by JSON Schema, and not to who compares texts.
      disputed: typeof first === "object",
    });
  }
  return candidates;
}

function reordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).reverse());
}

function brokenObjects({ value, parts }: Location, document: OpenApiDocument): Candidate[] {
  const object = value as Record<string, unknown>;
  const most = boundOf(parts, "maxProperties", "least");
  const least = boundOf(parts, "minProperties", "greatest");
  const candidates: Candidate[] = [];
  if (least !== undefined && least > 0) candidates.push({ name: "too-empty", value: {}, about: "has no property" });
  if (most !== undefined && most < 1_000) {
    const [filler = "x"] = Object.values(object);
    const extra = Array.from({ length: most + 1 - Object.keys(object).length }, (_, index) => [
      `extra${index}`,
      filler,
    ]);
    candidates.push({
      name: "too-full",
      value: { ...object, ...Object.fromEntries(extra) },
      about: `has ${most + 1} properties, and ${most} are the most`,
    });
  }
  for (const [name, extra] of otherBranches(parts, object, document)) {
    candidates.push({
      name: `both-${name}`,
      value: { ...object, [name]: extra },
      about: `is of two kinds at once: it has ${name} too`,
    });
  }
  return candidates;
}

/** Properties of the branches of `oneOf` that the object is not of, each with a value. */
function otherBranches(parts: readonly SchemaPart[], object: object, document: OpenApiDocument): Map<string, unknown> {
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
