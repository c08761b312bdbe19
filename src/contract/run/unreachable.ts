import type { Exchange } from "../http/client.ts";
import type { Target } from "../http/target.ts";

/** Why nothing can be tested, where the first request finds no server; undefined where it finds one. */
export function whyUnreachable([exchange]: readonly Exchange[], { url }: Target): string | undefined {
  const { failure } = exchange ?? {};
  if (failure?.kind !== "refused") return undefined;
  return `No server responds on ${url} (${failure.message}). Start the server or correct --url.`;
}
