/** An entry of Prism's `sl-violations` header. */
interface Violation {
  /** `["request", "body", "tags", "0"]` */
  location: string[];
  message: string;
}

/**
 * Parses Prism's header `sl-violations` into lines: `request.body.name: must be string`. Prism truncates a long header; if
 * it does not parse, its text is the only line.
 */
export function readViolations(header: unknown): string[] {
  if (typeof header !== "string") return [];
  try {
    const violations: Violation[] = JSON.parse(header);
    return violations.map(({ location, message }) => `${location.join(".")}: ${message}`);
  } catch {
    return [header];
  }
}
