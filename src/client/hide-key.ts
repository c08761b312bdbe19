import type { ResponseHead } from "./classify-response.ts";
import type { Body } from "./read-body.ts";

/** Replaces the key in a response, because a server may echo it and an error shows headers and body. */
export function hideKey({ status, ok, type, headers }: ResponseHead, body: Body, key: string): [ResponseHead, Body] {
  const hide = (text: string) => text.replaceAll(key, "[key]");
  const hidden = [...headers].map(([name, value]): [string, string] => [name, hide(value)]);
  return [
    { status, ok, type, headers: new Headers(hidden) },
    { ...body, text: hide(body.text) },
  ];
}
