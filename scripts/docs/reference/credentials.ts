import { dereference, type OpenApiDocument, type Operation, type Reference } from "../../../src/openapi/document.ts";

/** How a caller says who it is. */
export interface Credentials {
  /** The ways to do so; empty where there is none. */
  schemes: {
    name: string;
    /** In words: `HTTP bearer`, `header X-Key`. */
    kind: string;
    /** CommonMark, may be empty. */
    description: string;
  }[];
  /** Whether a call without any is allowed. */
  optional: boolean;
  /** Whether a key may be sent as `Authorization: Bearer`. */
  bearer: boolean;
}

/** What the document asks of callers of an operation: its own `security`, else the document's. */
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
