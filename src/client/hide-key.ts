import type { ResponseHead } from "./classify-response.ts";
import type { Body } from "./read-body.ts";

/** Replaces the key in a response, because a server may echo it and an error shows headers and body. */
export function hideKey(head: ResponseHead, body: Body, key: string): [ResponseHead, Body] {
  const { status, ok, type } = head;
  const hide = (text: string) => text.replaceAll(key, "[key]");
  const headers = new Headers([...head.headers].map(([name, value]): [string, string] => [name, hide(value)]));
  return [
    { status, ok, type, headers },
    { ...body, text: hide(body.text) },
  ];
}
