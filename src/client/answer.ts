import type { ErrorDetails, ErrorKind, Outcome } from "./errors.ts";
import type { Endpoint } from "./options.ts";
import type { Body } from "./read-body.ts";
import { readRetryAfter } from "./retry.ts";

/** What an answer means: a documented success, or trouble. */
export type Answer = DocumentedSuccess | Trouble;

/** A success that is as the description says. */
export interface DocumentedSuccess {
  status: number;
  headers: Headers;
  data: unknown;
}

/** Anything else: the makings of an error. */
export interface Trouble {
  message: string;
  details: Omit<ErrorDetails, "attempts">;
  /** The status, where the description names it or its range; `default`, where that is what covers it. */
  documented?: number | "default" | undefined;
  /** The body, where it is of the documented kind. */
  errorData?: unknown;
  /** Whether the request was handed to fetch. Default: true. */
  attempted?: boolean;
}

/** What stands before an answer's body; a `Response` has it. */
export type Head = Pick<Response, "status" | "ok" | "type" | "headers">;

/** Length to which text that is no JSON is cut in an error, in characters. */
const maxErrorText = 2000;

/** Reads an answer by what the description says of its status. A pure function. */
export function readAnswer({ status, ok, type, headers }: Head, body: Body, endpoint: Endpoint, url: string): Answer {
  const { answers, accept } = endpoint;
  const named = answers[status] ?? answers[`${`${status}`[0]}XX`];
  // A success has to be named: a default stands for failures.
  const expected = named ?? (ok ? undefined : answers.default);
  let value: unknown;
  let found: string | undefined;
  try {
    value = JSON.parse(body.text);
    found = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  } catch {
    value = body.text.slice(0, maxErrorText) || undefined;
  }
  const fits = found && (expected === found || expected === "any" || expected?.split("|").includes(found));
  const trouble = (kind: ErrorKind, outcome: Outcome, message: string): Trouble => ({
    message: `answered ${status}${message}`,
    details: { kind, outcome, status, headers, body: value, retryAfterMs: readRetryAfter(headers), cause: body.cause },
    documented: kind === "status" && expected ? (named ? status : "default") : undefined,
    errorData: fits ? value : undefined,
  });

  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    const location = headers.get("location") ?? "";
    const origin = location && URL.canParse(location, url) ? ` to ${new URL(location, url).origin}` : "";
    // 302 and 303 also mean: done, look there. https://www.rfc-editor.org/rfc/rfc9110#section-15.4
    const outcome = status === 302 || status === 303 ? "unknown" : "rejected";
    return trouble("redirect", outcome, `, a redirect${origin}, which is not followed: check baseUrl`);
  }
  if (!ok) return trouble("status", status >= 500 || status === 408 ? "unknown" : "rejected", "");
  if (!expected) return trouble("status", "unknown", ", which is not described");
  if (expected === "none") return { status, headers, data: undefined };
  const [mediaType = ""] = `${headers.get("content-type")}`.split(";");
  const problem =
    body.problem ??
    (!body.text
      ? "is empty"
      : !accept.split(", ").includes(mediaType.trim().toLowerCase())
        ? `has the media type ${mediaType}`
        : !found
          ? "is not JSON"
          : !fits && `is ${found}, not ${expected}`);
  return problem ? trouble("body", "unknown", ` with a body that ${problem}`) : { status, headers, data: value };
}
