/** The part of a path that names a thing: `/things/{thingId}` of `/things/{thingId}/parts`. */
export interface ThingPath {
  /** Without the names of its parameters, for comparison: `/things/{}`. */
  key: string;
  template: string;
  /** The names of all its parameters, in their order. */
  names: string[];
}

/** The things that a path names, the outermost first. A segment may go on after its parameter: `{thingId}.json`. */
export function thingPaths(path: string): ThingPath[] {
  const segments = path.split("/");
  return segments.flatMap((segment, index) => {
    if (!segment.includes("}")) return [];
    const last = segment.slice(0, segment.lastIndexOf("}") + 1);
    const template = [...segments.slice(0, index), last].join("/");
    const names = [...template.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
    return [{ key: keyOf(template), template, names }];
  });
}

/** A path without the names of its parameters and without a final slash: templates with the same key match the same paths. */
export function keyOf(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, "{}").replace(/(?<=.)\/$/, "");
}

/** The key without its last segment. */
export function parentOf(key: string): string {
  return key.slice(0, key.lastIndexOf("/"));
}
