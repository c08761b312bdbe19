import { type Header, headerValues } from "../http/request.ts";
import { success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Undocumented headers that change nothing, and other spellings of header names. */
export function* headers(context: CaseContext): Generator<CaseDraft> {
  const of = (name: string, title: string, added: Record<string, string>, expected = success()) => ({
    name,
    title,
    requests: [buildRequest(context, { headers: added })],
    expected,
  });
  yield of("unknown", "there is an undocumented header", { "X-Unknown-Header": "1" });
  const own = headerValues(buildRequest(context).headers, "cookie").map((cookie) => `${cookie}; `);
  yield of("cookie", "there is an undocumented cookie", { Cookie: `${own.join("")}unknown=1` });
  yield of("accept-language", "Accept-Language prefers German", { "Accept-Language": "de, en;q=0.5" });
  yield of(
    "forwarded",
    "a proxy adds X-Forwarded-For and Via",
    { "X-Forwarded-For": "192.0.2.1", Via: "1.1 proxy" },
    success("recommendation"),
  );
  yield of("origin", "Origin is that of another page", { Origin: "https://example.com" }, success("recommendation"));
  yield of("coding-unknown", "Accept-Encoding names an unknown coding", { "Accept-Encoding": "x-unknown" });
  yield of("expect", "Expect is 100-continue", { Expect: "100-continue" }, success("recommendation", "expectContinue"));
  yield of(
    "long",
    "a header has 4000 characters",
    { "X-Unknown-Header": "a".repeat(4_000) },
    success("recommendation"),
  );

  // Header names are case-insensitive: https://www.rfc-editor.org/rfc/rfc9110#section-5.1
  const plain = buildRequest(context);
  for (const [name, change] of [
    ["upper", (text: string) => text.toUpperCase()],
    ["lower", (text: string) => text.toLowerCase()],
  ] as const) {
    const changed = plain.headers.map(([own, value]): Header => [change(own), value]);
    const title = `header names are in ${name} case`;
    yield { name: `names-${name}`, title, requests: [{ ...plain, headers: changed }], expected: success() };
  }
}
