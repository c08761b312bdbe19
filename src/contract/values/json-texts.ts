import type { ContractBody } from "../model/operation.ts";
import type { RequestClass } from "../model/x-contract.ts";

/** The bytes of a body, and what is said of them. */
export interface BodyText {
  name: string;
  /** After "the body": ends with a comma too many. */
  about: string;
  bytes: string | Buffer;
}

/** Texts near a JSON text that the grammar does not allow: https://www.rfc-editor.org/rfc/rfc8259#section-2 */
export function malformed(json: string): BodyText[] {
  const open = json.slice(0, 1);
  const close = json.slice(-1);
  const inner = json.slice(1, -1);
  const texts: [name: string, about: string, bytes: string][] = [
    ["cut-last", "lacks its last character", json.slice(0, -1)],
    ["cut-half", "is cut in the middle", json.slice(0, Math.ceil(json.length / 2))],
    ["two", "is two JSON texts", `${json}\n${json}`],
    ["trailing-letter", "is followed by a letter", `${json}x`],
    ["trailing-brace", "has a closing bracket too many", json + close],
    ["trailing-null", "is followed by a NUL byte", `${json}\0`],
    ["line-comment", "ends with a comment", `${json} // comment`],
    ["hash-comment", "begins with a comment of a shell", `# comment\n${json}`],
    ["no-break-space", "begins with a no-break space", `\u00a0${json}`],
    ["word", "is the bare word undefined", "undefined"],
    ["word-nan", "is NaN", "NaN"],
    ["form", "is form data", "a=1&b=2"],
    ["markup", "is XML", "<a>1</a>"],
  ];
  if (open !== "{" && open !== "[") return texts.filter(([, , bytes]) => !isJsonText(bytes)).map(toText);
  texts.push(
    ["trailing-comma", "ends with a comma too many", `${open}${inner},${close}`],
    ["leading-comma", "begins with a comma", `${open},${inner}${close}`],
    ["block-comment", "has a comment", `${open}/* comment */${inner}${close}`],
    ["other-bracket", "ends with the other kind of bracket", `${open}${inner}${close === "}" ? "]" : "}"}`],
    ["single-quotes", "has single quotes", json.replaceAll('"', "'")],
    ["comma-missing", "lacks a comma", json.replace(/,(?=["{[])/, " ")],
  );
  const listEnd = /[^[\s](?=\])/.exec(inner);
  if (listEnd) {
    const at = listEnd.index + 2;
    texts.push([
      "trailing-comma-list",
      "has a list that ends with a comma too many",
      `${json.slice(0, at)},${json.slice(at)}`,
    ]);
  }
  if (open === "{" && inner !== "") {
    const added: [string, string, string][] = [
      ["nan", "has NaN as a value", "NaN"],
      ["infinity", "has Infinity as a value", "Infinity"],
      ["plus", "has a number with a plus sign", "+1"],
      ["leading-zero", "has a number with a leading zero", "01"],
      ["hexadecimal", "has a hexadecimal number", "0x1F"],
      ["bare-fraction", "has the number .5", ".5"],
      ["true-python", "has True as a value", "True"],
      ["undefined", "has undefined as a value", "undefined"],
      ["bad-escape", "has the escape \\x", '"\\x41"'],
      ["raw-line-break", "has a raw line break in a string", '"a\nb"'],
      ["raw-tab", "has a raw tab in a string", '"a\tb"'],
      ["raw-nul", "has a raw NUL in a string", '"a\0b"'],
      ["cut-escape", "has an escape that is cut", '"\\u12"'],
      ["no-value", "has a property without a value", ""],
    ];
    for (const [name, about, value] of added) texts.push([name, about, `{${inner},"extra":${value}}`]);
    texts.push(["bare-key", "has a key without quotes", json.replace(/"(\w+)":/, "$1:")]);
    texts.push(["colon-missing", "lacks a colon", json.replace('":', '" ')]);
  }
  return texts.filter(([, , bytes]) => !isJsonText(bytes)).map(toText);
}

function toText([name, about, bytes]: [string, string, string]): BodyText {
  return { name: `malformed-${name}`, about, bytes };
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Other ways to write the same value, all of them JSON. */
export function sameValue(value: unknown): BodyText[] {
  const json = JSON.stringify(value);
  const escaped = json.replaceAll(/[^\0-\x7f]/g, unicodeEscape).replaceAll(/(?<=[:[,]")([a-z])/gi, unicodeEscape);
  return [
    {
      name: "same-spaced",
      about: "is written over several lines",
      bytes: `\r\n\t${JSON.stringify(value, null, 2)}\n `,
    },
    {
      name: "same-tabbed",
      about: "is indented with tabs",
      bytes: JSON.stringify(value, null, "\t"),
    },
    { name: "same-reversed", about: "has its properties in another order", bytes: JSON.stringify(reversed(value)) },
    { name: "same-escaped", about: "has letters written as \\u escapes", bytes: escaped },
  ];
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function reversed(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}

/** A body about which servers may differ, unless the description says more. */
export interface OddText extends BodyText {
  /** Undefined where the schema allows the value, so that it is like any other. */
  class?: RequestClass;
  /** Whether good sense asks for a refusal. */
  refused?: boolean;
}

/** The bytes of a body with something in the place of a string's content. */
type InText = ((raw: Buffer) => Buffer) | undefined;

/** JSON of an odd kind, or nearly so: RFC 8259 and the schema leave open what becomes of it. */
export function odd(json: string, inText: InText, { validate }: ContractBody): OddText[] {
  const bytes = (...octets: number[]) => Buffer.from([0x61, ...octets, 0x62]);
  const texts: OddText[] = [
    { name: "byte-order-mark", about: "begins with a byte order mark", bytes: `\uFEFF${json}`, class: "byteOrderMark" },
    {
      name: "utf-16",
      about: "is UTF-16",
      bytes: Buffer.from(`\uFEFF${json}`, "utf16le"),
      class: "invalidUtf8",
      refused: true,
    },
    {
      name: "utf-16-bare",
      about: "is UTF-16 without a mark",
      bytes: Buffer.from(json, "utf16le"),
      class: "invalidUtf8",
      refused: true,
    },
  ];
  if (inText) {
    for (const [name, about, raw] of [
      ["lone-byte", "a byte that is not UTF-8", bytes(0xff)],
      ["continuation", "a lone continuation byte", bytes(0x80)],
      ["cut-character", "a character that is cut", bytes(0xe2, 0x82)],
      ["latin-1", "an accent in Latin-1", bytes(0xe9)],
      ["overlong", "an overlong slash", bytes(0xc0, 0xaf)],
      ["surrogate", "a surrogate in UTF-8", bytes(0xed, 0xa0, 0x80)],
    ] as const) {
      texts.push({
        name: `utf-8-${name}`,
        about: `has ${about} in a string`,
        bytes: inText(raw),
        class: "invalidUtf8",
        refused: true,
      });
    }
    texts.push({
      name: "lone-surrogate",
      about: "has a lone surrogate escape",
      bytes: inText(Buffer.from("a\\ud800b")),
      class: "loneSurrogate",
    });
    texts.push({
      name: "null-character",
      about: "has a NUL escape in a string",
      bytes: inText(Buffer.from("a\\u0000b")),
      class: "nullCharacter",
    });
    texts.push({
      name: "one-megabyte",
      about: "has a string of a million characters",
      bytes: inText(Buffer.alloc(1_000_000, "a")),
    });
  }
  const first = /^\{("(?:[^"\\]|\\.)*"):/.exec(json)?.[1];
  if (first === undefined) return texts;
  const inner = json.slice(1, -1);
  const extra = (value: string) => `{${inner},"extra":${value}}`;
  texts.push({
    name: "duplicate-key",
    about: `has ${first} twice, at the end with null`,
    bytes: `{${inner},${first}:null}`,
    class: "duplicateKeys",
    refused: true,
  });
  texts.push({
    name: "duplicate-key-first",
    about: `has ${first} twice, first with null`,
    bytes: `{${first}:null,${inner}}`,
    class: "duplicateKeys",
    refused: true,
  });
  const [key, value] = Object.entries(JSON.parse(json) as object)[0] ?? [];
  if (key)
    texts.push({
      name: "duplicate-key-same",
      about: `has ${first} twice, both the same`,
      bytes: `{${inner},${first}:${JSON.stringify(value)}}`,
      class: "duplicateKeys",
      refused: true,
    });
  if (validate({ ...(JSON.parse(json) as object), extra: 1 }).length > 0) return texts;
  for (const levels of [100, 5_000, 100_000]) {
    texts.push({
      name: `depth-${levels}`,
      about: `nests ${levels} lists`,
      bytes: extra("[".repeat(levels) + "]".repeat(levels)),
      class: "depth",
    });
  }
  texts.push({
    name: "depth-objects",
    about: "nests 20000 objects",
    bytes: extra(`${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`),
    class: "depth",
  });
  texts.push({ name: "huge-number", about: "has the number 1e999", bytes: extra("1e999"), class: "hugeNumber" });
  texts.push({
    name: "many-digits",
    about: "has a number of a thousand digits",
    bytes: extra("9".repeat(1_000)),
    class: "hugeNumber",
  });
  texts.push({
    name: "prototype",
    about: "has a property __proto__",
    bytes: `{${inner},"__proto__":{"polluted":true}}`,
  });
  texts.push({
    name: "constructor",
    about: "has a property constructor",
    bytes: `{${inner},"constructor":{"prototype":{"polluted":true}}}`,
  });
  return texts;
}
