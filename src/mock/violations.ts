/** An entry of Prism's `sl-violations` header. */
interface Violation {
  /** `["request", "body", "tags", "0"]` */
  location: string[];
  message: string;
}

/**
 * Prism's reasons in words, from the header `sl-violations`: `request.body.name: must be string`. Prism cuts a long
 * header, so that it does not parse; then its text is the one reason.
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
