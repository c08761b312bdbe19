import type { OpenApiDocument } from "../../openapi/document.ts";
import type { Parameter } from "../../openapi/parameter.ts";
import { keywordOf, partsOf } from "../../openapi/schema-parts.ts";

/** A header parameter that OpenAPI gives no meaning, and that a server may ask for all the same. */
export interface ShownHeader {
  /** In lower case. */
  name: string;
  required: boolean;
  /** The documented example or default. */
  value: string | undefined;
}

/** The document says these elsewhere: https://spec.openapis.org/oas/v3.1.0#parameter-object */
const statedElsewhere = /^(accept|content-type|authorization)$/i;

/** Whether it is a header parameter that is not judged. */
export function isShownHeader({ in: location, name }: Parameter): boolean {
  return location === "header" && statedElsewhere.test(name);
}

/** The header parameters that are not judged, with the values that the document shows. */
export function readShownHeaders(parameters: readonly Parameter[], document: OpenApiDocument): ShownHeader[] {
  return parameters.filter(isShownHeader).map(({ name, required, examples, schema, schemaPointer }) => {
    const parts = schema ? partsOf(document, schema, schemaPointer) : [];
    const [choice] = keywordOf<unknown[]>(parts, "enum") ?? [];
    const value = examples[0]?.value ?? keywordOf(parts, "default") ?? keywordOf(parts, "const") ?? choice;
    return { name: name.toLowerCase(), required, value: typeof value === "string" ? value : undefined };
  });
}
