import type { OpenApiDocument } from "../openapi/document.ts";
import { listPaths, type Operation } from "../openapi/operation.ts";
import { readPathKey } from "../openapi/path-key.ts";
import { compilePathTemplate, indexPaths, type PathTemplate } from "../openapi/path-template.ts";
import { serverPaths } from "../openapi/server-url.ts";

/** Where a request leads. */
export interface Match {
  /** Undefined if the path has other methods only. */
  operation: Operation | undefined;
  /** The text of each path parameter, still percent-encoded. */
  pathValues: Map<string, string>;
  /** The methods of the path, in upper case. */
  methods: string[];
}

/**
 * Finds the operation of a request. Every path is served below the path of each server too: `/v1/things/` like `/things/`.
 */
export function createRouter(document: OpenApiDocument): (method: string, path: string) => Match | undefined {
  const prefixes = ["", ...serverPaths(document).map(canonical)];
  const entries = listPaths(document).map(({ path, operations }) => {
    const template = canonicalTemplate(readPathKey(path).path);
    return [template, { template: compilePathTemplate(template), operations }] as const;
  });
  const index = indexPaths<{ template: PathTemplate; operations: Operation[] }>(entries);
  return (method, requestPath) => {
    const path = canonical(requestPath);
    const found = prefixes
      .filter((prefix) => path.startsWith(`${prefix}/`))
      .map((prefix) => path.slice(prefix.length))
      .flatMap((below) => index.find(below).map((entry) => ({ ...entry, below })));
    if (found.length === 0) return undefined;
    const all = found.flatMap(({ operations, template, below }) =>
      operations.map((operation) => ({ operation, template, below })),
    );
    const first = all.find(({ operation }) => operation.method === method);
    return {
      operation: first?.operation,
      pathValues: first?.template.match(first.below) ?? new Map<string, string>(),
      methods: [...new Set(all.map(({ operation }) => operation.method))],
    };
  };
}

/** The text between parameters as a URL has it. Names are kept. */
function canonicalTemplate(template: string): string {
  return template
    .split(/(\{[^}]*\})/)
    .map((part, index) => (index % 2 === 0 ? canonical(encodeURI(part).replaceAll("%25", "%")) : part))
    .join("");
}

/** One spelling for paths that are equal: https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2 */
function canonical(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : triplet.toUpperCase();
  });
}
