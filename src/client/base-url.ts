/**
 * The base URL without its final slash.
 *
 * @throws {TypeError} that names the fix.
 */
export function parseBaseUrl(baseUrl: string | URL): URL {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new TypeError("baseUrl is not an absolute URL: write it with its scheme, https://gateway.example");
  }
  if (!/^https?:$/.test(url.protocol)) throw new TypeError(`baseUrl has the scheme ${url.protocol} use https:`);
  if (url.username || url.password) throw new TypeError("baseUrl holds credentials: take them out and use apiKey");
  if (url.search || url.href.includes("?")) throw new TypeError("baseUrl has a query: take it out");
  if (url.hash || url.href.includes("#")) throw new TypeError("baseUrl has a hash: take it out");
  url.pathname = url.pathname.replace(/\/+$/, "");
  return url;
}

/** Whether the URL leads to this machine: `localhost`, `127.0.0.0/8`, `[::1]`. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(hostname);
}
