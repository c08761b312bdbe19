import { gzipSync } from "node:zlib";
import { documents } from "../model/expected-statuses.ts";
import { findMediaType, isJson } from "../model/media-type.ts";
import type { Expected } from "../test-case.ts";
import { refusal, success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Media types of the body: undocumented, absent, other spellings of the documented one; and content codings. */
export function* mediaType(context: CaseContext): Generator<CaseDraft> {
  const { operation, base } = context;
  const { body } = operation;
  if (!body || base.body === undefined) return;
  const of = (
    name: string,
    title: string,
    headers: Record<string, string | undefined>,
    expected: Expected,
    sent?: Buffer,
  ) => ({
    name,
    title,
    requests: [buildRequest(context, { headers, ...(sent && { body: sent }) })],
    expected,
    pointer: body.pointer,
  });
  const type = (value: string | undefined) => ({ "Content-Type": value });

  // A document without a response for 415 does not say that other media types are rejected.
  const basis = documents(operation, 415) ? "document" : "recommendation";
  for (const other of others) {
    const known = findMediaType(body.mediaTypes, other.split(";")[0] ?? "") !== undefined;
    if (!known)
      yield of(`other-${other.split(";")[0]}`, `Content-Type is ${other}`, type(other), refusal("mediaType", basis));
  }
  // Some servers treat media types as JSON that only resemble it.
  for (const other of ["application/vnd.api+json", "application/jsonp", "application/json5", "application/json-seq"]) {
    const known = findMediaType(body.mediaTypes, other) !== undefined;
    if (!known)
      yield of(
        `other-${other}`,
        `Content-Type is ${other}`,
        type(other),
        refusal("similarMediaType", "recommendation"),
      );
  }
  if (findMediaType(body.mediaTypes, "application/json") === undefined) {
    const json = Buffer.from(JSON.stringify(base.body));
    yield of("json", "the body is JSON", type("application/json"), refusal("mediaType", basis), json);
  }
  const form = Buffer.from(
    new URLSearchParams(Object.entries(base.body ?? {}).map(([key, value]) => [key, String(value)])).toString(),
  );
  if (findMediaType(body.mediaTypes, "application/x-www-form-urlencoded") === undefined) {
    yield of(
      "form",
      "the body is a form",
      type("application/x-www-form-urlencoded"),
      refusal("mediaType", basis),
      form,
    );
  }
  const absent = body.required
    ? refusal("missingMediaType", "recommendation")
    : ({ outcome: "open", class: "missingMediaType" } as const);
  yield of("absent", "Content-Type is absent", type(undefined), absent);
  yield of("empty", "Content-Type is empty", type(""), absent);

  const { contentType: own } = body;
  const upper = own.replace(/^[^;]*/, (essence) => essence.toUpperCase());
  // Parsers of forms on common servers compare the letters, against RFC 9110, section 8.3.1.
  const caseless = isJson(own) ? success() : success("recommendation");
  yield of("upper-case", `Content-Type is ${upper}`, type(upper), caseless);
  if (isJson(own)) {
    yield of("charset", `Content-Type is ${own}; charset=utf-8`, type(`${own}; charset=utf-8`), success());
    yield of("charset-upper", `Content-Type is ${own};charset=UTF-8`, type(`${own};charset=UTF-8`), success());
    yield of(
      "charset-quoted",
      `Content-Type is ${own}; charset="utf-8"`,
      type(`${own}; charset="utf-8"`),
      success("recommendation", "quotedCharset"),
    );
    yield of(
      "charset-other",
      `Content-Type is ${own}; charset=utf-16`,
      type(`${own}; charset=utf-16`),
      refusal("charset", "recommendation"),
    );
  }

  const identity = { "Content-Encoding": "identity" };
  yield of(
    "coding-identity",
    "Content-Encoding is identity, which changes nothing",
    identity,
    success("recommendation", "identityEncoding"),
  );
  const bytes = body.encode(base.body);
  const open: Expected = { outcome: "open", class: "contentEncoding" };
  yield of("gzip", "the body is compressed", { "Content-Encoding": "gzip" }, open, gzipSync(bytes));
  yield of(
    "gzip-false",
    "Content-Encoding says gzip, and the body is not",
    { "Content-Encoding": "gzip" },
    refusal("contentEncoding", "recommendation"),
  );
  yield of(
    "coding-unknown",
    "Content-Encoding is unknown",
    { "Content-Encoding": "x-unknown" },
    refusal("contentEncoding", "recommendation"),
  );
  const chunked = Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n0\r\n\r\n")]);
  yield of(
    "chunked",
    "the body is chunked",
    { "Transfer-Encoding": "chunked" },
    success("recommendation", "chunkedBody"),
    chunked,
  );
}

const others = [
  "text/plain",
  "text/json",
  "application/xml",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/octet-stream",
  "text/html",
  "application/javascript",
  "image/png",
];
