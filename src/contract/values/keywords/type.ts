import { typesOf } from "../../../openapi/schema-parts.ts";
import { type Candidate, candidateOf, shown } from "../candidate.ts";
import type { Location } from "../locate.ts";
import type { Keyword } from "./keyword.ts";

/** `type: "null"`. */
export const nulls = { valid: () => [candidateOf("null", null)] } satisfies Keyword;

/** `type: boolean`. */
export const booleans: Keyword = { valid: () => [candidateOf("true", true), candidateOf("false", false)] };

/** Values of a type that the schema forbids, look-alikes of the right type first: a lenient server coerces them. */
export function wrongTypes({ value, parts }: Location): Candidate[] {
  const types = typesOf(parts);
  if (!types) return [];
  const kinds: [name: string, value: unknown][] = [
    ["null", null],
    ["as-string", typeof value === "string" ? undefined : lookAlike(value)],
    ["string", "text"],
    ["empty-string", ""],
    ["number", 5],
    ["zero", 0],
    ["one", 1],
    ["fraction", typeof value === "number" ? value + 0.5 : 1.5],
    ["as-number", typeof value === "string" && /^\+?\d{1,15}$/.test(value) ? Number(value) : undefined],
    ["true", true],
    ["false", false],
    ["list", []],
    ["list-of-it", [value]],
    ["first-item", Array.isArray(value) ? value[0] : undefined],
    ["comma-separated", Array.isArray(value) ? value.join(",") : undefined],
    ["indexed", Array.isArray(value) ? { ...value } : undefined],
    ["object", {}],
    ["wrapped", { value }],
    ["named", typeof value === "object" ? undefined : { id: value }],
    ["words-true", types.includes("boolean") ? "yes" : undefined],
    ["words-false", types.includes("boolean") ? "false" : undefined],
    ["words-true-upper", types.includes("boolean") ? "TRUE" : undefined],
    ["word-one", types.includes("boolean") ? "1" : undefined],
    ["keyed", Array.isArray(value) ? { items: value } : undefined],
    ["words-number", types.includes("number") || types.includes("integer") ? "5 " : undefined],
  ];
  const seen = new Set<string>();
  return kinds.flatMap(([name, candidate]) => {
    const text = JSON.stringify(candidate);
    if (candidate === undefined || seen.has(text)) return [];
    seen.add(text);
    return [{ value: candidate, name, about: `is ${shown(candidate)} instead of ${article(types)}` }];
  });
}

/** The value as a string, as a form or a query sends it. */
function lookAlike(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function article(types: string[]): string {
  return types
    .map((type) => (type === "null" ? "null" : /^[aio]/.test(type) ? `an ${type}` : `a ${type}`))
    .join(" or ");
}
