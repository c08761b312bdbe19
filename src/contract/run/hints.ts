import type { OpenApiDocument } from "../../openapi/document.ts";
import { serverPaths } from "../../openapi/server-url.ts";
import type { Exchange } from "../http/client.ts";
import type { Target } from "../http/target.ts";

/** Watches for what explains a result that looks like many violations, or like none. */
export interface Hints {
  note(exchanges: readonly Exchange[]): void;
  list(): string[];
}

/** The hints of a run in which nothing has been sent. */
export function createHints(document: OpenApiDocument, { basePath, url }: Target): Hints {
  const statuses = new Set<number>();
  return {
    note(exchanges) {
      for (const { response } of exchanges) if (response) statuses.add(response.status);
    },
    list() {
      const paths = serverPaths(document).filter((path) => !basePath.endsWith(path));
      if (statuses.size !== 1 || !statuses.has(404) || paths.length === 0) return [];
      const stated = `the document's servers have the path ${paths.join(" or ")}`;
      return [`Every response is 404, and ${stated}: try --url ${url}${paths[0]}.`];
    },
  };
}
