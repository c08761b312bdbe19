import type { Token } from "../model/security.ts";
import { decodedForm, findAlone, findAnywhere, findInBase64, hasKey, shown } from "./find-key.ts";
import { type KeyForm, keyForms, type Piece } from "./key-forms.ts";

/** Takes the key out of what people see. */
export interface Redactor {
  /** The text with `${NAME}` in the place of the key, and of what cases make of it. */
  text(text: string): string;
  /** The text in parts, for a shell. */
  split(text: string): Piece[];
  /** A header's value in parts. Where credentials stand, a key is found that is too short to be found in texts. */
  header(name: string, value: string): Piece[];
  /** A request target in parts; its parameters are looked at as headers are. */
  target(target: string): Piece[];
  /** Name of the variable that a shell has the key in; undefined where the key is made up and may be seen. */
  variable: string | undefined;
}

/** What is hidden besides the run's own key. */
export interface RedactorOptions {
  /** Whether the requests are others', with keys that nobody here knows: whatever credentials are is hidden. Default: false. */
  foreign?: boolean;
}

/** A shorter form is found by chance in any text; it is replaced where credentials stand, and nowhere else. */
const minLength = 4;

/** Finds the key in all its forms. A variable that no shell can have is called `KEY`. */
export function createRedactor({ value, variable }: Token, { foreign = false }: RedactorOptions = {}): Redactor {
  const name = variable !== undefined && /^[a-z_]\w*$/i.test(variable) ? variable : "KEY";
  const forms = variable === undefined ? [] : keyForms(value, name);
  const split = forms.length === 0 ? asItIs : findInBase64(findAnywhere(forms.filter(isLong), name));
  const findShort = findAlone(forms);

  /** Looks closer at what carries credentials. */
  const header = (holder: string, content: string): Piece[] => {
    const [, scheme = "", rest = ""] = /^([a-z]+ +)?(.*)$/is.exec(content) ?? [];
    if (foreign && isCredential(holder))
      return rest === "" ? [content] : [scheme, { text: rest, shown: `\${${name}}`, shell: `\${${name}}` }];
    const pieces = split(content);
    if (hasKey(pieces) || !isCredential(holder)) return pieces;
    const coded = /^basic/i.test(scheme) ? decodedForm(rest, findShort) : undefined;
    if (coded) return [scheme, coded];
    const found = findShort(content);
    const isGlued = !hasKey(found) && forms.length > 0 && value.length < minLength && content.includes(value);
    return isGlued ? [{ text: content, shown: "(hidden)", shell: undefined }] : found;
  };
  const target = (whole: string): Piece[] => {
    const pieces = split(whole);
    if (hasKey(pieces) && !foreign) return pieces;
    return whole.split(/(?<=[?&])/).flatMap((part) => {
      const [, holder = "", content = ""] = /^([^=&?]+)=([^&]*)/.exec(part) ?? [];
      if (content === "") return split(part);
      const start = holder.length + 1;
      return [part.slice(0, start), ...header(holder, content), part.slice(start + content.length)];
    });
  };
  return {
    variable,
    text: (text) => shown(split(text)),
    split,
    header,
    target,
  };
}

/** Whether a header or a parameter of that name carries credentials. */
export function isCredential(name: string): boolean {
  return /^((proxy-|x-)?auth(orization)?|(set-)?cookie|sid)$|key|token|secret|session|password/i.test(name);
}

function asItIs(text: string): Piece[] {
  return [text];
}

function isLong({ text }: KeyForm): boolean {
  return text.length >= minLength;
}
