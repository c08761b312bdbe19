import type { ContractBody } from "../../model/operation.ts";
import type { RequestClass } from "../../model/x-contract.ts";
import { exotic, inLetters } from "../exotic.ts";
import type { BodyText } from "./body-text.ts";

/** A text that JSON parsers read differently: https://www.rfc-editor.org/rfc/rfc8259#section-8 */
export interface InteroperabilityText extends BodyText {
  /** Undefined where the schema allows the value like any other. */
  class?: RequestClass;
  /** Whether good practice is to reject it. Default: false. */
  rejected?: boolean;
}

/** Makes a body with these bytes as the content of a string; undefined where the body has no string. */
export type InString = ((content: Buffer) => Buffer) | undefined;

/** Legal but unusual JSON, or nearly legal JSON: RFC 8259 and the schema leave open what a server does with it. */
export function interoperabilityTexts(
  json: string,
  inString: InString,
  { validate }: ContractBody,
): InteroperabilityText[] {
  const firstKey = /^\{("(?:[^"\\]|\\.)*"):/.exec(json)?.[1];
  return [
    ...encodings(json),
    ...(inString ? strings(inString) : []),
    ...(firstKey === undefined ? [] : duplicateKeys(json, firstKey)),
    ...nestings(json),
    ...(firstKey !== undefined && allowsExtra(json, validate) ? extraProperties(json) : []),
  ];
}

function encodings(json: string): InteroperabilityText[] {
  const utf16 = { class: "invalidUtf8", rejected: true } as const;
  return [
    { name: "byte-order-mark", about: "begins with a byte order mark", bytes: `\uFEFF${json}`, class: "byteOrderMark" },
    { name: "utf-16", about: "is UTF-16", bytes: Buffer.from(`\uFEFF${json}`, "utf16le"), ...utf16 },
    {
      name: "utf-16-bare",
      about: "is UTF-16 without a byte order mark",
      bytes: Buffer.from(json, "utf16le"),
      ...utf16,
    },
  ];
}

function strings(inString: NonNullable<InString>): InteroperabilityText[] {
  return [
    ...exotic.octets.map(
      ([name, about, octets]): InteroperabilityText => ({
        name: `utf-8-${name}`,
        about: `has ${about} in a string`,
        bytes: inString(inLetters(octets)),
        class: "invalidUtf8",
        rejected: true,
      }),
    ),
    {
      name: "lone-surrogate",
      about: "has a lone surrogate escape",
      bytes: inString(Buffer.from(JSON.stringify(exotic.surrogate).slice(1, -1))),
      class: "loneSurrogate",
    },
    {
      name: "null-character",
      about: "has a NUL escape in a string",
      bytes: inString(Buffer.from("a\\u0000b")),
      class: "nullCharacter",
    },
    {
      name: "one-megabyte",
      about: "has a string of a million characters",
      bytes: inString(Buffer.alloc(1_000_000, "a")),
    },
  ];
}

/** @param key The first key as the text has it, with its quotes. */
function duplicateKeys(json: string, key: string): InteroperabilityText[] {
  const inner = json.slice(1, -1);
  const value = JSON.stringify((JSON.parse(json) as Record<string, unknown>)[JSON.parse(key)]);
  const rows: [name: string, about: string, bytes: string][] = [
    ["duplicate-key", `has ${key} twice, the last time with null`, `{${inner},${key}:null}`],
    ["duplicate-key-first", `has ${key} twice, the first time with null`, `{${key}:null,${inner}}`],
    ["duplicate-key-same", `has ${key} twice with the same value`, `{${inner},${key}:${value}}`],
  ];
  return rows.map(([name, about, bytes]) => ({ name, about, bytes, class: "duplicateKeys", rejected: true }));
}

function allowsExtra(json: string, validate: ContractBody["validate"]): boolean {
  return validate({ ...(JSON.parse(json) as object), extra: 1 }).length === 0;
}

/** Deep nesting, also where the schema forbids it: parsers and validators recurse before they reject it. */
function nestings(json: string): InteroperabilityText[] {
  const nest = (value: string) => (json.startsWith("{") ? withExtra(json, value) : value);
  const lists = (levels: number): InteroperabilityText => ({
    name: `depth-${levels}`,
    about: `nests ${levels} lists`,
    bytes: nest("[".repeat(levels) + "]".repeat(levels)),
    class: "depth",
  });
  return [
    ...[100, 5_000, 100_000].map(lists),
    {
      name: "depth-objects",
      about: "nests 20000 objects",
      bytes: nest(`${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`),
      class: "depth",
    },
  ];
}

function withExtra(json: string, value: string, key = "extra"): string {
  const inner = json.slice(1, -1);
  return `{${inner}${inner === "" ? "" : ","}"${key}":${value}}`;
}

function extraProperties(json: string): InteroperabilityText[] {
  const extra = (value: string, key?: string) => withExtra(json, value, key);
  return [
    { name: "huge-number", about: "has the number 1e999", bytes: extra(exotic.numbers.huge), class: "hugeNumber" },
    {
      name: "many-digits",
      about: "has a number of a thousand digits",
      bytes: extra(exotic.numbers.long),
      class: "hugeNumber",
    },
    { name: "prototype", about: "has a property __proto__", bytes: extra('{"polluted":true}', "__proto__") },
    {
      name: "constructor",
      about: "has a property constructor",
      bytes: extra('{"prototype":{"polluted":true}}', "constructor"),
    },
  ];
}
