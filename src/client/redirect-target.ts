/**
 * Says where a redirect leads, as a continuation of `a redirect`: origin and path, without the query, which may be secret.
 *
 * @param url The request's URL.
 */
export function describeTarget(location: string | null, url: string): string {
  if (!location || !URL.canParse(location, url)) return "";
  const { origin, pathname } = new URL(location, url);
  const target = origin + pathname;
  const [requested] = url.split("?");
  const differs = target === `${requested}/` || requested === `${target}/`;
  return ` to ${target}${differs ? " (only the final slash differs)" : ""}`;
}
