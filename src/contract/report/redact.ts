import type { Token } from "../context.ts";

/** Takes the key out of what people see. */
export interface Redactor {
  /** The text with `${NAME}` in the place of the key, and of what cases make of it. */
  text(text: string): string;
  /** Name of the variable that a shell has the key in; undefined where the key is made up and may be seen. */
  variable: string | undefined;
}

/** A shorter key is found by chance in any text; it is replaced where credentials stand, and nowhere else. */
const minLength = 4;

/** Forms of the key in texts, each with its placeholder, the longer ones first. */
export function createRedactor({ value, variable }: Token): Redactor {
  if (variable === undefined) return { text: (text) => text, variable };
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const swapped = value.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
  const forms: [form: string, placeholder: string][] = [
    [value, `\${${variable}}`],
    [encodeURIComponent(value), `\${${variable}}`],
    [swapped, `$${variable}(other case)`],
    [[...value].reverse().join(""), `$${variable}(reversed)`],
    [value.slice(0, -1), `\${${variable}%?}`],
    [value.slice(1), `\${${variable}#?}`],
    [base64(value), `base64($${variable})`],
    [base64(`${value}:`), `base64($${variable}:)`],
    [base64(`user:${value}`), `base64(user:$${variable})`],
    [base64(`${value}x:`), `base64($${variable}x:)`],
  ];
  const usable = forms.filter(([form]) => form.length >= minLength).sort((a, b) => b[0].length - a[0].length);
  return {
    variable,
    text: (text) => usable.reduce((changed, [form, placeholder]) => changed.replaceAll(form, () => placeholder), text),
  };
}

/** Whether a header carries credentials, so that a key too short to be found in texts is hidden there. */
export function isCredential(name: string): boolean {
  return /^(authorization|cookie)$|key|token|secret/i.test(name);
}
