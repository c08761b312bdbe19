/**
 * Builds an anchor: the operation's id and the path in it, joined by dots: `readOrder.response.200.lines.*.id`. It depends
 * only on names in the spec, so a link works as long as its names exist.
 */
export function anchor(...parts: (string | number)[]): string {
  // An id contains no white space: https://html.spec.whatwg.org/#the-id-attribute
  return parts.map((part) => String(part).replaceAll(/\s/g, "_")).join(".");
}

/** Returns the link to an anchor of the same page. */
export function linkTo(id: string): string {
  return `#${encodeURI(id)}`;
}
