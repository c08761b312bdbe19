import { expect } from "vitest";
import { type ResponseReader, readResponse } from "../../../src/contract/http/response.ts";

/** The visible parts of a response that was read, bodies as text. */
export function viewOf({ response, failure, reusable }: ResponseReader) {
  return {
    status: response?.status,
    headers: response?.headers,
    body: response?.body.toString("latin1"),
    problems: response?.problems,
    failure: failure?.kind,
    message: failure?.message,
    reusable,
  };
}

/** Reads the bytes, all at once or in pieces of that size, until the reader has enough; then the connection ends. */
export function readPieces(text: string, pieceBytes: number, { method = "GET", maxBytes = 10_000, ends = true } = {}) {
  const bytes = Buffer.from(text, "latin1");
  const reader = readResponse(method, maxBytes);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    // A copy each, as a socket gives them: a reader that keeps a piece must not rely on the whole.
    if (reader.push(Buffer.from(bytes.subarray(at, at + pieceBytes)))) break;
  }
  if (ends) reader.end();
  return viewOf(reader);
}

/** Reads the bytes at once, after making sure that a byte at a time gives the same. */
export function readBothWays(text: string, options: { method?: string; ends?: boolean } = {}) {
  const whole = readPieces(text, text.length || 1, options);
  // A reader that stops sooner has less to show in words.
  expect(readPieces(text, 1, options)).toEqual({ ...whole, message: whole.message && expect.any(String) });
  return whole;
}

/** The head of a response with those lines after the status line, each with CRLF. */
export function headWith(...lines: string[]): string {
  return ["HTTP/1.1 200 OK", ...lines]
    .map((line) => `${line}\r\n`)
    .join("")
    .concat("\r\n");
}
