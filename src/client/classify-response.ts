import type { AttemptFailure, AttemptResult } from "./attempt-result.ts";
import type { ErrorKind } from "./errors.ts";
import type { Endpoint } from "./options.ts";
import { parseBody } from "./parse-body.ts";
import type { Body } from "./read-body.ts";
import { describeTarget } from "./redirect-target.ts";
import { readRetryAfter } from "./retry-after.ts";

/** The part of a `Response` that precedes its body. */
export type ResponseHead = Pick<Response, "status" | "ok" | "headers">;

/**
 * Compares a response with what the spec documents for its status. A pure function.
 *
 * @param isValidated Whether the caller validates the body, which makes looking for its properties unnecessary.
 */
export function classifyResponse(
  { status, ok, headers }: ResponseHead,
  body: Body,
  { responses, accept }: Endpoint,
  url: string,
  isValidated: unknown,
): AttemptResult {
  const name = status in responses ? status : `${`${status}`[0]}XX`;
  // `default` covers failures only: a success has to be named.
  const [expected, ...required] = responses[name] ?? (ok ? [] : (responses.default ?? []));
  const { value, jsonType, matches } = parseBody(body.text, expected);
  const documented = name in responses ? status : expected ? "default" : "undocumented";
  const failure = (kind: ErrorKind, isRejection: boolean, message: string): AttemptFailure => ({
    message: `returned ${status}${message}`,
    details: {
      kind,
      outcome: isRejection ? "rejected" : "unknown",
      status,
      headers,
      body: value,
      retryAfterMs: readRetryAfter(headers),
      cause: body.cause,
    },
    bytes: body.bytes,
    // A success whose body is unusable has no documented data.
    ...(kind !== "body" && { resultStatus: documented, errorData: matches ? value : undefined }),
  });
  if (!ok && status < 400) {
    // These three ask for the same request elsewhere; others may follow a success.
    // https://www.rfc-editor.org/rfc/rfc9110#section-15.4
    // The status is 0 where a browser hides a redirect: it may be any of them.
    const target = status ? describeTarget(headers.get("location"), url) : " that the browser hides";
    return failure("redirect", /^30[178]$/.test(`${status}`), `, a redirect${target}: check baseUrl`);
  }
  if (!ok || !expected) {
    return failure("status", !ok && status < 500 && status !== 408, expected ? "" : ", which is not in the spec");
  }
  if (expected === "none") return { status, headers, data: undefined, bytes: body.bytes };
  const unusable = (problem: string) => failure("body", false, ` with a body that ${problem}`);
  if (body.problem) return unusable(body.problem);
  if (!body.text) return unusable("is empty");
  const mediaType = `${headers.get("content-type")}`.replace(/;.*/, "").trim();
  if (!accept.split(", ").includes(mediaType.toLowerCase())) return unusable(`has the media type ${mediaType}`);
  if (!jsonType) return unusable("is not JSON");
  if (!matches) return unusable(`is ${jsonType}, not ${expected}`);
  // A gateway's error in a success, or the data in an envelope: without `validate`, nothing else would notice.
  const missing = required.filter(
    (property) => jsonType === "object" && !isValidated && !Object.hasOwn(value as object, property),
  );
  return missing[0] ? unusable(`lacks ${missing.join(", ")}`) : { status, headers, data: value, bytes: body.bytes };
}
