import type { OpenApiDocument } from "../../../openapi/document.ts";
import type { Candidate } from "../candidate.ts";
import type { Location } from "../locate.ts";

/**
 * The values just inside and just outside what a JSON Schema keyword allows at a location. Both are guesses: another keyword
 * may forbid or allow the same value, so each candidate is validated before it is sent.
 */
export interface Keyword {
  /** Values just inside the keyword. The seed chooses among strings that match a pattern. */
  valid?(location: Location, seed: number): Candidate[];
  /** Values just outside the keyword, for a location whose value is valid. */
  invalid?(location: Location, document: OpenApiDocument): Candidate[];
}
