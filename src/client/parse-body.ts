/** A body as JSON, compared with the documented types. */
export interface JsonBody {
  /** The parsed value; if the body is not JSON, the start of its text, or undefined if it is empty. */
  value: unknown;
  /** The JSON type of the value; undefined if the body is not JSON. */
  jsonType?: string;
  /** Whether the type is a documented one. */
  matches?: boolean | undefined;
}

/** Longest text that an error shows of a body that is not JSON, in characters. */
const maxErrorText = 2000;

/**
 * Parses a body.
 *
 * @param expected The documented JSON types, `object|null`, or `any`; undefined if none is documented.
 */
export function parseBody(text: string, expected: string | undefined): JsonBody {
  try {
    const value: unknown = JSON.parse(text);
    const jsonType = typeOf(value);
    return { value, jsonType, matches: expected === "any" || expected?.split("|").includes(jsonType) };
  } catch {
    return { value: text.slice(0, maxErrorText) || undefined };
  }
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
