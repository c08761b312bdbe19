import { readOperations } from "../../../src/contract/model/read.ts";
import { compileSchemas } from "../../../src/contract/model/schemas.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";

/** A document with those paths and components. */
export function documentWith(paths: object, components: object = {}): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: paths as NonNullable<OpenApiDocument["paths"]>,
    components: components as NonNullable<OpenApiDocument["components"]>,
  };
}

/** The operations of a document, as the suite reads them. */
export function readAll(document: OpenApiDocument) {
  return [...readOperations(document, compileSchemas(document))];
}

/** The one operation of a document. */
export function readOne(document: OpenApiDocument) {
  const [read, ...others] = readAll(document);
  if (!read || !("operation" in read) || others.length > 0) throw new Error(JSON.stringify(read));
  return read.operation;
}

/** Why the one operation of a document is skipped. */
export function whySkipped(document: OpenApiDocument): string | undefined {
  const [read] = readAll(document);
  return read && "skipped" in read ? read.skipped : undefined;
}
