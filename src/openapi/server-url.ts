import type { OpenApiDocument } from "./document.ts";

/** https://spec.openapis.org/oas/v3.1.0#server-object */
interface Server {
  url: string;
  variables?: Record<string, { default: string }>;
}

/** The URL of the first server, its variables at their defaults, without a final slash. Empty where there is none. */
export function defaultServerUrl({ servers }: OpenApiDocument): string {
  const [server] = (servers ?? []) as Server[];
  const filled = (server?.url ?? "").replaceAll(
    /\{([^}]+)\}/g,
    (text, name: string) => server?.variables?.[name]?.default ?? text,
  );
  return filled.replace(/\/$/, "");
}
