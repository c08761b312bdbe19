import type { Case } from "../case.ts";
import type { Exchange } from "../wire/client.ts";
import type { Header } from "../wire/request.ts";
import type { Target } from "../wire/target.ts";
import { isCredential, type Redactor } from "./redact.ts";
import { curlLine, exactBytes } from "./replay.ts";
import type { ShownCase } from "./report.ts";

/** Characters of a body that a report shows. */
const maxShown = 400;

/** A case as a report shows it: one of its exchanges, without the key. */
export function showCase(
  theCase: Case,
  { request, response }: Exchange,
  target: Target,
  redactor: Redactor,
): ShownCase {
  const curl = curlLine(request, target, redactor);
  const base64 = curl === undefined ? exactBytes(request, target, redactor) : undefined;
  const text = request.body?.toString("utf8");
  const isText =
    request.body !== undefined && text !== undefined && text.length <= 4_000 && Buffer.from(text).equals(request.body);
  return {
    id: theCase.id,
    title: redactor.text(theCase.title),
    request: {
      method: request.method,
      url: redactor.text(`${target.secure ? "https" : "http"}://${target.host}${request.target}`),
      headers: shownHeaders(request.headers, redactor),
      body: isText ? redactor.text(text) : undefined,
      ...(base64 !== undefined && { base64 }),
    },
    response: response && {
      status: response.status,
      headers: shownHeaders(response.headers, redactor),
      body: visible(redactor.text(response.body.toString("utf8", 0, maxShown * 4))).slice(0, maxShown),
    },
    curl,
  };
}

function shownHeaders(headers: readonly Header[], redactor: Redactor): [string, string][] {
  return headers.map(([name, value]) => {
    const shown = redactor.text(value);
    const isHidden = redactor.variable !== undefined && shown === value && isCredential(name) && value !== "";
    return [name, isHidden ? "(hidden)" : shown];
  });
}

/** Control characters as escapes, for a terminal obeys some of them. */
function visible(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => {
    if (character === "\n" || character === "\t") return character;
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}
