import type { Piece } from "./key-forms.ts";

/** A word of a POSIX shell that is the text; undefined where a piece of it cannot be made there. */
export function shellWord(pieces: readonly Piece[]): string | undefined {
  let word = "";
  let literal = "";
  for (const piece of pieces) {
    if (typeof piece === "string") literal += piece;
    else if (piece.shell === undefined) return undefined;
    else {
      word += `${literal && singleQuoted(literal)}"${piece.shell}"`;
      literal = "";
    }
  }
  return literal || !word ? word + singleQuoted(literal) : word;
}

/**
 * A command that prints the text, in one line whatever line breaks it has: a terminal obeys some control characters, and
 * no quotes of a POSIX shell have escapes. Undefined where a piece cannot be made there.
 */
export function shellPrint(pieces: readonly Piece[]): string | undefined {
  const keys = pieces.filter((piece) => typeof piece !== "string");
  if (keys.some(({ shell }) => shell === undefined)) return undefined;
  const format = pieces.map((piece) => (typeof piece === "string" ? printfEscaped(piece) : "%s")).join("");
  // A format that begins with a dash is an option to some shells.
  const safe = format.replace(/^-/, "\\055");
  return ["printf", singleQuoted(safe), ...keys.map(({ shell }) => `"${shell}"`)].join(" ");
}

/** What a shell makes of a word by sending it through a command, to stand in double quotes. */
export function piped(word: string, command: string): string {
  return `$(printf %s ${word} | ${command})`;
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function printfEscaped(text: string): string {
  return text.replaceAll(/[\\%]|\p{Cc}/gu, (character) => {
    if (character === "\\") return "\\\\";
    if (character === "%") return "%%";
    if (character === "\n") return "\\n";
    return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  });
}
