import { type Header, headerValues } from "../http/request.ts";
import { success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Headers that nothing describes and that change nothing, and other ways to write those that are sent. */
export function* headers(context: CaseContext): Generator<CaseDraft> {
  const of = (name: string, title: string, added: Record<string, string>, expected = success()) => ({
    name,
    title,
    requests: [buildRequest(context, { headers: added })],
    expected,
  });
  yield of("unknown", "there is a header that nothing describes", { "X-Unknown-Header": "1" });
  const own = headerValues(buildRequest(context).headers, "cookie").map((cookie) => `${cookie}; `);
  yield of("cookie", "there is a cookie that nobody asked for", { Cookie: `${own.join("")}unknown=1` });
  yield of("accept-language", "a language is preferred", { "Accept-Language": "de, en;q=0.5" });
  yield of(
    "forwarded",
    "a proxy says for whom it asks",
    { "X-Forwarded-For": "192.0.2.1", Via: "1.1 proxy" },
    success("recommendation"),
  );
  yield of(
    "origin",
    "the request comes from a page of another origin",
    { Origin: "https://example.com" },
    success("recommendation"),
  );
  yield of("coding-unknown", "the coding that is accepted is unknown", { "Accept-Encoding": "x-unknown" });
  yield of(
    "expect",
    "the client would wait for 100 (Continue)",
    { Expect: "100-continue" },
    success("recommendation", "expectContinue"),
  );
  yield of(
    "long",
    "a header has 4000 characters",
    { "X-Unknown-Header": "a".repeat(4_000) },
    success("recommendation"),
  );

  // Names mean the same in any case: https://www.rfc-editor.org/rfc/rfc9110#section-5.1
  const plain = buildRequest(context);
  for (const [name, change] of [
    ["upper", (text: string) => text.toUpperCase()],
    ["lower", (text: string) => text.toLowerCase()],
  ] as const) {
    const changed = plain.headers.map(([own, value]): Header => [change(own), value]);
    const title = `the names of headers are in ${name} case`;
    yield { name: `names-${name}`, title, requests: [{ ...plain, headers: changed }], expected: success() };
  }
}
