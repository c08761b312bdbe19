import { isLoopback } from "./base-url.ts";
import type { ClientOptions } from "./options.ts";

/** Whether the client would hand a key to whoever may read it. @throws {TypeError} that names the fix. */
export function checkKeyIsSafe(url: URL, options: ClientOptions): void {
  if (!options.allowInsecureHttp && url.protocol === "http:" && !isLoopback(url)) {
    throw new TypeError("apiKey would be readable on the way: use https, or set allowInsecureHttp");
  }
  if (!options.allowKeyInBrowser && isBrowser()) {
    throw new TypeError(
      "apiKey would be readable to everyone with the page: call your server, or set allowKeyInBrowser",
    );
  }
}

/** The value of `Authorization`. @throws {TypeError} where the key cannot stand in a header. It does not show the key. */
export function bearer(key: unknown): string {
  if (typeof key === "string" && /^[!-~]+$/.test(key)) return `Bearer ${key}`;
  throw new TypeError("apiKey is not ASCII without spaces and line breaks: check where it is read from");
}

/** A page or a worker of one. Servers that know `WorkerGlobalScope` have no location. */
function isBrowser(): boolean {
  const { document, WorkerGlobalScope, location } = globalThis as Record<string, unknown>;
  return !!(document || (WorkerGlobalScope && location));
}
