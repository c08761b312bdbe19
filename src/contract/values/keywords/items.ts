import { boundOf, itemOf, keywordOf } from "../../../openapi/schema-parts.ts";
import type { Candidate } from "../candidate.ts";
import { formatOf, isLimiting, isVariable } from "../formats.ts";
import type { Location } from "../locate.ts";
import { vary } from "../sample.ts";
import type { Keyword } from "./keyword.ts";

/** Where `maxItems` is at least this, no list at the bound is built. */
const maxValidItems = 1_000;
/** Where `maxItems` is at least this, no list beyond it is built. */
const maxInvalidItems = 10_000;

/** `minItems`, `maxItems` and `uniqueItems`. */
export const items: Keyword = {
  valid({ value, parts }) {
    if (!Array.isArray(value) || value.length === 0) return [];
    const { least = 0, most, isUnique } = constraintsOf(parts);
    const count = (length: number, about: string): Candidate => ({
      name: `items-${length}`,
      value: withLength(value, length, isUnique),
      about,
    });
    const [first] = value;
    const isLimited = most !== undefined && most < maxValidItems;
    const longest = isLimited ? most : 100;
    const between = Math.floor((least + longest) / 2);
    const format = formatOf(itemOf(parts, 0));
    if (isUnique && !isVariable(format)) return [];
    return [
      count(least, `${has(least)}, the minimum`),
      isLimited
        ? count(longest, `${has(longest)}, the maximum`)
        : count(longest, `${has(longest)}, and the document sets no limit`),
      ...(between > least + 1 && between < longest ? [count(between, has(between))] : []),
      ...(isUnique && typeof first === "string" && !isLimiting(format) ? [differingInCase(first)] : []),
      count(least + 1, has(least + 1)),
      ...(isUnique
        ? []
        : [{ name: "items-twice", value: [...value, first], about: "has an item twice, which the schema allows" }]),
    ];
  },

  invalid({ value, parts }) {
    if (!Array.isArray(value)) return [];
    const { least, most, isUnique } = constraintsOf(parts);
    const candidates: Candidate[] = [];
    const add = (name: string, list: unknown[], about: string) => candidates.push({ name, value: list, about });
    if (least !== undefined && least > 0) {
      add("too-few", value.slice(0, least - 1), `${has(least - 1)}, but the minimum is ${least}`);
      add("none", [], "has no items");
    }
    if (most !== undefined && most < maxInvalidItems) {
      for (const [name, length] of [
        ["too-many", most + 1],
        ["far-too-many", most * 3 + 5],
      ] as const)
        add(name, withLength(value, length, isUnique), `${has(length)}, but the maximum is ${most}`);
    }
    return isUnique && value.length > 0 ? [...candidates, ...repeated(value)] : candidates;
  },
};

function constraintsOf(parts: Location["parts"]) {
  return {
    least: boundOf(parts, "minItems", "greatest"),
    most: boundOf(parts, "maxItems", "least"),
    isUnique: keywordOf(parts, "uniqueItems") === true,
  };
}

/** The list, shortened, or extended by its first item, which is varied where items must differ. */
function withLength(list: unknown[], length: number, isUnique: boolean): unknown[] {
  return Array.from({ length }, (_, index) => list[index] ?? (isUnique ? vary(list[0], index) : list[0]));
}

/** Lists that are invalid only because an item repeats. */
function repeated(list: unknown[]): Candidate[] {
  const [first, ...rest] = list;
  const between = rest.length > 0 ? rest : [vary(first, 1)];
  return [
    { name: "twice", value: [...list, first], about: "has an item twice" },
    { name: "twice-apart", value: [first, ...between, first], about: "has its first item again at the end" },
    {
      name: "twice-reordered",
      value: [...list, reordered(first)],
      about: "has an item twice, with its properties in another order",
      // JSON Schema calls them equal; servers that compare texts do not.
      disputed: typeof first === "object",
    },
  ];
}

function reordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).reverse());
}

function differingInCase(text: string): Candidate {
  const value = [text.toLowerCase(), text.toUpperCase()];
  return { name: "items-case", value, about: "has two items that differ only in case" };
}

function has(count: number): string {
  return `has ${count} ${count === 1 ? "item" : "items"}`;
}
