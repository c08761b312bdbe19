import { boundOf, keywordOf } from "../../openapi/schema-parts.ts";
import { type Candidate, shown } from "./candidate.ts";
import { formatNearMisses } from "./formats.ts";
import type { Location } from "./locate.ts";

const astral = "\u{1F3B5}";

/** Texts just outside a length, a pattern or a format. */
export function brokenStrings({ value, parts }: Location): Candidate[] {
  const text = value as string;
  const least = boundOf(parts, "minLength", "greatest");
  const most = boundOf(parts, "maxLength", "least");
  const candidates: Candidate[] = [];
  const add = (name: string, changed: string, about: string, disputed = false) =>
    candidates.push({ name, value: changed, about: `${about}: ${shown(changed)}`, disputed });
  if (least !== undefined && least > 0) {
    add("too-short", stretch(text, least - 1), `is one character shorter than ${least}`);
    // Twice as long in UTF-16 as in code points, which is what JSON Schema counts.
    if (least > 1)
      add(
        "too-short-astral",
        astral.repeat(least - 1),
        `has ${least - 1} characters outside the BMP, and ${least} are the least`,
      );
    add("empty", "", "is empty");
    add("spaces-short", " ".repeat(least - 1), `is ${least - 1} spaces`);
  }
  if (most !== undefined && most < 100_000) {
    add("too-long", stretch(text, most + 1), `is one character longer than ${most}`);
    add("too-long-unicode", stretch("é", most + 1), `is one character longer than ${most}, with accents`);
    add("too-long-spaces", `${stretch(text, most)} `, `is longer than ${most} by a final space`);
    add("far-too-long", stretch(text, most * 10 + 1), "is ten times too long");
  }
  if (keywordOf(parts, "pattern") !== undefined) {
    const variants: [string, string][] = [
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
    variants.push(...lengthMisses(text, keywordOf<string>(parts, "pattern") ?? ""));
    for (const [name, changed] of variants) add(`pattern-${name}`, changed, "does not match the pattern");
  }
  const format = keywordOf<string>(parts, "format");
  for (const [index, miss] of ((format && formatNearMisses[format]?.(text)) || []).entries()) {
    add(`${format}-${index}`, miss.value, `is no ${format}, it has ${miss.about}`, miss.disputed);
  }
  return candidates;
}

/** The longest beginning and the shortest extension of a text that a pattern refuses: where it counts characters. */
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

/** The text, repeated or cut to that many code points. */
export function stretch(text: string, length: number): string {
  const characters = [...(text || "x")];
  return Array.from({ length }, (_, index) => characters[index % characters.length]).join("");
}
