import { hasHeader, requestBytes, type WireRequest } from "../http/request.ts";
import type { Target } from "../http/target.ts";
import { shown } from "./find-key.ts";
import type { Piece } from "./key-forms.ts";
import type { Redactor } from "./redact.ts";
import { shellPrint, shellWord } from "./shell.ts";

/** Longer bodies make no readable line; the report has their bytes. */
const maxBodyCharacters = 4_000;
/** Exact bytes beyond this are cut from a report. */
const maxExactBytes = 65_536;
/** https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const isToken = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * A line for a POSIX shell that sends the request again with curl, the key taken from its variable. Undefined where curl
 * would send something else: bytes that are no text, a framing made by hand, a header given twice, an odd target.
 */
export function curlLine(request: WireRequest, target: Target, redactor: Redactor): string | undefined {
  const { method, target: path, headers, body } = request;
  const text = body === undefined ? undefined : readText(body);
  if ((body !== undefined && text === undefined) || !isSendable(request, target)) return undefined;
  const names = headers.map(([name]) => name.toLowerCase());
  const content = text === undefined ? undefined : handOver(redactor.split(text), text);
  const words = [
    ...(content?.pipe ?? []),
    "curl -sS -i",
    method === "HEAD" ? "--head" : `-X ${method}`,
    ...options(path, target),
    shellWord([`${target.secure ? "https" : "http"}://${target.host}`, ...redactor.target(path)]),
    ...headers.filter(([name]) => !isCurls(name)).map(([name, value]) => headerOption(name, value, redactor)),
    // What curl would add of its own.
    ...(names.includes("accept") ? [] : ["-H 'Accept:'"]),
    ...(content && !names.includes("content-type") ? ["-H 'Content-Type:'"] : []),
    ...(content?.option ?? []),
  ];
  return words.includes(undefined) ? undefined : words.join(" ");
}

/** The body as text that can stand in a line; undefined where it cannot. */
function readText(body: Buffer): string | undefined {
  const text = body.toString("utf8", 0, maxBodyCharacters * 4);
  const isText = Buffer.from(text).equals(body) && !text.includes("\0");
  return isText && text.length <= maxBodyCharacters ? text : undefined;
}

/** Whether curl sends these, and does not refuse or change them. */
function isSendable({ method, target: path, headers, body }: WireRequest, { host }: Target): boolean {
  const names = headers.map(([name]) => name.toLowerCase());
  const isKept = (name: string, value: string) => {
    // As recordings have them: curl writes the same.
    if (name === "content-length") return value === String(body?.length);
    if (name === "host") return value === host;
    // curl speaks chunks by itself, and waits where it expects something.
    if (name === "transfer-encoding" || name === "expect") return false;
    return isToken.test(name) && (value === "" || (/^[\x20-\x7e]+$/.test(value) && value.trim() !== ""));
  };
  return (
    /^[a-z][\w-]*$/i.test(method) &&
    // It would wait for the body of the answer.
    !(method === "HEAD" && body !== undefined) &&
    /^\/[\x21\x22\x24-\x7e]*$/.test(path) &&
    new Set(names).size === names.length &&
    headers.every(([, value], index) => isKept(names[index] ?? "", value))
  );
}

function isCurls(name: string): boolean {
  return /^(content-length|host)$/i.test(name);
}

function headerOption(name: string, value: string, redactor: Redactor): string | undefined {
  const pieces = value === "" ? [`${name};`] : [`${name}: `, ...redactor.header(name, value)];
  return option("-H", shellWord(pieces));
}

/** What keeps curl from mending the target, and from another version of HTTP. */
function options(path: string, { host, secure }: Target): string[] {
  const [pathOnly = ""] = path.split("?");
  return [
    ...(secure ? ["--http1.1"] : []),
    ...(/\/\/|\/(\.|%2e){1,2}(\/|$)/i.test(pathOnly) ? ["--path-as-is"] : []),
    ...(/[[\]{}]/.test(host + path) ? ["--globoff"] : []),
  ];
}

/** How curl gets the body: on its line, or through a pipe where it has what would break a line or reach the terminal. */
function handOver(pieces: Piece[], text: string): { pipe?: (string | undefined)[]; option: (string | undefined)[] } {
  if (/\p{Cc}/u.test(text)) return { pipe: [shellPrint(pieces), "|"], option: ["--data-binary @-"] };
  // The other option takes an at sign for the name of a file.
  return { option: [option(text.startsWith("@") ? "--data-raw" : "--data-binary", shellWord(pieces))] };
}

function option(name: string, word: string | undefined): string | undefined {
  return word === undefined ? undefined : `${name} ${word}`;
}

/**
 * All bytes of the request in base64, without the key; undefined where they are too many to show. The body's length is
 * that of the body with the key.
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
  const bytes = requestBytes(redacted, { host: target.host, userAgent: "replay" });
  return bytes.length > maxExactBytes ? undefined : bytes.toString("base64");
}
