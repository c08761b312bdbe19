import type { Token } from "../model/security.ts";
import { createKeySplitter, minKeyLength } from "./key-parts.ts";

/** Something secret, and what stands in its place. */
export interface Secret {
  /** In a report, as in `${NAME}`. */
  shown: string;
  /** In double quotes of a POSIX shell that has the key in a variable; undefined where the key alone does not make it. */
  shell: string | undefined;
}

/** A part of a text: visible, or secret. */
export type Piece = string | Secret;

/** Removes the key from texts. */
export interface Redactor {
  /** The text as a report shows it. Redacting it again changes nothing. */
  text(text: string): string;
  /** The text in pieces. */
  split(text: string): Piece[];
  /** The value of a header in pieces. What carries credentials and is not the key is hidden: it may be made from it. */
  header(name: string, value: string): Piece[];
  /** A request target in pieces; query parameters are treated like headers. */
  target(target: string): Piece[];
}

/** What is hidden besides the run's own key. */
export interface RedactorOptions {
  /** Whether the requests were recorded, with unknown keys: all credentials are hidden. @default false */
  foreign?: boolean;
}

/** Stands for parts of the key, and for what may be made from it. */
const hidden: Secret = { shown: "(hidden)", shell: undefined };

/** Hides keys in all their forms. In place of a name that no shell allows, `KEY` is shown. */
export function createRedactor(tokens: readonly Token[], { foreign = false }: RedactorOptions = {}): Redactor {
  const keys = new Map(tokens.map(({ value, variable = "" }) => [value, keyOf(variable)]));
  const secrets = new Map([...keys].flatMap(([value, key]) => [...formsOf(value, key)]));
  const splitAtParts = createKeySplitter([...keys.keys()]);
  const redacted = [...[...keys.values()].map((key) => key.shown), hidden.shown];
  // A key that contains another one comes before it.
  const forms = [...secrets.keys()].sort((a, b) => b.length - a.length);
  const known = new RegExp(`(${[...redacted, ...forms].map(escapePattern).join("|")})`);

  const split = (text: string): Piece[] =>
    text.split(known).flatMap((part, index): Piece[] => {
      if (index % 2 === 1) return [secrets.get(part) ?? part];
      return splitAtParts(part).map((piece, at) => (at % 2 === 1 ? hidden : piece));
    });
  const header = (holder: string, content: string): Piece[] => {
    const pieces = split(content);
    if ((keys.size === 0 && !foreign) || !isCredential(holder)) return pieces;
    const [, scheme = "", credentials = ""] = /^([a-z]+ +)?(.*)$/is.exec(content) ?? [];
    if (credentials === "") return [content];
    const own = keys.get(credentials) ?? (foreign ? (keys.values().next().value ?? keyOf("")) : undefined);
    if (own) return [scheme, own];
    return pieces.every((piece) => typeof piece === "string") ? [hidden] : pieces;
  };
  const target = (whole: string): Piece[] =>
    whole.split(/((?<=[?&])[^=&]+=[^&]+)/).flatMap((part, index) => {
      if (index % 2 === 0) return split(part);
      const [holder = ""] = part.split("=", 1);
      return [`${holder}=`, ...header(holder, part.slice(holder.length + 1))];
    });
  return { text: (text) => shown(split(text)), split, header, target };
}

/** The pieces as a report shows them. */
export function shown(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.shown)).join("");
}

function keyOf(variable: string): Secret {
  const shown = `\${${/^[a-z_]\w*$/i.test(variable) ? variable : "KEY"}}`;
  return { shown, shell: shown };
}

/** What a shell can send as well: the key, and the key as Basic credentials, with and without a colon. */
function formsOf(value: string, key: Secret): Map<string, Secret> {
  if (value.length < minKeyLength) return new Map();
  const basic = (after: string): [string, Secret] => {
    const shell = `$(printf %s "${key.shown}${after}" | base64 | tr -d '\\n')`;
    return [Buffer.from(value + after).toString("base64"), { shown: `base64(${key.shown}${after})`, shell }];
  };
  return new Map([basic(":"), basic(""), [value, key]]);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Whether a header or a parameter of that name carries credentials. */
function isCredential(name: string): boolean {
  return /^((proxy-|x-)?auth(orization)?|(set-)?cookie|sid)$|(?<!idempotency-)key(?!word)|token|secret|session|password/i.test(
    name,
  );
}
