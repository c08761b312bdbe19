import { hasHeader, requestBytes, type WireRequest } from "../wire/request.ts";
import type { Target } from "../wire/target.ts";
import { shownPiece } from "./find-key.ts";
import type { Piece, Redactor } from "./redact.ts";
import { shellPrint, shellWord } from "./shell.ts";

/** Longer bodies make no readable line; the report has their bytes. */
const maxBodyCharacters = 4_000;
/** Exact bytes beyond this are cut from a report. */
const maxExactBytes = 65_536;

/**
 * A line for a POSIX shell that sends the request again with curl, the key taken from its variable. Undefined where curl
 * would send something else: bytes that are no text, a framing made by hand, a header given twice, an odd target.
 */
export function curlLine(request: WireRequest, target: Target, redactor: Redactor): string | undefined {
  const { method, target: path, headers } = request;
  const body = request.body?.toString("utf8");
  if (!isSendable(request, target, body)) return undefined;
  const names = headers.map(([name]) => name.toLowerCase());
  const content = body === undefined ? undefined : bodyOption(redactor.split(body), body);
  const words: (string | undefined)[] = [
    ...(content?.print === undefined ? [] : [content.print, "|"]),
    "curl -sS -i",
    method === "HEAD" ? "--head" : `-X ${shellWord([method])?.replace(/^'([a-z]+)'$/i, "$1")}`,
    ...options(path, target),
    shellWord([`${originOf(target)}`, ...redactor.target(path)].reduce(joined, [])),
  ];
  for (const [name, value] of headers) {
    if (/^(content-length|host)$/i.test(name)) continue;
    const pieces: Piece[] = value === "" ? [`${name};`] : [`${name}: `, ...redactor.header(name, value)];
    words.push(prefixed("-H", shellWord(pieces.reduce(joined, []))));
  }
  // What curl would add of its own.
  if (!names.includes("accept")) words.push("-H 'Accept:'");
  if (content && !names.includes("content-type")) words.push("-H 'Content-Type:'");
  if (content) words.push(content.option);
  return words.includes(undefined) ? undefined : words.join(" ");
}

/** Whether curl sends these bytes, or refuses or changes them. */
function isSendable({ method, target: path, headers, body }: WireRequest, target: Target, text?: string): boolean {
  const names = headers.map(([name]) => name.toLowerCase());
  const isKnown = (name: string, value: string) => {
    // The ones that curl counts and writes by itself, as they stand in recordings.
    if (name === "content-length") return value === String(body?.length);
    if (name === "host") return value === target.host;
    return name !== "transfer-encoding" && name !== "expect";
  };
  return (
    /^[\w!#$%&'*+.^`|~-]+$/.test(method) &&
    !(method === "HEAD" && body !== undefined) &&
    /^\/[\x21-\x7e]*$/.test(path) &&
    !path.includes("#") &&
    new Set(names).size === names.length &&
    headers.every(
      ([name, value], index) =>
        /^[\w!#$%&'*+.^`|~-]+$/.test(name) &&
        /^(|[\t\x20-\x7e]*[\x21-\x7e][\t\x20-\x7e]*)$/.test(value) &&
        isKnown(names[index] ?? "", value),
    ) &&
    (body === undefined ||
      (text !== undefined &&
        Buffer.from(text).equals(body) &&
        !text.includes("\0") &&
        text.length <= maxBodyCharacters))
  );
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

/** How the body is handed over: on the line, or, where that would break the line or reach the terminal, through a pipe. */
function bodyOption(pieces: Piece[], body: string): { print?: string | undefined; option: string | undefined } {
  if (/\p{Cc}/u.test(body)) {
    const print = shellPrint(pieces);
    return print === undefined ? { option: undefined } : { print, option: "--data-binary @-" };
  }
  // The other option takes an at sign for the name of a file.
  return { option: prefixed(body.startsWith("@") ? "--data-raw" : "--data-binary", shellWord(pieces)) };
}

function prefixed(option: string, word: string | undefined): string | undefined {
  return word === undefined ? undefined : `${option} ${word}`;
}

/** Puts texts that follow each other together, so that they share their quotes. */
function joined(pieces: Piece[], piece: Piece): Piece[] {
  const last = pieces.at(-1);
  return typeof last === "string" && typeof piece === "string"
    ? [...pieces.slice(0, -1), last + piece]
    : [...pieces, piece];
}

function originOf({ secure, host }: Target): string {
  return `${secure ? "https" : "http"}://${host}`;
}

/**
 * All bytes of the request in base64, without the key; undefined where they are too many to show. The body's length is
 * that of the body with the key.
 */
export function exactBytes(request: WireRequest, target: Target, redactor: Redactor): string | undefined {
  const { method, headers, body } = request;
  const isFramed = hasHeader(headers, "transfer-encoding") || hasHeader(headers, "content-length");
  const counted: [string, string][] = body && !isFramed ? [["Content-Length", String(body.length)]] : [];
  const shown = (pieces: readonly Piece[]) => pieces.map(shownPiece).join("");
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
