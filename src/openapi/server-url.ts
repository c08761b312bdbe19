import type { OpenApiDocument } from "./document.ts";

/** https://spec.openapis.org/oas/v3.1.0#server-object */
interface Server {
  url: string;
  variables?: Record<string, { default: string }>;
}

/** Returns the URL of the first server, with its variables' defaults and without a trailing slash. Empty if there is none. */
export function defaultServerUrl({ servers }: OpenApiDocument): string {
  const [server] = (servers ?? []) as Server[];
  const filled = (server?.url ?? "").replaceAll(
    /\{([^}]+)\}/g,
    (text, name: string) => server?.variables?.[name]?.default ?? text,
  );
  return filled.replace(/\/$/, "");
}
