import { isExpressible, type UnusualText } from "../bodies/body-format.ts";
import type { Expected } from "../test-case.ts";
import type { BodyLocation } from "../values/body-locations.ts";
import { exotic } from "../values/exotic.ts";
import { interoperabilityTexts } from "../values/json-texts/interoperability.ts";
import { isIdentifier } from "../values/locate.ts";
import { bodyRefusal, refusal, success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";
import { contentTypeOf } from "./shown-headers.ts";

/** Bodies that are absent, empty, not JSON, or unusual JSON. */
export function* bodySyntax(context: CaseContext): Generator<CaseDraft> {
  const { operation, base, locations } = context;
  const { body } = operation;
  if (!body || base.body === undefined) return;
  const pointer = body.pointer;
  const of = (name: string, title: string, bytes: Buffer | string | undefined, expected: Expected, headers = {}) => {
    const sent = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
    const request = buildRequest(context, {
      body: sent,
      headers: { "Content-Type": contentTypeOf(context), ...headers },
    });
    return { name, title, requests: [request], expected, pointer };
  };

  const missing: Expected = body.required ? refusal("missingBody") : { outcome: "open", class: "missingBody" };
  yield of("none", "there is no body and no Content-Length", undefined, missing);
  yield of("empty", "the body is empty", "", missing);
  const { withJson } = body;
  // Elsewhere, spaces are a text like any other.
  if (withJson) {
    const blank: Expected = body.required ? refusal("syntax") : { outcome: "open", class: "syntax" };
    yield of("blank", "the body is two spaces", "  ", blank);
  }
  for (const value of [null, [], {}, [base.body], "text", 0, false, JSON.stringify(base.body)]) {
    const faults = body.validate(value);
    if (faults.length === 0 || !isExpressible(faults)) continue;
    const text = JSON.stringify(value);
    const title = `the body is ${text.length > 40 ? (Array.isArray(value) ? "a list of it" : "its JSON as a string") : text}`;
    // If the body is optional, some servers treat an empty value as none.
    yield of(
      `value-${text.slice(0, 12)}`,
      title,
      body.encode(value),
      body.required || value ? bodyRefusal(value) : refusal("borderline", "recommendation"),
    );
  }

  const openSyntax: Expected = { outcome: "open", class: "syntax" };
  const typeOf = ({ contentType }: UnusualText) => (contentType === undefined ? {} : { "Content-Type": contentType });
  for (const unusual of body.malformed(base.body)) {
    const { name, about, bytes, basis = "document" } = unusual;
    const expected = basis === "open" ? openSyntax : refusal("syntax", basis);
    yield of(name, `the body ${about}`, bytes, expected, typeOf(unusual));
  }
  for (const unusual of body.equivalent(base.body)) {
    const { name, about, bytes, basis = "document" } = unusual;
    const expected = basis === "open" ? openSyntax : success(basis);
    yield of(name, `the body ${about}`, bytes, expected, typeOf(unusual));
  }

  if (!withJson) return;
  const rawBody = ({ root, path }: BodyLocation, raw: string) => withJson(root, path, raw);
  const text = JSON.stringify(base.body);
  // A server may rightly reject any other value of an identifier.
  const texts = locations.filter(
    (location) => typeof location.value === "string" && location.root === base.body && !isIdentifier(location),
  );
  // Where the description leaves text free, the odd characters are the only thing that is odd.
  const free =
    texts.find(({ parts }) => parts.every(({ schema }) => !schema.pattern && !schema.format && !schema.enum)) ??
    texts[0];
  const inText = free && ((raw: Buffer) => splice(rawBody(free, '"raw-here"'), "raw-here", raw));
  for (const { name, about, bytes, class: requestClass, rejected } of interoperabilityTexts(text, inText, body)) {
    const open: Expected = requestClass ? { outcome: "open", class: requestClass } : { outcome: "open" };
    yield of(
      name,
      `the body ${about}`,
      bytes,
      rejected && requestClass ? refusal(requestClass, "recommendation") : open,
    );
  }
  if (free) {
    const slash = rawBody(free, '"a\\/b"');
    if (body.validate(JSON.parse(slash.toString())).length === 0)
      yield of("same-slash", "the body has an escaped slash", slash, success());
  }
  // Sent only if something states the expected response.
  if (inText && (operation.responses.has("413") || operation.xContract.statuses.size)) {
    const huge = inText(Buffer.alloc(12_000_000, "a"));
    const title = "the body has a string of twelve million characters";
    yield of("twelve-megabytes", title, huge, { outcome: "open", class: "size" });
  }
  const number = locations.find(({ value, root }) => typeof value === "number" && root === base.body);
  if (number) {
    const huge = rawBody(number, exotic.numbers.huge);
    yield of("huge-value", "the body has the number 1e999 where one is body", huge, {
      outcome: "open",
      class: "hugeNumber",
    });
  }
}

/** Replaces the first occurrence of a text with bytes. */
function splice(body: Buffer, text: string, raw: Buffer): Buffer {
  const at = body.indexOf(text);
  return Buffer.concat([body.subarray(0, at), raw, body.subarray(at + text.length)]);
}
