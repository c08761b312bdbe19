import type { ResponseHead } from "./classify-response.ts";
import type { Body } from "./read-body.ts";

/**
 * Replaces the key in a response, because a server may echo it and an error shows headers and body. Finds it also with
 * the escapes that JSON allows: `\/`, `\u002F`.
 */
export function hideKey(head: ResponseHead, body: Body, key: string | undefined): [ResponseHead, Body] {
  if (!key) return [head, body];
  const pattern = new RegExp(key.replace(/\W/g, "(\\\\?\\$&|\\\\u00..)"), "g");
  const hide = (text: string) => text.replace(pattern, "[key]");
  const headers = new Headers();
  for (const [name, value] of head.headers) headers.append(name, hide(value));
  return [
    { status: head.status, ok: head.ok, headers },
    { ...body, text: hide(body.text) },
  ];
}
