/**
 * Checks the base URL, once for all calls.
 *
 * @throws {TypeError} that names the fix.
 */
export function parseBaseUrl(baseUrl: string | URL): URL {
  if (!URL.canParse(baseUrl)) throw new TypeError("baseUrl: write an absolute URL, https://gateway.example");
  const url = new URL(baseUrl);
  if (!/^https?:$/.test(url.protocol)) throw new TypeError("baseUrl: use https");
  // By the text, because an empty query or hash leaves its mark there alone.
  if (url.username || url.password || /[?#]/.test(url.href)) {
    throw new TypeError("baseUrl: take out its credentials (use apiKey), its query and its hash");
  }
  return url;
}

/** Whether the URL leads to this machine: `localhost`, `127.0.0.0/8`, `[::1]`. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(hostname);
}
