import type { Piece, Secret } from "./redact.ts";

/** The text as one word of a POSIX shell; undefined where a shell cannot make a secret in it. */
export function shellWord(pieces: readonly Piece[]): string | undefined {
  if (!canMake(pieces)) return undefined;
  const words: string[] = [];
  let literal = "";
  for (const piece of pieces) {
    if (typeof piece === "string") literal += piece;
    else {
      if (literal !== "") words.push(singleQuoted(literal));
      words.push(`"${piece.shell}"`);
      literal = "";
    }
  }
  if (literal !== "" || words.length === 0) words.push(singleQuoted(literal));
  return words.join("");
}

/**
 * A command that prints the text, on one line without control characters: a terminal obeys some of them, and no quotes of a
 * POSIX shell have escapes. Undefined where a shell cannot make a secret in it.
 */
export function shellPrint(pieces: readonly Piece[]): string | undefined {
  if (!canMake(pieces)) return undefined;
  const format = pieces.map((piece) => (typeof piece === "string" ? printfEscaped(piece) : "%s")).join("");
  // Some shells read a format that begins with a dash as an option.
  const safe = format.replace(/^-/, "\\055");
  return ["printf", singleQuoted(safe), ...pieces.filter(isSecret).map(({ shell }) => `"${shell}"`)].join(" ");
}

function canMake(pieces: readonly Piece[]): boolean {
  return pieces.filter(isSecret).every(({ shell }) => shell !== undefined);
}

function isSecret(piece: Piece): piece is Secret {
  return typeof piece !== "string";
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
