import type { Expected } from "../test-case.ts";
import { equivalentTexts } from "../values/json-texts/equivalent.ts";
import { interoperabilityTexts } from "../values/json-texts/interoperability.ts";
import { malformedTexts } from "../values/json-texts/malformed.ts";
import { rawBody } from "../values/single-error.ts";
import { refusal, success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Bodies that are absent, empty, not JSON, or unusual JSON. */
export function* bodySyntax(context: CaseContext): Generator<CaseDraft> {
  const { operation, base, locations } = context;
  const { body } = operation;
  if (!body || base.body === undefined) return;
  const pointer = body.pointer;
  const of = (name: string, title: string, bytes: Buffer | string | undefined, expected: Expected, headers = {}) => {
    const sent = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
    const request = buildRequest(context, { body: sent, headers: { "Content-Type": body.mediaType, ...headers } });
    return { name, title, requests: [request], expected, pointer };
  };

  const missing: Expected = body.required ? refusal("missingBody") : { outcome: "open", class: "missingBody" };
  yield of("none", "there is no body and no Content-Length", undefined, missing);
  yield of("empty", "the body is empty", "", missing);
  yield of(
    "blank",
    "the body is two spaces",
    "  ",
    body.required ? refusal("syntax") : { outcome: "open", class: "syntax" },
  );
  for (const value of [null, [], {}, [base.body], "text", 0, false, JSON.stringify(base.body)]) {
    if (body.validate(value).length === 0) continue;
    const text = JSON.stringify(value);
    const title = `the body is ${text.length > 40 ? (Array.isArray(value) ? "a list of it" : "its JSON as a string") : text}`;
    // If the body is optional, some servers treat an empty value as none.
    yield of(
      `value-${text.slice(0, 12)}`,
      title,
      text,
      body.required || value ? refusal("body") : refusal("borderline", "recommendation"),
    );
  }

  const text = JSON.stringify(base.body);
  for (const { name, about, bytes } of malformedTexts(text))
    yield of(name, `the body ${about}`, bytes, refusal("syntax"));
  for (const { name, about, bytes } of equivalentTexts(base.body))
    yield of(name, `the body ${about}`, bytes, success());
  const texts = locations.filter(({ value, root }) => typeof value === "string" && root === base.body);
  // In a string without constraints, the unusual characters are the only problem.
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
    const huge = rawBody(number, "1e999");
    yield of("huge-value", "the body has the number 1e999 in a documented property", huge, {
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
