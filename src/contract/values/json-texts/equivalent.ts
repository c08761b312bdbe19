import type { BodyText } from "./body-text.ts";

/** Other JSON texts of the same value. */
export function equivalentTexts(value: unknown): BodyText[] {
  const json = JSON.stringify(value);
  const spaced = `\r\n\t${JSON.stringify(value, null, 2)}\n `;
  const escaped = json.replaceAll(/[^\0-\x7f]/g, unicodeEscape).replaceAll(/(?<=[:[,]")([a-z])/gi, unicodeEscape);
  return [
    { name: "same-spaced", about: "is written over several lines", bytes: spaced },
    { name: "same-tabbed", about: "is indented with tabs", bytes: JSON.stringify(value, null, "\t") },
    { name: "same-reversed", about: "has its properties in another order", bytes: JSON.stringify(reversed(value)) },
    { name: "same-escaped", about: "has letters written as \\u escapes", bytes: escaped },
  ];
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function reversed(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}
