import { type Header, headerValues } from "./request.ts";

/** Status line and header fields of an answer. */
export interface ResponseHead {
  status: number;
  /** Names as they were sent; values without the white space around them. */
  headers: Header[];
  /** How the end of the body is told. */
  framing: { kind: "none" } | { kind: "length"; bytes: number } | { kind: "chunked" } | { kind: "close" };
  /** Whether the server said that it closes the connection. */
  closes: boolean;
  /** What RFC 9112 does not allow, in words. */
  faults: string[];
}

/** The fault of a line that ends without its CR. */
export const bareLineEnd = "a line of the head ends with a bare LF";

const fieldLine = /^([!#$%&'*+.^_`|~\w-]+)(\s*):[ \t]*(.*?)[ \t]*$/;

/**
 * Reads the head of an answer to a request of that method. Undefined: these bytes are no HTTP.
 * https://www.rfc-editor.org/rfc/rfc9112#section-4
 */
export function parseHead(text: string, method: string): ResponseHead | undefined {
  const [statusLine = "", ...lines] = text.split("\n").map((line) => line.replace(/\r$/, ""));
  const [, minor, digits] = /^HTTP\/1\.([01]) (\d{3})(?: .*)?$/.exec(statusLine) ?? [];
  if (digits === undefined) return undefined;
  const faults: string[] = [];
  if (/[^\r]\n/.test(text)) faults.push(bareLineEnd);
  const headers: Header[] = [];
  for (const line of lines) {
    const [, name, space, value = ""] = fieldLine.exec(line) ?? [];
    if (name === undefined) faults.push(`the head has a line that is no header: ${JSON.stringify(line.slice(0, 60))}`);
    else {
      if (space) faults.push(`there is white space before the colon of ${name}`);
      headers.push([name, value]);
    }
  }
  const status = Number(digits);
  const connection = headerValues(headers, "connection").join(",").toLowerCase();
  return {
    status,
    headers,
    framing: framingOf(status, method, headers, faults),
    closes: minor === "0" ? !connection.includes("keep-alive") : connection.includes("close"),
    faults,
  };
}

/** https://www.rfc-editor.org/rfc/rfc9112#section-6.3 */
function framingOf(status: number, method: string, headers: Header[], faults: string[]): ResponseHead["framing"] {
  const lengths = new Set(headerValues(headers, "content-length").flatMap((value) => value.split(/\s*,\s*/)));
  const codings = headerValues(headers, "transfer-encoding").join(",").toLowerCase();
  const [length] = lengths;
  if (lengths.size > 1) faults.push(`Content-Length is given more than once: ${[...lengths].join(", ")}`);
  else if (headerValues(headers, "content-length").join(",").includes(","))
    faults.push("Content-Length is given twice");
  if (length !== undefined && !/^\d{1,15}$/.test(length)) faults.push(`Content-Length is no number: ${length}`);
  if (codings && length !== undefined) faults.push("both Content-Length and Transfer-Encoding tell the body's length");
  if (codings && !/(^|,\s*)chunked$/.test(codings)) faults.push(`Transfer-Encoding is ${codings}, not chunked`);
  if (method === "HEAD" || status === 204 || status === 304 || status < 200) {
    if (status === 204 && (codings || (length !== undefined && length !== "0"))) {
      faults.push("a 204 has no body, and the head tells of one");
    }
    return { kind: "none" };
  }
  if (codings) return /chunked$/.test(codings) ? { kind: "chunked" } : { kind: "close" };
  return length !== undefined && /^\d{1,15}$/.test(length)
    ? { kind: "length", bytes: Number(length) }
    : { kind: "close" };
}
