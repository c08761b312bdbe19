import { piped } from "./shell.ts";

/** A text that gives the key away, and what stands in its place. */
export interface KeyForm {
  text: string;
  /** What people see, as in `${NAME}`. */
  shown: string;
  /** What a POSIX shell makes it from, to stand in double quotes; undefined where it cannot. */
  shell: string | undefined;
}

/** A part of a text: what may be seen, or a form of the key. */
export type Piece = string | KeyForm;

/** The key, what cases make of it, and how messages escape these, the longer ones first. */
export function keyForms(key: string, name: string): KeyForm[] {
  const whole = `\${${name}}`;
  const made: KeyForm[] = [
    { text: key, shown: whole, shell: whole },
    { text: key.slice(0, -1), shown: `\${${name}%?}`, shell: `\${${name}%?}` },
    { text: key.slice(1), shown: `\${${name}#?}`, shell: `\${${name}#?}` },
    { text: swapCase(key), shown: `$${name}(other case)`, shell: piped(`"${whole}"`, "tr a-zA-Z A-Za-z") },
    { text: [...key].reverse().join(""), shown: `$${name}(reversed)`, shell: piped(`"${whole}"`, "rev") },
    { text: key.slice(0, 1), shown: `$${name}(first character)`, shell: `$(printf %.1s "${whole}")` },
  ];
  const forms = [...made, ...made.flatMap(escaped)].filter(({ text }) => text !== "");
  const unique = new Map<string, KeyForm>();
  for (const form of forms) if (!unique.has(form.text)) unique.set(form.text, form);
  return [...unique.values()].sort((a, b) => b.text.length - a.text.length);
}

/** What stands in for a character of keys in a URL; sed knows no others. */
const encodings = { "%": "%25", "+": "%2B", "/": "%2F", "=": "%3D", ":": "%3A" };
const encode = `sed '${Object.entries(encodings)
  .map(([character, code]) => `s|${character}|${code}|g`)
  .join(";")}'`;

function escaped({ text, shown, shell }: KeyForm): KeyForm[] {
  const encoded = encodeURIComponent(text);
  const bySed = text.replaceAll(/[%+/=:]/g, (character) => encodings[character as keyof typeof encodings]);
  const json = JSON.stringify(text).slice(1, -1);
  const texts = [encoded.replaceAll(/%../g, (code) => code.toLowerCase()), json, json.replaceAll("/", "\\/")];
  return [
    { text: encoded, shown, shell: shell !== undefined && encoded === bySed ? piped(`"${shell}"`, encode) : undefined },
    ...texts.map((other) => ({ text: other, shown, shell: undefined })),
  ];
}

function swapCase(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
}
