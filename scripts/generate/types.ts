import { createRequire } from "node:module";
import type { OpenAPI3 } from "openapi-typescript";
import type { OpenApiDocument } from "../../src/openapi/document.ts";

/** Renders `paths`, `operations` and `components` as TypeScript, with openapi-typescript. */
export async function renderTypes(document: OpenApiDocument): Promise<string> {
  const { default: openapiTS, astToString } = loadTypesGenerator();
  const ast = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    silent: true,
    // An open object without known properties is `Record<string, unknown>`; the default would forbid every property.
    emptyObjectsUnknown: true,
    // A property with a default stays optional: the default is the server's, and a request may leave it out.
    defaultNonNullable: false,
    // The spec's order, which is the provider's page's, reads better than the alphabet.
    alphabetize: false,
    // Unknown response fields are allowed, but a misspelt request field must not compile.
    additionalProperties: false,
    // Literal unions, not `enum`: they compile to nothing and accept plain strings.
    enum: false,
  });
  return astToString(ast);
}

/**
 * Loads openapi-typescript on demand, because it loads the TypeScript compiler, and as CommonJS, because importing the
 * compiler takes twice as long (0.8 s instead of 0.4 s). Call it early while waiting for something else.
 */
export function loadTypesGenerator(): typeof import("openapi-typescript") {
  return createRequire(import.meta.url)("openapi-typescript");
}
