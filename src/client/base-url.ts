/**
 * Parses the base URL.
 *
 * @param paths The operations' paths, which follow it.
 * @throws {TypeError} If it is not usable; the message names the fix.
 */
export function parseBaseUrl(baseUrl: string | URL, paths: string[]): URL {
  const url = URL.canParse(baseUrl) && new URL(baseUrl);
  // Tests the text, because `search` and `hash` are empty for a bare `?` or `#`.
  if (!url || !/^https?:\/\/[^/@]+\/[^?#]*$/.test(url.href)) {
    throw new TypeError("baseUrl must be an https URL without credentials, query and hash");
  }
  if (blockedPorts.has(+url.port)) throw new TypeError(`baseUrl has port ${url.port}, which fetch blocks`);
  const slashed = url.href.replace(/\/*$/, "/");
  const given = paths.find((path) => path !== "/" && slashed.endsWith(path.replace(/\/*$/, "/")));
  if (given) throw new TypeError(`baseUrl must end before ${given}, which the client adds`);
  return url;
}

/** Sums the differences between ports, in which form the list is smallest. */
let port = 0;

/** Ports of other protocols, to which fetch never connects. https://fetch.spec.whatwg.org/#port-blocking */
const blockedPorts = new Set(
  // biome-ignore format: one number per line would take 82 lines
  [
    1, 6, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 2, 12, 5, 1, 10, 16, 8, 2, 8, 8, 6, 1, 1, 1, 5, 1, 1, 2, 2, 2, 2, 4, 12, 2, 2, 4,
    18, 18, 210, 38, 38, 47, 1, 1, 1, 11, 4, 1, 1, 8, 8, 6, 2, 7, 24, 14, 35, 353, 1, 3, 2, 724, 1, 3, 326, 1610, 386, 145,
    870, 1, 939, 566, 99, 1, 1, 1, 1, 10, 18, 3383,
  ].map((difference) => (port += difference)),
);

/** Whether the URL points to this machine: `localhost`, `127.0.0.0/8`, `[::1]`. */
export function isLoopback({ hostname }: URL): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
