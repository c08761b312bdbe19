import { failing, headed } from "../change.ts";
import { withHeader } from "../core/message.ts";
import type { Change } from "../fault.ts";

/** What is wrong with the headers of an answer whose body is right. */
export const headers: Record<string, Change> = {
  "no Content-Type": headed((headers) => withHeader(headers, "Content-Type")),
  "text/html": contentType("text/html"),
  "text/plain": contentType("text/plain; charset=utf-8"),
  "application/octet-stream": contentType("application/octet-stream"),
  "an undocumented type of JSON": contentType("application/hal+json"),
  "text/json": contentType("text/json"),
  "a type that only starts right": contentType("application/jsonp"),
  "a type without a slash": contentType("json"),
  "an empty type": contentType(""),
  "a wild type": contentType("application/*"),
  "the charset Latin-1": contentType("application/json; charset=iso-8859-1"),
  "the charset UTF-16": contentType("application/json; charset=utf-16"),
  "Content-Type twice, the same": headed((headers) => [...headers, ["Content-Type", "application/json"]]),
  "Content-Type twice, another": headed((headers) => [...headers, ["Content-Type", "text/html"]]),
  "Content-Type twice, another first": headed((headers) => [["Content-Type", "text/html"], ...headers]),
  "two types in one Content-Type": contentType("application/json, text/html"),
  "a cookie": headed((headers) => [...headers, ["Set-Cookie", "session=8f14e45f; Path=/"]]),
  "a redirect's Location beside a refusal": failing((answer) => ({
    ...answer,
    headers: [...withHeader(answer.headers, "Location"), ["Location", "/login"]],
  })),
  "text/html for refusals": failing((answer) => ({
    ...answer,
    headers: withHeader(answer.headers, "Content-Type", "text/html"),
  })),
  "no Content-Type for refusals": failing((answer) => ({
    ...answer,
    headers: withHeader(answer.headers, "Content-Type"),
  })),
  "another documented type for refusals": failing((answer) => {
    const json = answer.headers.some(([name, value]) => name === "Content-Type" && value === "application/json");
    const type = json ? "application/problem+json" : "application/json";
    return { ...answer, headers: withHeader(answer.headers, "Content-Type", type) };
  }),
};

function contentType(type: string): Change {
  return headed((headers) => withHeader(headers, "Content-Type", type));
}
