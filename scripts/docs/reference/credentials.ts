import type { SecuritySchemeObject } from "../../../src/openapi/document.ts";
import type { Security } from "../../../src/openapi/security.ts";

/** How a caller authenticates. */
export interface Credentials {
  /** The schemes; empty if there is none. */
  schemes: {
    name: string;
    /** For people: `HTTP bearer`, `header X-Key`. */
    kind: string;
    /** CommonMark, may be empty. */
    description: string;
  }[];
  /** Whether a call without credentials is allowed. */
  optional: boolean;
  /** Whether a key may be sent as `Authorization: Bearer`. */
  bearer: boolean;
}

/** What the document asks of callers of an operation. */
export function describeCredentials({ alternatives }: Security): Credentials {
  const byName = new Map(alternatives.flat().map(({ name, scheme }) => [name, scheme ?? { type: "unknown", name }]));
  const schemes = [...byName.values()];
  return {
    schemes: [...byName].map(([name, scheme]) => ({
      name,
      kind: kindOf(scheme),
      description: scheme.description ?? "",
    })),
    optional: alternatives.some((alternative) => alternative.length === 0),
    bearer: schemes.some(({ type, scheme }) => type === "http" && scheme?.toLowerCase() === "bearer"),
  };
}

function kindOf({ type, scheme, in: location, name }: SecuritySchemeObject): string {
  if (type === "http") return `HTTP ${scheme}`;
  return name ? `${location} ${name}` : type;
}
