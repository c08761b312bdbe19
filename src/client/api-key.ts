import { isLoopback } from "./base-url.ts";
import { isBrowser } from "./is-browser.ts";
import type { Settings } from "./merge-options.ts";

/**
 * Checks that the key is valid, and that nobody else can read it: not on the network, not in a web page.
 *
 * @throws {TypeError} If it is not, or if somebody can; the message names the fix, and does not show the key.
 */
export function checkKey(url: URL, { apiKey, allowInsecureHttp, allowKeyInBrowser }: Settings): void {
  if (!allowInsecureHttp && url.protocol === "http:" && !isLoopback(url)) {
    throw new TypeError("apiKey needs https or allowInsecureHttp");
  }
  if (!allowKeyInBrowser && isBrowser()) {
    throw new TypeError(
      "apiKey would be public in a browser: call your server, or set allowKeyInBrowser (in jsdom too)",
    );
  }
  if (typeof apiKey === "string") bearer(apiKey);
}

/**
 * Returns the value of `Authorization`.
 *
 * @throws {TypeError} If the key is not valid in a header. The message does not show the key.
 */
export function bearer(key: unknown): string {
  if (typeof key === "string" && /^[!-~]+$/.test(key)) return `Bearer ${key}`;
  throw new TypeError("apiKey must be printable ASCII without spaces: leave out Bearer");
}
