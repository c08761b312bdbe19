import { isLoopback } from "./base-url.ts";
import type { ClientOptions } from "./options.ts";

/**
 * Checks that nobody else can read the key: not on the network, not in a web page.
 *
 * @throws {TypeError} If somebody can; the message names the fix.
 */
export function checkKeyIsSafe(url: URL, options: ClientOptions): void {
  if (!options.allowInsecureHttp && url.protocol === "http:" && !isLoopback(url)) {
    throw new TypeError("apiKey needs https or allowInsecureHttp");
  }
  if (!options.allowKeyInBrowser && isBrowser()) {
    throw new TypeError("apiKey would be public: call your server, or set allowKeyInBrowser");
  }
}

/**
 * Returns the value of `Authorization`.
 *
 * @throws {TypeError} If the key is not valid in a header. The message does not show the key.
 */
export function bearer(key: unknown): string {
  if (typeof key === "string" && /^[!-~]+$/.test(key)) return `Bearer ${key}`;
  throw new TypeError("apiKey must be printable ASCII without spaces");
}

/** Detects a page or a web worker. Server runtimes that define `WorkerGlobalScope` define no `location`. */
function isBrowser(): boolean {
  const { document, WorkerGlobalScope, location } = globalThis as Record<string, unknown>;
  return !!(document || (WorkerGlobalScope && location));
}
