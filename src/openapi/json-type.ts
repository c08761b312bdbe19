/** The JSON type of a parsed value: `null` and `array` beside those that `typeof` knows. */
export function jsonTypeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
