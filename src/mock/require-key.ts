import { UserError } from "../internal/user-error.ts";
import type { OpenApiDocument, SecurityRequirement } from "../openapi/document.ts";
import { listOperations } from "../openapi/operation.ts";

/**
 * Returns a copy of the document in which credentials are no longer optional: security requirements lose the alternative
 * `{}`, at the top level and on operations. An operation with `security: []` stays public.
 *
 * @throws {UserError} exit code 2, where no security requirement names a scheme.
 */
export function requireKey(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  // A path item behind a `$ref` is one of these too, or another path's.
  const paths = { ...copy.paths, ...(copy.components?.pathItems as OpenApiDocument["paths"]) };
  const secured = [copy, ...listOperations({ ...copy, paths }).map(({ operation }) => operation)];
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

function namesScheme(requirement: SecurityRequirement): boolean {
  return Object.keys(requirement).length > 0;
}
