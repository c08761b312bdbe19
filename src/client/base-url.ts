/**
 * Parses the base URL.
 *
 * @throws {TypeError} If it is not usable; the message names the fix.
 */
export function parseBaseUrl(baseUrl: string | URL): URL {
  if (!URL.canParse(baseUrl)) throw new TypeError("baseUrl must be an absolute URL: https://gateway.example");
  const url = new URL(baseUrl);
  if (!/^https?:$/.test(url.protocol)) throw new TypeError("baseUrl must use https");
  // Tests the text because `search` and `hash` are empty for a bare `?` or `#`.
  if (url.username || url.password || /[?#]/.test(url.href)) {
    throw new TypeError("baseUrl must have no credentials (use apiKey), query or hash");
  }
  return url;
}

/** Whether the URL points to this machine: `localhost`, `127.0.0.0/8`, `[::1]`. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(hostname);
}
