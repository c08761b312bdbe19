import type { OpenApiDocument } from "./document.ts";

/** The URL of the first server, its variables at their defaults, without a final slash. Empty where there is none. */
export function defaultServerUrl({ servers }: OpenApiDocument): string {
  const [server] = servers ?? [];
  const filled = (server?.url ?? "").replaceAll(
    /\{([^}]+)\}/g,
    (text, name: string) => server?.variables?.[name]?.default ?? text,
  );
  return filled.replace(/\/$/, "");
}
