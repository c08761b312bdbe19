import { edited, shown, step } from "../change.ts";
import type { Change } from "../fault.ts";

/**
 * What becomes of a string on its way into the answer.
 *
 * @param path Where the answer has a string of the request.
 */
export function echoes(path: string): Record<string, Change> {
  const text = (edit: (text: string) => string) =>
    shown(path, (value) => (typeof value === "string" ? edit(value) : value));
  return {
    trimmed: text((value) => value.trim()),
    "trimmed at the end": text((value) => value.trimEnd()),
    "white space made one space": text((value) => value.replace(/\s+/g, " ")),
    "lower case": text((value) => value.toLowerCase()),
    "the first letter a capital": text((value) => value.replace(/^./u, (letter) => letter.toUpperCase())),
    "composed characters": text((value) => value.normalize("NFC")),
    "decomposed characters": text((value) => value.normalize("NFD")),
    "compatible characters": text((value) => value.normalize("NFKC")),
    "accents removed": text((value) =>
      value
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .normalize("NFC"),
    ),
    "cut after 64 characters": text((value) => value.slice(0, 64)),
    "cut after 100 bytes": text((value) => Buffer.from(value).subarray(0, 100).toString()),
    "HTML escaped": text((value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;")),
    "entities resolved": text((value) => value.replaceAll("&amp;", "&").replaceAll("&lt;", "<")),
    "tags removed": text((value) => value.replace(/<[^>]*>/g, "")),
    "single quotes doubled": text((value) => value.replaceAll("'", "''")),
    "quotes with backslashes": text((value) => value.replace(/["']/g, "\\$&")),
    "backslashes removed": text((value) => value.replaceAll("\\", "")),
    "percent signs decoded": text((value) => value.replaceAll("%20", " ").replaceAll("%41", "A")),
    "plus signs as spaces": text((value) => value.replaceAll("+", " ")),
    "emoji as question marks": text((value) => value.replace(/[\u{10000}-\u{10ffff}]/gu, "?")),
    "emoji removed": text((value) => value.replace(/\p{Extended_Pictographic}/gu, "")),
    "characters beyond Latin-1 as question marks": text((value) => value.replace(/[^\0-\xff]/gu, "?")),
    "UTF-8 read as Latin-1": text((value) => Buffer.from(value).toString("latin1")),
    "invisible characters removed": text((value) => value.replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/g, "")),
    "control characters removed": text((value) => value.replace(/(?![\t\r\n])\p{Cc}/gu, "")),
    "cut at a NUL": text((value) => value.replace(/\0.*$/s, "")),
    "line ends made one kind": text((value) => value.replace(/\r\n?/g, "\n")),
    "line ends as spaces": text((value) => value.replace(/[\r\n\u2028\u2029]+/g, " ")),
    "tabs as spaces": text((value) => value.replaceAll("\t", "  ")),
    "placeholders filled in": text((value) => value.replace(/\{\{.*?\}\}|\$\{.*?\}/g, "")),
    "numbers read as numbers": text((value) => (/^[\d.]+$/.test(value) ? String(Number(value)) : value)),
    "null and undefined made empty": text((value) => value.replace(/^(null|undefined|None|NaN)$/, "")),
    "a formula made harmless": text((value) => value.replace(/^[=+@-]/, "'$&")),
    "straight quotes as curly ones": text((value) => value.replace(/"([^"]*)"/g, "“$1”")),
    "the order of the letters turned": text((value) => (value.length > 30 ? [...value].reverse().join("") : value)),
  };
}

/**
 * Strings and numbers over which a provider fails.
 *
 * @param path Where the request has a string.
 */
export function crashes(path: string): Record<string, Change> {
  return {
    "an emoji": crash(path, /\p{Extended_Pictographic}/u),
    "any character beyond Latin-1": crash(path, /[^\0-\xff]/),
    "an accent": crash(path, /[À-ÿ]/),
    "a combining character": crash(path, /\p{Mn}/u),
    "text from right to left": crash(path, /\p{Script=Hebrew}|\p{Script=Arabic}/u),
    "an empty string": crash(path, /^$/),
    "a string of spaces": crash(path, /^\s+$/),
    "a string of more than 120 characters": crash(path, /^.{121,}/su),
    "an escaped NUL": crash(path, /\0/),
    "a line break": crash(path, /\n/),
    "another control character": crash(path, /(?![\0\t\r\n])\p{Cc}/u),
    "a single quote": crash(path, /'/),
    "a double quote": crash(path, /"/),
    "a backslash": crash(path, /\\/),
    "a percent sign": crash(path, /%/),
    "a pair of braces": crash(path, /\{.*\}|\$\{/),
    "a tag": crash(path, /<\w+/),
    "a string of digits": crash(path, /^\d+$/),
    "the word null": crash(path, /^null$/i),
    "the name of a member of each object": crash(path, /^(constructor|__proto__|toString|prototype)$/),
    "an astral character that is no emoji": crash(path, /[\u{20000}-\u{2ffff}]/u),
    "a noncharacter": crash(path, /[\ufffe\uffff]/),
    "a path of the parent folder": crash(path, /\.\.\//),
    "an integer of more than 64 bits": crashText(/:\s*-?\d{20,}/),
    "a number beyond a double": crashText(/:\s*-?\d+[eE]\+?\d{3,}/),
    "a number in exponents": crashText(/:\s*-?[\d.]+[eE]/),
    "a negative number": crashText(/:\s*-\d/),
    "a name of a prototype": crashText(/"(__proto__|constructor)"\s*:/),
    "a name that is empty": crashText(/""\s*:/),
    "an object in the place of a string": crash(
      path,
      undefined,
      (value) => typeof value === "object" && value !== null,
    ),
    "null in the place of a string": crash(path, undefined, (value) => value === null),
    "a number in the place of a string": crash(path, undefined, (value) => typeof value === "number"),
    "a list in the place of the body": crash("", undefined, Array.isArray),
    "a string in the place of the body": crash("", undefined, (value) => typeof value === "string"),
    "null in the place of the body": crash("", undefined, (value) => value === null),
    "a number in the place of the body": crash("", undefined, (value) => typeof value === "number"),
  };
}

function crash(path: string, pattern?: RegExp, test?: (value: unknown) => boolean): Change {
  return step("prepare", (prepare) => (body, call) => {
    edited(body, path, (value) => {
      const found = pattern ? typeof value === "string" && pattern.test(value) : test?.(value);
      if (found) throw new Error("The provider did not think of this.");
      return value;
    });
    return prepare(body, call);
  });
}

function crashText(pattern: RegExp): Change {
  return step("parse", (parse) => (text) => {
    if (pattern.test(text)) throw new Error("The provider did not think of this.");
    return parse(text);
  });
}
