/** A request as sent. Nothing is normalised: names, order and repetitions stay. */
export interface WireRequest {
  /** As sent: `POST`. */
  method: string;
  /** Path and query, percent-encoded: the request target in origin form. */
  target: string;
  /** Names and values in the order sent. `Host`, `User-Agent` and the body's length are added. */
  headers: readonly Header[];
  /** Exact bytes. Undefined: no body at all, and no `Content-Length`. */
  body?: Buffer | undefined;
}

/** What a header's name is made of, a token: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
export const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/** Name and value of a header field. */
export type Header = readonly [name: string, value: string];

/** What all requests of a run share. */
export interface Sender {
  /** The value of `Host`. */
  host: string;
  /** The value of `User-Agent`, so that a server's log shows the client. */
  userAgent: string;
}

/** Bodies up to this size are sent in one write with the head; larger ones are not copied for it. */
const maxCopiedBytes = 65_536;

/** The bytes of the request, in one part or two: https://www.rfc-editor.org/rfc/rfc9112#section-2.1 */
export function requestParts({ method, target, headers, body }: WireRequest, { host, userAgent }: Sender): Buffer[] {
  const lines = [`${method} ${target} HTTP/1.1`, `Host: ${host}`, `User-Agent: ${userAgent}`];
  for (const [name, value] of headers) lines.push(`${name}: ${value}`);
  if (body !== undefined && !hasHeader(headers, "transfer-encoding") && !hasHeader(headers, "content-length")) {
    lines.push(`Content-Length: ${body.length}`);
  }
  const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  if (body === undefined) return [head];
  return body.length > maxCopiedBytes ? [head, body] : [Buffer.concat([head, body])];
}

/** The bytes of the request in one piece. */
export function requestBytes(request: WireRequest, sender: Sender): Buffer {
  return Buffer.concat(requestParts(request, sender));
}

/** Whether there is a header of that name. @param name In lower case. */
export function hasHeader(headers: readonly Header[], name: string): boolean {
  return headers.some(([own]) => own.toLowerCase() === name);
}

/** The values of the headers of that name. @param name In lower case. */
export function headerValues(headers: readonly Header[], name: string): string[] {
  return headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value);
}

/** The request with headers of those names replaced; undefined removes a header. */
export function withHeaders(request: WireRequest, changes: Record<string, string | undefined>): WireRequest {
  const changed = new Set(Object.keys(changes).map((name) => name.toLowerCase()));
  const kept = request.headers.filter(([name]) => !changed.has(name.toLowerCase()));
  const added = Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...request, headers: [...kept, ...added] };
}
