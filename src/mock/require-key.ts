import { UserError } from "../internal/user-error.ts";
import type { OpenApiDocument, SecurityRequirementObject } from "../openapi/document.ts";
import { listOperations } from "../openapi/operation.ts";

/**
 * Returns a copy of the document in which credentials are no longer optional: security requirements lose the alternative
 * `{}`, at the top level and on operations. An operation with `security: []` stays public.
 *
 * @throws {UserError} exit code 2, where no security requirement names a scheme.
 */
export function requireKey(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  const secured = [copy, ...listOperations(copy).map(({ object }) => object)];
  let schemes = 0;
  for (const owner of secured) {
    if (!owner.security) continue;
    owner.security = owner.security.filter(namesScheme);
    schemes += owner.security.length;
  }
  if (schemes > 0) return copy;
  throw new UserError(
    "requireKey has no effect: no security requirement of the spec names a scheme. " +
      "Add one to the spec's `security`, or start the mock without requireKey.",
    2,
  );
}

function namesScheme(requirement: SecurityRequirementObject): boolean {
  return Object.keys(requirement).length > 0;
}
