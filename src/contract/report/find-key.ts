import type { KeyForm, Piece } from "./key-forms.ts";
import { piped, shellWord } from "./shell.ts";

/** Takes a text apart into what may be seen and forms of the key. */
export type Finder = (text: string) => Piece[];

/** Finds the forms anywhere. A placeholder that is there already stays, so that a text may go through twice. */
export function findAnywhere(forms: readonly KeyForm[], name: string): Finder {
  return finder(forms, `\\$\\{?${name}|${anyOf(forms)}`);
}

/** Finds the forms where nothing but what cases add stands beside them: short ones are parts of any word. */
export function findAlone(forms: readonly KeyForm[]): Finder {
  return finder(forms, `(?<=(?:^|[^A-Za-z0-9])x?)(?:${anyOf(forms)})(?=[xy]?(?:[^A-Za-z0-9]|$))`);
}

/** Finds what the finder does, and texts in base64 in which it finds something. */
export function findInBase64(find: Finder): Finder {
  return (text) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (const { 0: run, index } of text.matchAll(/[\w+/-]{6,}={0,2}/g)) {
      // Something may stand right before it, and so shift it.
      for (const offset of [0, 1, 2, 3]) {
        const form = decodedForm(run.slice(offset), find);
        if (!form) continue;
        pieces.push(...find(text.slice(from, index + offset)), form);
        from = index + run.length;
        break;
      }
    }
    return [...pieces, ...find(text.slice(from))];
  };
}

/** The form that a text in base64 is; undefined where the finder finds nothing in what it stands for. */
export function decodedForm(coded: string, find: Finder): KeyForm | undefined {
  const decoded = Buffer.from(coded, "base64").toString();
  const pieces = find(decoded);
  if (!hasKey(pieces)) return undefined;
  // A control character has no place in a line for a shell.
  const isExact = Buffer.from(decoded).toString("base64") === coded && !/\p{Cc}/u.test(decoded);
  const word = isExact ? shellWord(pieces) : undefined;
  return {
    text: coded,
    shown: `base64(${shown(pieces)})`,
    shell: word === undefined ? undefined : piped(word, "base64 | tr -d '\\n'"),
  };
}

/** Whether a form of the key is among the pieces. */
export function hasKey(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => typeof piece !== "string");
}

/** What people see of the pieces. */
export function shown(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.shown)).join("");
}

function finder(forms: readonly KeyForm[], pattern: string): Finder {
  if (forms.length === 0) return (text) => [text];
  const byText = new Map(forms.map((form) => [form.text, form]));
  const expression = new RegExp(`(${pattern})`);
  return (text) =>
    text.split(expression).map((part, index) => (index % 2 === 1 ? byText.get(part) : undefined) ?? part);
}

function anyOf(forms: readonly KeyForm[]): string {
  return forms.map(({ text }) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
}
