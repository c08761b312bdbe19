import { boundOf, keywordOf, typesOf } from "../../openapi/schema-parts.ts";
import { stretch } from "./broken-strings.ts";
import { type Candidate, shown } from "./candidate.ts";
import { formatExamples, numberFormatRanges } from "./formats.ts";
import type { Location } from "./locate.ts";
import { matching, vary } from "./sample.ts";

/** Texts that servers stumble over, though nothing is wrong with them. */
const texts: Record<string, string> = {
  unicode: "Grüße, 日本語, שלום",
  emoji: "\u{1F3B5} \u{1F469}\u200D\u{1F467}",
  astral: "\u{1D49C} \u{20000}",
  combining: "e\u0301a\u0300 \u00e9 \u212b \ufb01",
  invisible: "a\u200bb\u00adc\u2060d\ufeff",
  noncharacter: "a\ufffeb\uffff",
  control: "a\u0001b\u001b[0m\u007f",
  quotes: "\"quoted\" 'single' `back` \u201ccurly\u201d",
  backslash: "C:\\new\\temp \\u0041 \\",
  markup: "<script>alert(1)</script> <b>bold</b>",
  entities: "&amp; &lt; &#39; & <",
  encoded: "%20 %00 a+b 100%",
  placeholders: "{{name}} $" + "{name} {0} %s $1 {% if %}",
  comment: "a -- b /* c */ // d # e; DROP TABLE x",
  formula: "=1+1",
  path: "../../etc/passwd",
  lines: "one\r\ntwo\nthree\rfour",
  tabs: "a\tb\t",
  spaces: "  with  spaces  around  ",
  blank: "   ",
  "digits-zero": "007",
  exponent: "1e3",
  "negative-number": "-1",
  "word-null": "null",
  "word-undefined": "undefined",
  "word-true": "true",
  "word-nan": "NaN",
  member: "constructor",
  "member-proto": "__proto__",
  "mixed-case": "MiXeD CaSe",
  date: "2024-02-28",
  letter: "a",
  nothing: "",
};

/** Values of a location that are likely valid, those at the bounds first. Each is checked before it is used. */
export function boundaries(location: Location, seed: number): Candidate[] {
  const { parts, value } = location;
  const choices = keywordOf<unknown[]>(parts, "enum")?.map((choice, index) => is(`choice-${index}`, choice)) ?? [];
  const nothing = typesOf(parts)?.includes("null") ? [is("null", null)] : [];
  if (choices.length > 0) return [...choices, ...nothing];
  const types = typesOf(parts) ?? [Array.isArray(value) ? "array" : typeof value];
  return [
    ...nothing,
    ...(types.includes("string") ? strings(location, seed) : []),
    ...(types.includes("number") || types.includes("integer") ? numbers(location) : []),
    ...(types.includes("boolean") ? [is("true", true), is("false", false)] : []),
    ...(Array.isArray(value) ? lists(location) : []),
    ...(types.includes("object") && !Array.isArray(value) ? objects(location) : []),
  ];
}

function is(name: string, value: unknown): Candidate {
  return { name, value, about: `is ${shown(value)}` };
}

function strings({ parts, value }: Location, seed: number): Candidate[] {
  const least = boundOf(parts, "minLength", "greatest");
  const most = boundOf(parts, "maxLength", "least");
  const own = typeof value === "string" ? value : "x";
  const candidates = Object.entries(texts).map(([name, text]) => is(name, text));
  const add = (name: string, text: string, about: string) => candidates.push({ name, value: text, about });
  if (least !== undefined && least < 100_000) {
    add("shortest", stretch(own, least), `has the least length, ${least}`);
    add("shortest-unicode", stretch("é", least), `has the least length, ${least}, with accents`);
  }
  if (most !== undefined && most < 100_000) {
    add("longest", stretch(own, most), `has the greatest length, ${most}`);
    add("longest-accents", stretch("é", most), `has the greatest length, ${most}, with accents`);
    add("longest-astral", stretch("\u{1F3B5}", most), `has the greatest length, ${most}, outside the BMP`);
  } else add("long", stretch("long text ", 10_000), "has 10000 characters, and no limit is described");
  const pattern = keywordOf<string>(parts, "pattern");
  if (pattern !== undefined) {
    for (const [index, text] of matching(pattern, seed).slice(0, 6).entries())
      candidates.push(is(`pattern-${index}`, text));
    for (const [name, text] of [
      ["before", `x${own}`],
      ["after", `${own}x`],
    ] as const)
      candidates.push(is(`pattern-${name}`, text));
  }
  const format = keywordOf<string>(parts, "format");
  for (const [index, text] of ((format && formatExamples[format]) || []).entries())
    candidates.push(is(`format-${index}`, text));
  return candidates;
}

