import { Refusal } from "./message.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Nested deeper than any document of this project asks for, and far from what a stack bears. */
const deepest = 100;

/** The text of a body. */
export function decodeStrictly(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refusal(400, "The body is not UTF-8.");
  }
}

/** Parses JSON and refuses what RFC 8259 leaves open: a name twice in an object, half a surrogate pair, any depth. */
export function parseStrictly(text: string): unknown {
  const value = parse(text);
  checkTokens(text);
  return value;
}

function parse(text: string): unknown {
  try {
    // Refuses a byte order mark too, which the decoder has left in. Its stack does not grow with the depth.
    return JSON.parse(text);
  } catch {
    // Not the parser's message: it quotes the body.
    throw new Refusal(400, text === "" ? "The body is empty." : "The body is not JSON.");
  }
}

/** Walks over a text that is known to be JSON. */
function checkTokens(text: string): void {
  // For each open object the names seen, for each open array null.
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const token = text[at];
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token === '"') {
      const end = endOfString(text, at);
      checkString(JSON.parse(text.slice(at, end)), isFollowedByColon(text, end) ? open.at(-1) : null);
      at = end - 1;
    }
    if (open.length > deepest) throw new Refusal(400, "The body is nested too deep.");
  }
}

/** @param names The names of the object so far, where the string is one of them. */
function checkString(value: string, names: Set<string> | null | undefined): void {
  if (/\p{Surrogate}/u.test(value)) throw new Refusal(400, "A string of the body is not Unicode text.");
  if (names?.has(value)) throw new Refusal(400, "An object of the body has a name twice.");
  names?.add(value);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (/\s/.test(text[at] ?? "")) at++;
  return text[at] === ":";
}
