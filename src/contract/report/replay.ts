import { hasHeader, requestBytes, type WireRequest } from "../wire/request.ts";
import type { Target } from "../wire/target.ts";
import type { Redactor } from "./redact.ts";

/** Longer bodies make no readable line; the report has their bytes. */
const maxBodyCharacters = 4_000;
/** Exact bytes beyond this are cut from a report. */
const maxExactBytes = 65_536;

/**
 * A line for a POSIX shell that sends the request again with curl, the key taken from its variable. Undefined where curl
 * would send something else: bytes that are no text, a framing made by hand, a header given twice.
 */
export function curlLine(request: WireRequest, target: Target, redactor: Redactor): string | undefined {
  const { method, target: path, headers, body } = request;
  const names = headers.map(([name]) => name.toLowerCase());
  if (new Set(names).size < names.length || hasHeader(headers, "transfer-encoding")) return undefined;
  const text = body?.toString("utf8");
  if (
    body &&
    text !== undefined &&
    (!Buffer.from(text).equals(body) || text.includes("\0") || text.length > maxBodyCharacters)
  )
    return undefined;
  const parts = ["curl -sS -i", method === "HEAD" ? "--head" : `-X ${method}`];
  if (/\/\/|\/\.{1,2}(\/|$)/.test(path)) parts.push("--path-as-is");
  parts.push(quoted(`${target.secure ? "https" : "http"}://${target.host}${path}`, redactor));
  for (const [name, value] of headers)
    parts.push(`-H ${quoted(value === "" ? `${name};` : `${name}: ${value}`, redactor)}`);
  // What curl would add of its own.
  if (!names.includes("accept")) parts.push("-H 'Accept:'");
  if (body !== undefined && !names.includes("content-type")) parts.push("-H 'Content-Type:'");
  if (text !== undefined) parts.push(`--data-binary ${quoted(text, redactor)}`);
  return parts.join(" ");
}

/** A word of a shell: in single quotes, or in double ones where it holds the key's variable. */
function quoted(text: string, redactor: Redactor): string {
  const redacted = redactor.text(text);
  if (redacted === text) return `'${text.replaceAll("'", "'\\''")}'`;
  // Only the placeholders may be expanded, and they were not in the text before.
  const pieces = redacted.split(/(\$\{\w+(?:[%#]\?)?\})/);
  return pieces
    .map((piece, index) => (index % 2 === 1 ? `"${piece}"` : piece === "" ? "" : `'${piece.replaceAll("'", "'\\''")}'`))
    .join("");
}

/** All bytes of the request in base64, without the key; undefined where they are too many to show. */
export function exactBytes(request: WireRequest, target: Target, redactor: Redactor): string | undefined {
  const bytes = requestBytes(request, { host: target.host, userAgent: "replay" });
  if (bytes.length > maxExactBytes) return undefined;
  // Latin-1 gives each byte a character, so that nothing but the key changes.
  return Buffer.from(redactor.text(bytes.toString("latin1")), "latin1").toString("base64");
}
