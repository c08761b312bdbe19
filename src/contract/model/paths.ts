import type { OpenApiDocument } from "../../openapi/document.ts";

/**
 * Whether any path of the document matches, be it as something else: `/users/new` is also a `/users/{name}`.
 *
 * @param path As it is sent, without the server's base path and the query.
 * @param method In upper case; the path must have it. Default: any will do.
 */
export function isDescribed(document: OpenApiDocument, path: string, method?: string): boolean {
  const normal = decode(path);
  return Object.entries(document.paths ?? {}).some(([template, item]) => {
    if (method !== undefined && item[method.toLowerCase()] === undefined) return false;
    const literals = template.split(/\{[^}]*\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${literals.join("[^/]+")}$`).test(normal);
  });
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
