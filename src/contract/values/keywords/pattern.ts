import { keywordOf } from "../../../openapi/schema-parts.ts";
import { candidateOf, shown } from "../candidate.ts";
import { matching } from "../sample.ts";
import type { Keyword } from "./keyword.ts";

/** Number of random matches to try. */
const maxMatches = 6;

/** `pattern`. */
export const pattern: Keyword = {
  valid({ value, parts }, seed) {
    const expression = keywordOf<string>(parts, "pattern");
    if (expression === undefined) return [];
    const own = typeof value === "string" ? value : "x";
    return [
      ...matching(expression, seed)
        .slice(0, maxMatches)
        .map((text, index) => candidateOf(`pattern-${index}`, text)),
      // A pattern without anchors allows more around what it matches.
      candidateOf("pattern-before", `x${own}`),
      candidateOf("pattern-after", `${own}x`),
    ];
  },

  invalid({ value, parts }) {
    const expression = keywordOf<string>(parts, "pattern");
    if (expression === undefined) return [];
    const text = String(value);
    return [...variantsOf(text), ...lengthMisses(text, expression)].map(([name, changed]) => ({
      name: `pattern-${name}`,
      value: changed,
      about: `does not match the pattern: ${shown(changed)}`,
    }));
  },
};

/** Small edits of a text that matches; an edit that still matches is dropped later. */
function variantsOf(text: string): [name: string, value: string][] {
  return [
    ["before", `!${text}`],
    ["after", `${text}!`],
    ["line-after", `${text}\nx`],
    ["line-before", `x\n${text}`],
    ["line-break", `${text}\n`],
    ["space-before", ` ${text}`],
    ["space-after", `${text} `],
    ["upper", text.toUpperCase()],
    ["lower", text.toLowerCase()],
    ["doubled", text + text],
    ["last-again", text + text.slice(-1)],
    ["first-again", text.slice(0, 1) + text],
    ["cut", text.slice(0, -1)],
    ["cut-first", text.slice(1)],
    ["first", `!${text.slice(1)}`],
    ["last", `${text.slice(0, -1)}!`],
    ["words", "no match!"],
    ["nothing", ""],
    ["digit-arabic", text.replace(/\d/, "\u0663")],
    ["letter-accent", text.replace(/[a-z]/i, "é")],
  ];
}

/** The longest prefix and the shortest extension that do not match, which find a pattern that counts characters. */
function lengthMisses(text: string, pattern: string): [string, string][] {
  const matches = lenient(pattern);
  if (!matches) return [];
  const shorter = Array.from({ length: text.length }, (_, index) => text.slice(0, text.length - 1 - index)).find(
    (one) => !matches(one),
  );
  const longer = Array.from({ length: 64 }, (_, index) => text + text.slice(-1).repeat(index + 1)).find(
    (one) => !matches(one),
  );
  const found: [string, string | undefined][] = [
    ["shorter", shorter],
    ["longer", longer],
  ];
  return found.filter((entry): entry is [string, string] => entry[1] !== undefined);
}

function lenient(pattern: string): ((text: string) => boolean) | undefined {
  try {
    const expression = new RegExp(pattern, "u");
    return (text) => expression.test(text);
  } catch {
    return undefined;
  }
}
