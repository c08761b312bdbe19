import { readChunks } from "../http/chunked.ts";
import { hasHeader, headerValues, type WireRequest } from "../http/request.ts";
import { isJson } from "../model/media-type.ts";
import type { ChainedValue } from "./chained.ts";

/** A value of a request, and what is put in its place. */
export interface Filling {
  chained: ChainedValue;
  value: unknown;
}

/** Whether a request has the token of a value. */
export function hasToken({ target, headers, body }: WireRequest, chained: ChainedValue): boolean {
  const { token } = chained;
  if (chained.in === "body") return body !== undefined && patternOf(token).test(body.toString("latin1"));
  const isIn = (text: string) => text.toLowerCase().includes(token);
  return isIn(target) || headers.some(([, value]) => isIn(value));
}

/** The request with values in place of their tokens. A token in capitals gets the value in capitals. */
export function fillTokens(request: WireRequest, fillings: readonly Filling[]): WireRequest {
  const inHead = fillings.filter(({ chained }) => chained.in !== "body");
  const inBody = fillings.filter(({ chained }) => chained.in === "body");
  const fill = (text: string, write: (value: string) => string) =>
    inHead.reduce(
      (filled, { chained, value }) => replaceToken(filled, patternOf(chained.token), String(value), write),
      text,
    );
  return {
    ...request,
    target: fill(request.target, encodeURIComponent),
    headers: request.headers.map(([name, value]) => [name, fill(value, String)]),
    ...(inBody.length > 0 && request.body && { body: fillBody(request, request.body, inBody) }),
  };
}

function fillBody(request: WireRequest, body: Buffer, fillings: readonly Filling[]): Buffer {
  const [mediaType = ""] = headerValues(request.headers, "content-type");
  const write = (value: string) => Buffer.from(writerFor(mediaType)(value)).toString("latin1");
  const fill = (content: Buffer) =>
    // In Latin-1 each byte is a character, so that nothing else changes.
    Buffer.from(
      fillings.reduce(
        (text, { chained, value }) => replaceToken(text, patternOf(chained.token), String(value), write),
        content.toString("latin1"),
      ),
      "latin1",
    );
  return hasHeader(request.headers, "transfer-encoding") ? inOneChunk(fill(contentOf(body))) : fill(body);
}

/** The content of a chunked body. */
function contentOf(body: Buffer): Buffer {
  const reader = readChunks();
  reader.push(body);
  return Buffer.concat(reader.parts);
}

function inOneChunk(content: Buffer): Buffer {
  const end = Buffer.from("\r\n0\r\n\r\n");
  return Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, end]);
}

function writerFor(mediaType: string): (value: string) => string {
  if (/^application\/x-www-form-urlencoded/i.test(mediaType)) return encodeURIComponent;
  return isJson(mediaType) ? (value) => JSON.stringify(value).slice(1, -1) : String;
}

function replaceToken(text: string, pattern: RegExp, value: string, write: (value: string) => string): string {
  return text.replaceAll(pattern, (token) => {
    const isCapital = /[A-Z]/.test(token) && token === token.toUpperCase();
    return write(isCapital ? value.toUpperCase() : value);
  });
}

/** Matches a token in either case, with some of its letters as escapes of JSON; a number only as a whole. */
function patternOf(token: string): RegExp {
  const letters = [...token].map((letter) => {
    const code = letter.charCodeAt(0).toString(16).padStart(4, "0");
    return `(?:${letter.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}|\\\\u${code})`;
  });
  const pattern = letters.join("");
  return new RegExp(/^\d+$/.test(token) ? `(?<!\\d)${pattern}(?!\\d)` : pattern, "gi");
}
