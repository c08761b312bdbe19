/**
 * Splits a text at every part of the key, as `String.split` does with a captured pattern: visible text at even indexes,
 * parts of the key at odd ones.
 */
export type KeySplitter = (text: string) => string[];

/** A key with fewer characters has no parts: they would occur by chance in any text. */
export const minKeyLength = 4;
const maxPartLength = 8;
const glue = /[\w+=-]/;

/**
 * Finds the parts of keys: half of their characters in a row (at least 4; 8 are always enough), in either case, forwards or
 * backwards, plain or encoded, with the whole word around them. This covers wrong keys made from the right one and keys cut off at the end of a message.
 */
export function createKeySplitter(keys: readonly string[]): KeySplitter {
  const splitters = keys.filter((key) => key.length >= minKeyLength).map(createSplitter);
  return (text) =>
    splitters.reduce(
      // A part of one key is not searched for the next: it is hidden already.
      (pieces, split) => pieces.flatMap((piece, index) => (index % 2 === 1 ? [piece] : split(piece))),
      [text],
    );
}

function createSplitter(key: string): KeySplitter {
  const length = Math.min(maxPartLength, Math.max(minKeyLength, Math.ceil(key.length / 2)));
  const parts = new Set(encodings(key).flatMap((text) => windows(lowerCase(text), length)));
  return (text) => {
    const searched = lowerCase(text);
    const isPartAt = (start: number) => parts.has(searched.slice(start, start + length));
    const split: string[] = [];
    let from = 0;
    for (let at = 0; at + length <= text.length; at++) {
      if (!isPartAt(at)) continue;
      // What is glued to a part may belong to the key too, such as a character of base64 that it shares with other bytes.
      let start = at;
      while (start > from && glue.test(text.charAt(start - 1))) start--;
      let end = at + length;
      while (glue.test(text.charAt(end)) || isPartAt(end - length + 1)) end++;
      split.push(text.slice(from, start), text.slice(start, end));
      from = end;
      at = end - 1;
    }
    return [...split, text.slice(from)];
  };
}

/** The key, and what messages, URLs and credentials make of it. */
function encodings(key: string): string[] {
  const reversed = [...key].reverse().join("");
  const escaped = [key, reversed].flatMap((text) => {
    const json = JSON.stringify(text).slice(1, -1);
    return [text, encodeURIComponent(text), json, json.replaceAll("/", "\\/")];
  });
  return [...escaped, ...[key, reversed, swapCase(key)].flatMap(base64Forms)];
}

/** The text in base64 and base64url, after any number of other bytes: only characters that no other byte has a part in. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.from(" ".repeat(offset) + text).toString("base64");
    const own = whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + text.length) * 8) / 6));
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

function windows(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, start) => text.slice(start, start + length));
}

/** ASCII alone, so that the length stays. */
function lowerCase(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function swapCase(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
}