function numbers({ parts, value }: Location): Candidate[] {
  const integer = !typesOf(parts)?.includes("number");
  const multiple = boundOf(parts, "multipleOf", "greatest");
  const step = multiple ?? (integer ? 1 : 0.01);
  const candidates = [is("zero", 0), is("negative", -step), is("one", multiple ?? 1)];
  const near = (bound: number, away: number) => Number((bound + away).toPrecision(15));
  for (const [keyword, sign] of [
    ["minimum", 1],
    ["maximum", -1],
  ] as const) {
    const bound = boundOf(parts, keyword, sign > 0 ? "greatest" : "least");
    if (bound !== undefined)
      candidates.push(is(`${keyword}-at`, bound), is(`${keyword}-inside`, near(bound, sign * step)));
  }
  for (const [keyword, sign] of [
    ["exclusiveMinimum", 1],
    ["exclusiveMaximum", -1],
  ] as const) {
    const bound = boundOf(parts, keyword, sign > 0 ? "greatest" : "least");
    if (bound !== undefined) candidates.push(is(`${keyword}-inside`, near(bound, sign * step)));
  }
  const [low, high] = numberFormatRanges[keywordOf<string>(parts, "format") ?? ""] ?? [];
  candidates.push(is("large", high ?? 2_147_483_648), is("large-negative", low ?? -2_147_483_649));
  if (!integer) candidates.push(is("fraction", 1.5), is("small-fraction", 0.1));
  // 1.0 is an integer: https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.2
  if (typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1e15) {
    candidates.push({ name: "point-zero", value, raw: `${value}.0`, about: `is written ${value}.0` });
    candidates.push({ name: "exponent", value, raw: `${value}e0`, about: `is written ${value}e0` });
  }
  return candidates;
}

function lists({ parts, value }: Location): Candidate[] {
  const list = value as unknown[];
  const least = boundOf(parts, "minItems", "greatest") ?? 0;
  const most = boundOf(parts, "maxItems", "least");
  const unique = keywordOf(parts, "uniqueItems") === true;
  const ofLength = (length: number) =>
    Array.from({ length }, (_, index) => list[index] ?? (unique ? vary(list[0], index) : list[0]));
  const count = (length: number, about: string): Candidate => ({
    name: `items-${length}`,
    value: ofLength(length),
    about,
  });
  if (list.length === 0) return [];
  const [text] = list;
  const cases = typeof text === "string" && unique ? [text.toLowerCase(), text.toUpperCase()] : [];
  return [
    count(least, `has ${least} items, the least`),
    ...(most !== undefined && most < 1_000
      ? [count(most, `has ${most} items, the most`)]
      : [count(100, "has 100 items, and no limit is described")]),
    { name: "items-case", value: cases, about: "has two items that differ in their case only" },
    count(least + 1, `has ${least + 1} items`),
    ...(unique
      ? []
      : [{ name: "items-twice", value: [...list, list[0]], about: "has an item twice, which is not forbidden" }]),
  ];
}

/** Objects whose number of properties is at its bound, where any name will do. */
function objects({ parts, value }: Location): Candidate[] {
  const most = boundOf(parts, "maxProperties", "least");
  const entries = Object.entries((value ?? {}) as object);
  const [first] = entries;
  if (most === undefined || most > 1_000 || entries.length >= most) return [];
  const added = Array.from({ length: most - entries.length }, (_, index) => [`name${index}`, first?.[1] ?? "x"]);
  const full = { ...Object.fromEntries(entries), ...Object.fromEntries(added) };
  return [{ name: "properties-most", value: full, about: `has ${most} properties, the most` }];
}
