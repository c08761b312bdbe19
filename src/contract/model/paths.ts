import type { OpenApiDocument } from "../../openapi/document.ts";
import { listPaths } from "../../openapi/operation.ts";
import { readPathKey } from "../../openapi/path-key.ts";
import { indexPaths, type PathIndex } from "../../openapi/path-template.ts";
import { decodePercent } from "./decode-percent.ts";

/** The upper-case methods of each path. Documents do not change during a run. */
const indexes = new WeakMap<OpenApiDocument, PathIndex<ReadonlySet<string>>>();

/**
 * Whether any path template of the document matches: `/users/new` also matches `/users/{name}`.
 *
 * @param path As sent, without the server's base path and the query.
 * @param method In upper case; only paths with this method count. @default any
 */
export function isDocumented(document: OpenApiDocument, path: string, method?: string): boolean {
  const index = indexes.get(document) ?? indexMethods(document);
  indexes.set(document, index);
  return index.find(decodePercent(path)).some((methods) => method === undefined || methods.has(method));
}

function indexMethods(document: OpenApiDocument): PathIndex<ReadonlySet<string>> {
  return indexPaths(
    listPaths(document).map(
      ({ path, operations }) => [readPathKey(path).path, new Set(operations.map(({ method }) => method))] as const,
    ),
  );
}
