import type { OpenApiDocument, OperationObject, SecuritySchemeObject } from "./document.ts";
import { type Pointer, pointTo } from "./pointer.ts";
import { resolve } from "./reference.ts";

/** Who may call an operation. */
export interface Security {
  /**
   * What a caller may bring, one of the alternatives whole. Empty: nobody is asked. An alternative that is empty itself:
   * a call without credentials is allowed.
   */
  alternatives: RequiredScheme[][];
  pointer: Pointer;
}

/** A security scheme that an alternative asks for. */
export interface RequiredScheme {
  /** Its name in the document. */
  name: string;
  /** Undefined where the document does not define it. */
  scheme: SecuritySchemeObject | undefined;
}

/**
 * Reads an operation's own `security`, else the document's.
 *
 * @param pointer Where the operation is.
 * @throws {UserError} exit code 2, where a `$ref` leads nowhere or back to itself.
 */
export function readSecurity(
  document: OpenApiDocument,
  { security: own }: OperationObject,
  pointer: Pointer,
): Security {
  const requirements = own ?? document.security ?? [];
  return {
    alternatives: requirements.map((requirement) =>
      Object.keys(requirement).map((name) => ({ name, scheme: findScheme(document, name) })),
    ),
    pointer: own === undefined ? "/security" : pointTo(pointer, "security"),
  };
}

function findScheme(document: OpenApiDocument, name: string): SecuritySchemeObject | undefined {
  const found = document.components?.securitySchemes?.[name];
  if (typeof found !== "object" || found === null) return undefined;
  const pointer = pointTo("/components/securitySchemes", name);
  return resolve<SecuritySchemeObject>(document, found as SecuritySchemeObject, pointer).value;
}
