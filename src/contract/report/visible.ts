/** The text with control characters as escapes, for a terminal obeys some of them. Line breaks and tabs stay. */
export function visible(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => {
    if (character === "\n" || character === "\t") return character;
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}
