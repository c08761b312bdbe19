import { hasHeader, headerName, requestBytes, type WireRequest } from "../http/request.ts";
import type { Target } from "../http/target.ts";
import { type Piece, type Redactor, shown } from "./redact.ts";
import type { ShownCase } from "./report.ts";
import { shellPrint, shellWord } from "./shell.ts";

/** Longer bodies make no readable line. */
const maxBodyCharacters = 4_000;
/** A report leaves out longer requests. */
const maxExactBytes = 65_536;

/** How to reproduce a case: its curl line, else the flags that run this case alone, as with a wrong key. */
export function reproduction({ id, curl }: Pick<ShownCase, "id" | "curl">, seed: number): string {
  return curl ?? `run this test case alone, with --case ${shellWord([id])} --seed ${seed}`;
}

/**
 * A line for a POSIX shell that sends the request again with curl, with the key from its variable. Undefined where the
 * request has something made from the key, and where curl would send something else: bytes that are not text, a framing made
 * by hand, a repeated header, an unusual target.
 */
export function curlLine(request: WireRequest, target: Target, redactor: Redactor): string | undefined {
  const { method, target: path, headers, body } = request;
  const text = body === undefined ? undefined : readText(body);
  if ((body !== undefined && text === undefined) || !isSendable(request, target)) return undefined;
  const names = headers.map(([name]) => name.toLowerCase());
  const content = text === undefined ? undefined : bodyOption(redactor.split(text), text);
  const words = [
    ...(content?.pipe ?? []),
    "curl -sS -i",
    method === "HEAD" ? "--head" : `-X ${method}`,
    ...options(path, target),
    shellWord([`${target.secure ? "https" : "http"}://${target.host}`, ...redactor.target(path)]),
    ...headers.filter(([name]) => !isFromCurl(name)).map(([name, value]) => headerOption(name, value, redactor)),
    // Headers that curl would add.
    ...(names.includes("accept") ? [] : ["-H 'Accept:'"]),
    ...(content && !names.includes("content-type") ? ["-H 'Content-Type:'"] : []),
    ...(content?.option ?? []),
  ];
  return words.includes(undefined) ? undefined : words.join(" ");
}

/** The body as text for a line; undefined where it is too long, or not text. */
function readText(body: Buffer): string | undefined {
  const text = body.toString("utf8", 0, maxBodyCharacters * 4);
  const isText = Buffer.from(text).equals(body) && !text.includes("\0");
  return isText && text.length <= maxBodyCharacters ? text : undefined;
}

/** Whether curl sends the request as it is. */
function isSendable({ method, target: path, headers, body }: WireRequest, { host }: Target): boolean {
  const names = headers.map(([name]) => name.toLowerCase());
  const isKept = (name: string, value: string) => {
    // Recordings have both: curl writes the same.
    if (name === "content-length") return value === String(body?.length);
    if (name === "host") return value === host;
    // curl would chunk the body itself, or wait for 100 Continue.
    if (name === "transfer-encoding" || name === "expect") return false;
    return headerName.test(name) && (value === "" || (/^[\x20-\x7e]+$/.test(value) && value.trim() !== ""));
  };
  return (
    /^[a-z][\w-]*$/i.test(method) &&
    // curl would wait for the body of the response.
    !(method === "HEAD" && body !== undefined) &&
    /^\/[\x21\x22\x24-\x7e]*$/.test(path) &&
    new Set(names).size === names.length &&
    headers.every(([, value], index) => isKept(names[index] ?? "", value))
  );
}

/** Whether curl writes the header itself. */
function isFromCurl(name: string): boolean {
  return /^(content-length|host)$/i.test(name);
}

function headerOption(name: string, value: string, redactor: Redactor): string | undefined {
  const pieces = value === "" ? [`${name};`] : [`${name}: `, ...redactor.header(name, value)];
  return option("-H", shellWord(pieces));
}

/** Options that make curl send the target unchanged, over HTTP/1.1. */
function options(path: string, { host, secure }: Target): string[] {
  const [pathOnly = ""] = path.split("?");
  return [
    ...(secure ? ["--http1.1"] : []),
    ...(/\/\/|\/(\.|%2e){1,2}(\/|$)/i.test(pathOnly) ? ["--path-as-is"] : []),
    ...(/[[\]{}]/.test(host + path) ? ["--globoff"] : []),
  ];
}

/** Passes the body in an option, or through a pipe where control characters would break the line or reach the terminal. */
function bodyOption(pieces: Piece[], text: string): { pipe?: (string | undefined)[]; option: (string | undefined)[] } {
  if (/\p{Cc}/u.test(text)) return { pipe: [shellPrint(pieces), "|"], option: ["--data-binary @-"] };
  // --data-binary would read a leading @ as the name of a file.
  return { option: [option(text.startsWith("@") ? "--data-raw" : "--data-binary", shellWord(pieces))] };
}

function option(name: string, word: string | undefined): string | undefined {
  return word === undefined ? undefined : `${name} ${word}`;
}

/**
 * The bytes of the request in base64, without the key; undefined where there are too many to show. Content-Length is that of
 * the body with the key.
 */
export function exactBytes(request: WireRequest, target: Target, redactor: Redactor): string | undefined {
  const { method, headers, body } = request;
  if (body && body.length > maxExactBytes) return undefined;
  const isFramed = hasHeader(headers, "transfer-encoding") || hasHeader(headers, "content-length");
  const counted: [string, string][] = body && !isFramed ? [["Content-Length", String(body.length)]] : [];
  const redacted: WireRequest = {
    method,
    target: shown(redactor.target(request.target)),
    headers: [...headers.map(([name, value]) => [name, shown(redactor.header(name, value))] as const), ...counted],
    // Latin-1 gives each byte a character, so that nothing but the key changes.
    body: body && Buffer.from(redactor.text(body.toString("latin1")), "latin1"),
  };
  const bytes = requestBytes(redacted, { host: target.host, userAgent: "reproduce" });
  return bytes.length > maxExactBytes ? undefined : bytes.toString("base64");
}
