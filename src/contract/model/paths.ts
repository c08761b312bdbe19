import type { OpenApiDocument } from "../../openapi/document.ts";
import { listPaths } from "../../openapi/operation.ts";
import { readPathKey } from "../../openapi/path-key.ts";
import { indexPaths, type PathIndex } from "../../openapi/path-template.ts";

/** The upper-case methods of each path. Documents do not change while a run goes on. */
const indexes = new WeakMap<OpenApiDocument, PathIndex<ReadonlySet<string>>>();

/**
 * Whether any path of the document matches, be it as something else: `/users/new` is also a `/users/{name}`.
 *
 * @param path As it is sent, without the server's base path and the query.
 * @param method In upper case; the path must have it. @default any
 */
export function isDescribed(document: OpenApiDocument, path: string, method?: string): boolean {
  const index = indexes.get(document) ?? indexMethods(document);
  indexes.set(document, index);
  return index.find(decode(path)).some((methods) => method === undefined || methods.has(method));
}

function indexMethods(document: OpenApiDocument): PathIndex<ReadonlySet<string>> {
  return indexPaths(
    listPaths(document).map(
      ({ path, operations }) => [readPathKey(path).path, new Set(operations.map(({ method }) => method))] as const,
    ),
  );
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
