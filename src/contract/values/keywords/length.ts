import { boundOf } from "../../../openapi/schema-parts.ts";
import { type Candidate, shown } from "../candidate.ts";
import type { Location } from "../locate.ts";
import type { Keyword } from "./keyword.ts";

/** Code points. Where a bound is at least this, no text at the bound is built. */
const maxLength = 100_000;
/**
 * One code point, which is what JSON Schema counts, but two UTF-16 code units. Not an emoji, which would trigger the bugs that
 * the text `emoji` is for.
 */
const astral = "\u{20000}";

/** `minLength` and `maxLength`. */
export const length: Keyword = {
  valid({ parts, value }) {
    const { least, most } = boundsOf(parts);
    const own = typeof value === "string" ? value : "x";
    const candidates: Candidate[] = [];
    const add = (name: string, text: string, about: string) => candidates.push({ name, value: text, about });
    if (least !== undefined && least < maxLength) {
      add("shortest", stretch(own, least), `has the minimum length, ${least}`);
      add("shortest-unicode", stretch("é", least), `has the minimum length, ${least}, with accents`);
    }
    if (most !== undefined && most < maxLength) {
      add("longest", stretch(own, most), `has the maximum length, ${most}`);
      add("longest-accents", stretch("é", most), `has the maximum length, ${most}, with accents`);
      add("longest-astral", stretch(astral, most), `has the maximum length, ${most}, outside the BMP`);
    } else add("long", stretch("long text ", 10_000), "has 10000 characters, and the document sets no limit");
    return candidates;
  },

  invalid({ parts, value }) {
    const { least, most } = boundsOf(parts);
    const own = String(value);
    const candidates: Candidate[] = [];
    const add = (name: string, text: string, about: string) =>
      candidates.push({ name, value: text, about: `${about}: ${shown(text)}` });
    if (least !== undefined && least > 0) {
      add("too-short", stretch(own, least - 1), `is one character shorter than ${least}`);
      if (least > 1) {
        const about = `has ${least - 1} characters outside the BMP, but the minimum is ${least}`;
        add("too-short-astral", astral.repeat(least - 1), about);
      }
      add("empty", "", "is empty");
      add("spaces-short", " ".repeat(least - 1), `is ${least - 1} spaces`);
    }
    if (most !== undefined && most < maxLength) {
      add("too-long", stretch(own, most + 1), `is one character longer than ${most}`);
      add("too-long-unicode", stretch("é", most + 1), `is one character longer than ${most}, with accents`);
      add("too-long-spaces", `${stretch(own, most)} `, `is longer than ${most} by a trailing space`);
      add("far-too-long", stretch(own, most * 10 + 1), "is ten times too long");
    }
    return candidates;
  },
};

function boundsOf(parts: Location["parts"]) {
  return { least: boundOf(parts, "minLength", "greatest"), most: boundOf(parts, "maxLength", "least") };
}

/** Repeats or cuts a text to that many code points. */
function stretch(text: string, length: number): string {
  const characters = [...(text || "x")];
  return Array.from({ length }, (_, index) => characters[index % characters.length]).join("");
}
