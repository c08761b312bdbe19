/** What a key of `paths` stands for. */
export interface PathKey {
  /** The template of the path alone: `/things/{id}`. */
  path: string;
  /** What the query of each request has: `beta=true`. A value may be a template: `q={q}`. */
  query: string[];
}

/**
 * Reads a key of `paths`. Some documents put a query into it, or a fragment that tells two operations of one path apart, or
 * the query of a URI template, whose parameters are listed anyway. A fragment is never sent.
 */
export function readPathKey(key: string): PathKey {
  const [target = ""] = key.replaceAll(/\{[?&#][^}]*\}/g, "").split("#");
  const [path = "", query = ""] = target.split(/\?(.*)/s);
  return { path, query: query.split("&").filter(Boolean) };
}

/** The name of an entry of a query: `beta` of `beta=true`. */
export function queryName(entry: string): string {
  const [name = ""] = entry.split("=");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The path of a key with its parameters made anonymous: the same for all keys of one path. */
export function pathShape(key: string): string {
  return readPathKey(key).path.replaceAll(/\{[^}]*\}/g, "{}");
}
