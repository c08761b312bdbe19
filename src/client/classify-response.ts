import type { AttemptFailure, AttemptResult } from "./attempt-result.ts";
import type { ErrorKind } from "./errors.ts";
import type { Endpoint } from "./options.ts";
import type { Outcome } from "./outcome.ts";
import { type JsonBody, parseBody } from "./parse-body.ts";
import type { Body } from "./read-body.ts";
import { readRetryAfter } from "./retry-after.ts";

/** The part of a `Response` that precedes its body. */
export type ResponseHead = Pick<Response, "status" | "ok" | "type" | "headers">;

/** Compares a response with what the spec documents for its status. A pure function. */
export function classifyResponse(head: ResponseHead, body: Body, endpoint: Endpoint, url: string): AttemptResult {
  const { status, ok, type, headers } = head;
  const { responses } = endpoint;
  const named = responses[status] ?? responses[`${`${status}`[0]}XX`];
  // `default` covers failures only: a success has to be named.
  const expected = named ?? (ok ? undefined : responses.default);
  const json = parseBody(body.text, expected);
  const failure = (kind: ErrorKind, outcome: Outcome, message: string): AttemptFailure => ({
    message: `returned ${status}${message}`,
    details: {
      kind,
      outcome,
      status,
      headers,
      body: json.value,
      retryAfterMs: readRetryAfter(headers),
      cause: body.cause,
    },
    documented: kind === "status" && expected ? (named ? status : "default") : undefined,
    errorData: json.matches ? json.value : undefined,
  });

  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    // 302 and 303 may also follow a success. https://www.rfc-editor.org/rfc/rfc9110#section-15.4
    const outcome = status === 302 || status === 303 ? "unknown" : "rejected";
    return failure("redirect", outcome, `, a redirect${targetOf(headers, url)} that is not followed: check baseUrl`);
  }
  if (!ok) return failure("status", status >= 500 || status === 408 ? "unknown" : "rejected", "");
  if (!expected) return failure("status", "unknown", ", which the spec does not document");
  if (expected === "none") return { status, headers, data: undefined };
  const problem = findBodyProblem(body, json, headers, endpoint, expected);
  if (problem) return failure("body", "unknown", ` with a body that ${problem}`);
  return { status, headers, data: json.value };
}

/** Returns ` to ORIGIN`, or nothing if the redirect names no target. */
function targetOf(headers: Headers, url: string): string {
  const location = headers.get("location");
  return location && URL.canParse(location, url) ? ` to ${new URL(location, url).origin}` : "";
}

/** Says why the body of a success cannot be returned; undefined if it can. */
function findBodyProblem(
  { problem, text }: Body,
  { type, matches }: JsonBody,
  headers: Headers,
  { accept }: Endpoint,
  expected: string,
): string | undefined {
  if (problem) return problem;
  if (!text) return "is empty";
  const [mediaType = ""] = `${headers.get("content-type")}`.split(";");
  if (!accept.split(", ").includes(mediaType.trim().toLowerCase())) return `has the media type ${mediaType}`;
  if (!type) return "is not JSON";
  return matches ? undefined : `is ${type}, not ${expected}`;
}
