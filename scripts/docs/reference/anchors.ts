/**
 * Anchors of the docs: the operation's id, then where in it, joined by dots. `readOrder.response.200.lines.*.id`.
 * They follow from the names in the description alone, so that a link holds as long as its name does.
 */
export function anchor(...parts: (string | number)[]): string {
  // An id has no white space: https://html.spec.whatwg.org/#the-id-attribute
  return parts.map((part) => String(part).replaceAll(/\s/g, "_")).join(".");
}

/** The link to an anchor of the same page. */
export function linkTo(id: string): string {
  return `#${encodeURI(id)}`;
}
