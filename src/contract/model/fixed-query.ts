import type { Parameter } from "../../openapi/parameter.ts";
import { queryName } from "../../openapi/path-key.ts";

/** The query of a path's key, merged with the operation's parameters. */
export interface MergedQuery {
  /** Entries that each request has; a template in one is a path parameter. */
  fixed: string[];
  /** The parameters whose values are not fixed. */
  parameters: Parameter[];
}

/** Merges them: what the key states is fixed, what it leaves to a parameter is the parameter's. */
export function mergeQuery(query: readonly string[], parameters: readonly Parameter[]): MergedQuery {
  const fixed = query.filter((entry) => !isLeftOpen(entry) || templateNames(entry).every((name) => isInPath(name)));
  const names = new Set(fixed.map(queryName));
  return { fixed, parameters: parameters.filter(({ in: location, name }) => location !== "query" || !names.has(name)) };

  function isInPath(name: string): boolean {
    return parameters.some((parameter) => parameter.in === "path" && parameter.name === name);
  }
}

function isLeftOpen(entry: string): boolean {
  return templateNames(entry).length > 0;
}

function templateNames(entry: string): string[] {
  return [...entry.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
}
