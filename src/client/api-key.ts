import { isLoopback } from "./base-url.ts";
import type { ClientOptions } from "./options.ts";

/** Whether the client would hand a key to whoever may read it. @throws {TypeError} that names the fix. */
export function checkKeyIsAllowed(url: URL, options: ClientOptions): void {
  if (!options.allowInsecureHttp && url.protocol === "http:" && !isLoopback(url)) {
    throw new TypeError(
      "baseUrl is plain http, which anyone on the way can read the key from: use https, or set allowInsecureHttp",
    );
  }
  if (!options.allowKeyInBrowser && isBrowser()) {
    throw new TypeError("In a browser everyone can read the key: call your own server, or set allowKeyInBrowser");
  }
}

/** The value of `Authorization`. @throws {TypeError} where the key cannot stand in a header. It does not show the key. */
export function bearer(key: unknown): string {
  if (typeof key !== "string" || !/^[\x21-\x7e]+$/.test(key)) {
    throw new TypeError("apiKey is not ASCII without spaces and line breaks: check where it is read from");
  }
  return `Bearer ${key}`;
}

/** A page or a worker of one. Servers that know `WorkerGlobalScope` have no location. */
function isBrowser(): boolean {
  const scope = globalThis as { document?: unknown; WorkerGlobalScope?: unknown; location?: unknown };
  return scope.document !== undefined || (scope.WorkerGlobalScope !== undefined && scope.location !== undefined);
}
