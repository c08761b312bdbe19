import type { Exchange } from "../http/client.ts";
import type { Header } from "../http/request.ts";
import type { Target } from "../http/target.ts";
import type { TestCase } from "../test-case.ts";
import { type Redactor, shown } from "./redact.ts";
import type { ShownCase } from "./report.ts";
import { curlLine, exactBytes } from "./reproduce.ts";

/** Characters of a response's body that a report shows. */
const maxShown = 400;
/** Bytes searched for the key before they are cut, so that the cut does not go through the key. */
const maxSearched = 65_536;
/** Characters of a request's body that a report shows; a longer one is left out. */
const maxSent = 4_000;

/** Shows a case in a report: one of its exchanges, without the key. */
export function showCase(
  testCase: TestCase,
  { request, response }: Exchange,
  target: Target,
  redactor: Redactor,
): ShownCase {
  const line = curlLine(request, target, redactor);
  // Without its setup, a request does not get the same response.
  const base64 = line === undefined || testCase.setup ? exactBytes(request, target, redactor) : undefined;
  // A thing that the run made is gone when somebody reads the report: the case by its id makes another.
  const curl = testCase.chained?.madeBy === undefined && !testCase.setup ? line : undefined;
  const text = request.body?.toString("utf8", 0, maxSent * 4);
  const isText =
    request.body !== undefined &&
    text !== undefined &&
    text.length <= maxSent &&
    Buffer.from(text).equals(request.body);
  return {
    id: testCase.id,
    title: redactor.text(testCase.title),
    request: {
      method: request.method,
      url: `${target.secure ? "https" : "http"}://${target.host}${shown(redactor.target(request.target))}`,
      headers: shownHeaders(request.headers, redactor),
      body: isText ? redactor.text(text) : undefined,
      ...(base64 !== undefined && { base64 }),
    },
    response: response && {
      status: response.status,
      headers: shownHeaders(response.headers, redactor),
      body: visible(redactor.text(response.body.toString("utf8", 0, maxSearched))).slice(0, maxShown),
    },
    curl,
  };
}

function shownHeaders(headers: readonly Header[], redactor: Redactor): [string, string][] {
  return headers.map(([name, value]) => [name, shown(redactor.header(name, value))]);
}

/** The text with control characters escaped, because a terminal obeys some of them. Line breaks and tabs stay. */
export function visible(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => {
    if (character === "\n" || character === "\t") return character;
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}
