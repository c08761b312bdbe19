import { impliedKeyword } from "../../../openapi/discriminator.ts";
import { keywordOf } from "../../../openapi/schema-parts.ts";
import { type Candidate, candidateOf, shown } from "../candidate.ts";
import type { Location } from "../locate.ts";
import type { Keyword } from "./keyword.ts";

/** Number of choices whose spelling is varied: two stand for all. */
const variedTexts = 2;
/** Number of choices whose neighbours are tried. */
const variedNumbers = 6;

/** `enum` and `const`. */
export const choice = {
  valid({ parts }: Location): Candidate[] {
    const implied = keywordOf<unknown[]>(parts, impliedKeyword) ?? [];
    return (keywordOf<unknown[]>(parts, "enum") ?? [])
      .filter((value) => !implied.includes(value))
      .map((value, index) => candidateOf(`choice-${index}`, value));
  },

  invalid({ value, parts }: Location): Candidate[] {
    const allowed =
      keywordOf<unknown[]>(parts, "enum") ?? parts.flatMap(({ schema }) => ("const" in schema ? [schema.const] : []));
    if (allowed.length === 0) return [];
    const texts = allowed.filter((item) => typeof item === "string");
    const numbers = allowed.filter((item) => typeof item === "number");
    const others: [name: string, value: unknown][] = [
      ...texts.slice(0, variedTexts).flatMap(textVariants),
      ["unknown", "no such choice"],
      ["empty", ""],
      ["joined", texts.slice(0, 2).join(",")],
      ["index", 0],
      ["null", null],
      ["minus", texts[0] === undefined ? undefined : `-${texts[0]}`],
      ...numbers.slice(0, variedNumbers).flatMap(neighbours),
      ["next", typeof value === "number" ? Math.max(...numbers) + 1 : undefined],
      ["opposite", typeof value === "boolean" ? !value : undefined],
    ];
    return others
      .filter(([, other]) => other !== undefined)
      .map(([name, other]) => ({
        name: `choice-${name}`,
        value: other,
        about: `is ${shown(other)}, not one of ${shown(allowed)}`,
      }));
  },
} satisfies Keyword;

function textVariants(text: string, index: number): [name: string, value: string][] {
  return [
    [`upper-${index}`, text.toUpperCase()],
    [`lower-${index}`, text.toLowerCase()],
    [`capital-${index}`, text.charAt(0).toUpperCase() + text.slice(1)],
    [`space-${index}`, `${text} `],
    [`space-before-${index}`, ` ${text}`],
    [`cut-${index}`, text.slice(0, -1)],
    [`more-${index}`, `${text}s`],
    [`line-${index}`, `${text}\n`],
  ];
}

function neighbours(number: number, index: number): [name: string, value: unknown][] {
  return [
    [`below-${index}`, number - 1],
    [`above-${index}`, number + 1],
    [`text-${index}`, String(number)],
  ];
}
