import { type Header, headerValues } from "./request.ts";

/** Status line and header fields of a response. */
export interface ResponseHead {
  status: number;
  /** Names as sent; values without surrounding white space. */
  headers: Header[];
  /** How the end of the body is determined. */
  framing: { kind: "none" } | { kind: "length"; bytes: number } | { kind: "chunked" } | { kind: "close" };
  /** Whether the server announces that it closes the connection. */
  closes: boolean;
  /** What RFC 9112 forbids, in words. */
  problems: string[];
}

/** The problem of a line that ends without a CR. */
export const bareLineEnd = "a line of the head ends with a bare LF";

const fieldLine = /^([!#$%&'*+.^_`|~\w-]+)(\s*):[ \t]*(.*?)[ \t]*$/;

/**
 * Parses the head of the response to a request of that method. Undefined if the text is not HTTP.
 * https://www.rfc-editor.org/rfc/rfc9112#section-4
 */
export function parseHead(text: string, method: string): ResponseHead | undefined {
  const [statusLine = "", ...lines] = text.split("\n").map((line) => line.replace(/\r$/, ""));
  const [, minor, digits] = /^HTTP\/1\.([01]) (\d{3})(?: .*)?$/.exec(statusLine) ?? [];
  if (digits === undefined) return undefined;
  const problems: string[] = [];
  if (/[^\r]\n/.test(text)) problems.push(bareLineEnd);
  const headers: Header[] = [];
  for (const line of lines) {
    const [, name, space, value = ""] = fieldLine.exec(line) ?? [];
    if (name === undefined)
      problems.push(`the head has a line that is not a header field: ${JSON.stringify(line.slice(0, 60))}`);
    else {
      if (space) problems.push(`there is white space before the colon of ${name}`);
      headers.push([name, value]);
    }
  }
  const status = Number(digits);
  const connection = headerValues(headers, "connection").join(",").toLowerCase();
  return {
    status,
    headers,
    framing: framingOf(status, method, headers, problems),
    closes: minor === "0" ? !connection.includes("keep-alive") : connection.includes("close"),
    problems,
  };
}

/** https://www.rfc-editor.org/rfc/rfc9112#section-6.3 */
function framingOf(status: number, method: string, headers: Header[], problems: string[]): ResponseHead["framing"] {
  const lengths = new Set(headerValues(headers, "content-length").flatMap((value) => value.split(/\s*,\s*/)));
  const codings = headerValues(headers, "transfer-encoding").join(",").toLowerCase();
  const [length] = lengths;
  if (lengths.size > 1) problems.push(`Content-Length is present more than once: ${[...lengths].join(", ")}`);
  else if (headerValues(headers, "content-length").join(",").includes(","))
    problems.push("Content-Length is present twice");
  if (length !== undefined && !/^\d{1,15}$/.test(length)) problems.push(`Content-Length is not a number: ${length}`);
  if (codings && length !== undefined) problems.push("Content-Length and Transfer-Encoding are both present");
  if (codings && !/(^|,\s*)chunked$/.test(codings)) problems.push(`Transfer-Encoding is ${codings}, not chunked`);
  if (method === "HEAD" || status === 204 || status === 304 || status < 200) {
    if (status === 204 && (codings || (length !== undefined && length !== "0"))) {
      problems.push("a 204 has no body, but the head announces one");
    }
    return { kind: "none" };
  }
  if (codings) return /chunked$/.test(codings) ? { kind: "chunked" } : { kind: "close" };
  return length !== undefined && /^\d{1,15}$/.test(length)
    ? { kind: "length", bytes: Number(length) }
    : { kind: "close" };
}
