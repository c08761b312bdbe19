import type { Bump } from "./version.ts";

/** A change of the spec, and the bump that it needs. */
export interface Change {
  impact: Bump;
  /** A JSON pointer into the spec, with `$ref`s followed; to a parameter by its place or its name. */
  place: string;
  what: string;
}
