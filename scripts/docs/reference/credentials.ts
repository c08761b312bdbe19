import { dereference, type OpenApiDocument, type Operation, type Reference } from "../../../src/openapi/document.ts";

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

/** Returns the credentials of an operation: its own `security`, else the document's. */
export function describeCredentials(document: OpenApiDocument, operation: Operation): Credentials {
  const { security = [] } = { ...document, ...operation } as { security?: Record<string, string[]>[] };
  const names = [...new Set(security.flatMap((requirement) => Object.keys(requirement)))];
  const schemes = names.map((name) => ({ name, ...schemeOf(document, name) }));
  return {
    schemes: schemes.map(({ name, type, scheme, in: place, key, description = "" }) => ({
      name,
      kind: type === "http" ? `HTTP ${scheme}` : key ? `${place} ${key}` : type,
      description,
    })),
    optional: security.some((requirement) => Object.keys(requirement).length === 0),
    bearer: schemes.some(({ type, scheme }) => type === "http" && scheme?.toLowerCase() === "bearer"),
  };
}

interface SecurityScheme {
  type: string;
  scheme?: string;
  in?: string;
  name?: string;
  description?: string;
}

function schemeOf(
  document: OpenApiDocument,
  name: string,
): Omit<SecurityScheme, "name"> & { key?: string | undefined } {
  const stated = document.components?.securitySchemes?.[name] as SecurityScheme | Reference | undefined;
  const { name: key, ...scheme } = stated ? dereference<SecurityScheme>(document, stated) : { type: "unknown", name };
  return { ...scheme, key };
}
