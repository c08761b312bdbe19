import { type Document, LineCounter, parseDocument } from "yaml";

/** A parsed YAML or JSON text, with source locations. */
export interface ParsedYaml {
  document: Document.Parsed;
  /** Returns the line and column of an offset; both start at 1. */
  placeOf(offset: number): { line: number; col: number };
  /** The first thing that keeps the text from being YAML, and where. */
  problem?: { message: string; line: number; col: number };
}

/** Parses YAML, or JSON, which is YAML too. Ignores a byte order mark. Does not throw. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: lines });
  const placeOf = (offset: number) => lines.linePos(offset);
  const [error] = document.errors;
  if (!error) return { document, placeOf };
  const message = `This does not parse: ${error.message.split(/ at line \d+|\n/)[0]}.`;
  return { document, placeOf, problem: { message, ...placeOf(error.pos[0]) } };
}
