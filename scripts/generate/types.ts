import { createRequire } from "node:module";
import type { OpenAPI3 } from "openapi-typescript";
import type { OpenApiDocument } from "../../src/openapi/document.ts";

/** `paths`, `operations` and `components` as TypeScript, by openapi-typescript. */
export async function renderTypes(document: OpenApiDocument): Promise<string> {
  const { default: openapiTS, astToString } = loadTypesGenerator();
  const ast = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    silent: true,
    // An open object without known properties is `Record<string, unknown>`; the default would forbid every property.
    emptyObjectsUnknown: true,
    // A property with a default stays optional: the default is the server's, and a request may leave it out.
    defaultNonNullable: false,
    // The spec's order, which is the page's: it reads better than the alphabet.
    alphabetize: false,
    // Unknown response fields are allowed, but a misspelt request field must not compile.
    additionalProperties: false,
    // Literal unions, not `enum`: they vanish when compiled and take plain strings.
    enum: false,
  });
  return astToString(ast);
}

/**
 * openapi-typescript: only when types are wanted, because it brings the TypeScript compiler; and as CommonJS, because
 * importing the compiler takes twice as long (0.8 s against 0.4 s). Who waits for something else may call it beforehand.
 */
export function loadTypesGenerator(): typeof import("openapi-typescript") {
  return createRequire(import.meta.url)("openapi-typescript");
}
