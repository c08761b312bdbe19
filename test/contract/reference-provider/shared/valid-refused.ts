import { step, turnedAway } from "../change.ts";
import { headerOf, Refusal, type Request } from "../core/message.ts";
import type { Change } from "../fault.ts";

/** What HTTP and JSON leave to the client, and is refused all the same. */
export const validRefused: Record<string, Change> = {
  "a charset beside the media type": header("Content-Type", /charset/i, 415),
  "a charset in quotes": header("Content-Type", /"/, 415),
  "a charset in capitals": header("Content-Type", /charset=UTF/, 415),
  "no space before a charset": header("Content-Type", /;charset/i, 400),
  "a media type in capitals": header("Content-Type", /[A-Z].*\//, 415),
  "another parameter beside the media type": header("Content-Type", /;(?!\s*charset)/i, 415),
  "names of headers in lower case": turnedAway(({ headers }) => headers.some(([name]) => name === "content-type"), 415),
  "names of headers in capitals": turnedAway(({ headers }) => headers.some(([name]) => name === "CONTENT-TYPE"), 415),
  "a body in chunks": header("Transfer-Encoding", /chunked/i, 411),
  "a body in chunks is not read": step("receive", (receive) => (request) => {
    const chunked = headerOf(request, "Transfer-Encoding") !== undefined;
    return receive(chunked ? { ...request, body: Buffer.alloc(0) } : request);
  }),
  "a client without a name": turnedAway((request) => headerOf(request, "User-Agent") === undefined, 403),
  "a client of another name": header("User-Agent", /^(?!Mozilla|node)/, 403),
  "an unknown query": turnedAway(({ target }) => /[?&]unknown=/.test(target), 400),
  "an unknown query is another path": turnedAway(({ target }) => target.includes("?unknown"), 404),
  "a target with the host in it": turnedAway(({ target }) => target.startsWith("http"), 404),
  "a page of another origin": header("Origin", /./, 403),
  "a cookie": header("Cookie", /./, 400),
  "a range": header("Range", /./, 416),
  "a condition on the answer": header("If-None-Match", /./, 412),
  "the identity as encoding of the body": header("Content-Encoding", /identity/i, 415),
  "no compression of the answer": header("Accept-Encoding", /^identity$/, 406),
  "trailers that the client takes": header("TE", /./, 501),
  "a client that wants to hear before it sends": header("Expect", /100-continue/, 417),
  "an unknown header": header("X-Unknown", /./, 400),
  "a long header": turnedAway(({ headers }) => headers.some(([, value]) => value.length > 1000), 431),
  "white space before the JSON": text(/^\s/),
  "white space after the JSON": text(/\s$/),
  "JSON of several lines": text(/\n\s*"/),
  "JSON without a space": text(/^\{"\w+":"[^ ]/),
  "tabs between the tokens": text(/\t"/),
  "an escaped letter": text(/\\u00[4-7]/i),
  "an escaped letter in a name": text(/"[a-z_]*\\u00[67].[a-z_]*"\s*:/i),
  "an escaped surrogate pair": text(/\\ud8/i),
  "an escaped slash": text(/\\\//),
  "a body of more than 2000 bytes": text(/.{2000}/s, 413),
};

function header(name: string, pattern: RegExp, status: number): Change {
  return turnedAway((request: Request) => pattern.test(headerOf(request, name) ?? ""), status);
}

function text(pattern: RegExp, status = 400): Change {
  return step("parse", (parse) => (given) => {
    if (pattern.test(given)) throw new Refusal(status, "The body is refused.");
    return parse(given);
  });
}
