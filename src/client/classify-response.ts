import type { AttemptFailure, AttemptResult } from "./attempt-result.ts";
import type { ErrorKind } from "./errors.ts";
import type { Endpoint } from "./options.ts";
import type { Outcome } from "./outcome.ts";
import { parseBody } from "./parse-body.ts";
import type { Body } from "./read-body.ts";
import { readRetryAfter } from "./retry-after.ts";

/** The part of a `Response` that precedes its body. */
export type ResponseHead = Pick<Response, "status" | "ok" | "type" | "headers">;

/** Compares a response with what the spec documents for its status. A pure function. */
export function classifyResponse(
  { status, ok, type, headers }: ResponseHead,
  body: Body,
  { responses, accept }: Endpoint,
  url: string,
): AttemptResult {
  const named = responses[status] ?? responses[`${`${status}`[0]}XX`];
  // `default` covers failures only: a success has to be named.
  const expected = named ?? (ok ? undefined : responses.default);
  const { value, jsonType, matches } = parseBody(body.text, expected);
  const failure = (
    kind: ErrorKind,
    outcome: Outcome,
    message = "",
    documented?: number | "default",
  ): AttemptFailure => ({
    message: `returned ${status}${message}`,
    details: { kind, outcome, status, headers, body: value, retryAfterMs: readRetryAfter(headers), cause: body.cause },
    documented,
    errorData: matches ? value : undefined,
  });

  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    // 302 and 303 may also follow a success. https://www.rfc-editor.org/rfc/rfc9110#section-15.4
    const outcome = status === 302 || status === 303 ? "unknown" : "rejected";
    return failure("redirect", outcome, `, a redirect${targetOf(headers, url)}: check baseUrl`);
  }
  const outcome = ok || status >= 500 || status === 408 ? "unknown" : "rejected";
  if (!expected) return failure("status", outcome, ", which is not in the spec");
  if (!ok) return failure("status", outcome, "", named ? status : "default");
  if (expected === "none") return { status, headers, data: undefined };
  const unusable = (problem: string) => failure("body", "unknown", ` with a body that ${problem}`);
  if (body.problem) return unusable(body.problem);
  if (!body.text) return unusable("is empty");
  const mediaType = `${headers.get("content-type")}`.replace(/;.*/, "").trim();
  if (!accept.split(", ").includes(mediaType.toLowerCase())) return unusable(`has the media type ${mediaType}`);
  if (!jsonType) return unusable("is not JSON");
  if (!matches) return unusable(`is ${jsonType}, not ${expected}`);
  return { status, headers, data: value };
}

/** Returns ` to ORIGIN`, or nothing if the redirect names no target. */
function targetOf(headers: Headers, url: string): string {
  const location = headers.get("location");
  return location && URL.canParse(location, url) ? ` to ${new URL(location, url).origin}` : "";
}
