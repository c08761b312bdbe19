/** Something in a text that JSON parsers read differently. */
export interface JsonProblem {
  kind: "grammar" | "encoding" | "mark" | "duplicate" | "surrogate" | "number";
  /** In words: the key `id` occurs twice. */
  message: string;
  /** The string, decoded, or the number as written that the problem is about; undefined where it is the whole text. */
  token?: string;
}

/** Problems reported per text. */
const maxProblems = 5;
/** Caches results, because responses are often identical. */
const known = new Map<string, JsonProblem[]>();
const maxKnown = 64;
const maxKnownBytes = 65_536;

/**
 * Checks bytes as I-JSON, https://www.rfc-editor.org/rfc/rfc7493: UTF-8 without a byte order mark, the grammar and nothing
 * after it, no duplicate key, no lone surrogate, no number that a double cannot hold. Empty if all parsers agree.
 */
export function readStrictly(body: Buffer): JsonProblem[] {
  if (body.length > maxKnownBytes) return read(body);
  const key = body.toString("latin1");
  const before = known.get(key);
  if (before) return before;
  const problems = read(body);
  if (known.size >= maxKnown) known.clear();
  known.set(key, problems);
  return problems;
}

function read(body: Buffer): JsonProblem[] {
  const problems: JsonProblem[] = [];
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return [{ kind: "encoding", message: "the bytes are not UTF-8" }];
  }
  if (text.startsWith("\uFEFF")) {
    problems.push({ kind: "mark", message: "the body begins with a byte order mark" });
    text = text.slice(1);
  }
  try {
    JSON.parse(text);
  } catch (error) {
    return [
      ...problems,
      { kind: "grammar", message: `the JSON does not parse: ${(error as Error).message.slice(0, 120)}` },
    ];
  }
  scan(text, problems);
  return problems.slice(0, maxProblems);
}

/** Finds what `JSON.parse` ignores in a text that parses. */
function scan(text: string, problems: JsonProblem[]): void {
  const keys: (Set<string> | undefined)[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length && problems.length < maxProblems; ) {
    const first = text[at] ?? "";
    const end = first === '"' ? stringEnd(text, at) : numberEnd(text, at);
    const token = text.slice(at, Math.max(end, at + 1));
    at += token.length;
    if (first === "{" || first === "[") keys.push(first === "{" ? new Set() : undefined);
    else if (first === "}" || first === "]") keys.pop();
    if (first === '"') {
      const value: string = JSON.parse(token);
      if (loneSurrogate.test(value)) {
        problems.push({ kind: "surrogate", message: `a lone surrogate is in ${token.slice(0, 60)}`, token: value });
      }
      const inside = keys.at(-1);
      if (expectsKey && inside?.has(value)) {
        problems.push({
          kind: "duplicate",
          message: `the key ${token.slice(0, 60)} occurs twice in one object`,
          token: value,
        });
      }
      if (expectsKey) inside?.add(value);
    } else if (end > 0 && !survives(token)) {
      problems.push({ kind: "number", message: `the number ${token.slice(0, 60)} does not fit a double`, token });
    }
    if (!/\s/.test(first)) expectsKey = first === "{" || (first === "," && keys.at(-1) !== undefined);
  }
}

/** Where the string that begins there ends. A pattern would overflow the stack on a long one. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** Where the number that begins there ends; 0 if none does. */
function numberEnd(text: string, start: number): number {
  number.lastIndex = start;
  return number.test(text) ? number.lastIndex : 0;
}

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether an integer keeps its digits as a double. Fractions may be rounded. */
function survives(token: string): boolean {
  const value = Number(token);
  if (!Number.isFinite(value)) return false;
  if (!/^-?\d+$/.test(token) || token.length < 16) return true;
  return String(value) === token || BigInt(value) === BigInt(token);
}
