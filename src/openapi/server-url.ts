import type { OpenApiDocument, ServerObject } from "./document.ts";
import { listOperations } from "./operation.ts";

/** The URL of the first server, its variables at their defaults, without a final slash. Empty where there is none. */
export function defaultServerUrl({ servers }: OpenApiDocument): string {
  const [server] = servers ?? [];
  return server ? urlOf(server) : "";
}

/** The paths of all servers, those of paths and operations included, without a final slash. Servers without one have none. */
export function serverPaths(document: OpenApiDocument): string[] {
  const servers = [document.servers ?? [], ...listOperations(document).map((operation) => operation.servers)].flat();
  const paths = servers.map((server) => urlOf(server).replace(/^(\w[\w+.-]*:)?\/\/[^/]*|[?#].*$/g, ""));
  return [...new Set(paths.filter((path) => path.startsWith("/")))];
}

function urlOf({ url, variables }: ServerObject): string {
  const filled = url.replaceAll(/\{([^}]+)\}/g, (text, name: string) => variables?.[name]?.default ?? text);
  return filled.replace(/\/$/, "");
}
