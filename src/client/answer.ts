import type { ErrorDetails } from "./errors.ts";
import type { Endpoint } from "./options.ts";
import type { Body } from "./read-body.ts";
import { readRetryAfter } from "./retry.ts";

/** What an answer means: a documented success, or the makings of an error. */
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
  details: ErrorDetails;
  /** Whether the description names the status. */
  documented: boolean;
  /** The body, where it is of the documented kind. */
  errorData?: unknown;
}

/** What stands before an answer's body; a `Response` has it. */
export type Head = Pick<Response, "status" | "ok" | "type" | "headers">;

/** Length to which text that is no JSON is cut in an error, in characters. */
const maxErrorText = 2000;

/** Reads an answer by what the description says of its status. A pure function. */
export function readAnswer(response: Head, body: Body, endpoint: Endpoint, url: string): Answer {
  const { status, headers } = response;
  const expected = endpoint.answers[status] ?? endpoint.answers[`${String(status)[0]}XX`] ?? endpoint.answers.default;
  const base = { status, headers, retryAfterMs: readRetryAfter(headers) };

  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    const target = originOf(headers.get("location"), url);
    // 302 and 303 also mean: done, look there. https://www.rfc-editor.org/rfc/rfc9110#section-15.4
    const outcome = status === 302 || status === 303 ? "unknown" : "rejected";
    const message = `answered with a redirect${target && ` to ${target}`}, which is not followed: check baseUrl`;
    return {
      message,
      details: { ...base, kind: "redirect", outcome, body: readText(body.text).value },
      documented: false,
    };
  }

  const { value, isJson } = readText(body.text);
  if (!response.ok) {
    const outcome = status >= 500 || status === 408 ? "unknown" : "rejected";
    return {
      message: `answered ${status}`,
      details: { ...base, kind: "status", outcome, body: value },
      documented: expected !== undefined,
      errorData: isJson && expected && hasType(value, expected) ? value : undefined,
    };
  }

  if (expected === "none") return { status, headers, data: undefined };
  const problem =
    expected === undefined
      ? "is not described"
      : (body.problem ??
        (body.text === ""
          ? "is empty"
          : !hasMediaType(headers, endpoint.accept)
            ? `has the media type ${headers.get("content-type")}`
            : !isJson
              ? "is not JSON"
              : hasType(value, expected)
                ? undefined
                : `is ${typeOf(value)}, not ${expected}`));
  if (problem === undefined) return { status, headers, data: value };
  const message =
    expected === undefined ? `answered ${status}, which ${problem}` : `answered ${status} with a body that ${problem}`;
  const kind = expected === undefined ? "status" : "body";
  return { message, details: { ...base, kind, outcome: "unknown", body: value, cause: body.cause }, documented: false };
}

function readText(text: string): { value: unknown; isJson: boolean } {
  try {
    return { value: JSON.parse(text), isJson: true };
  } catch {
    return { value: text === "" ? undefined : text.slice(0, maxErrorText), isJson: false };
  }
}

function originOf(location: string | null, url: string): string {
  if (location === null || !URL.canParse(location, url)) return "";
  return new URL(location, url).origin;
}

function hasMediaType(headers: Headers, accept: string): boolean {
  const [mediaType = ""] = (headers.get("content-type") ?? "").split(";");
  return accept.split(", ").includes(mediaType.trim().toLowerCase());
}

function hasType(value: unknown, expected: string): boolean {
  return expected === "any" || expected.split("|").includes(typeOf(value));
}

function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}
