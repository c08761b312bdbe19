import type { Finding } from "../finding.ts";
import { headerValues } from "../wire/request.ts";
import { type Check, documentedResponse } from "./check.ts";

/** What the answer brings along that nothing describes, and what HTTP asks of it besides. All of it is advice. */
export const undocumented: Check = (theCase, exchange) => {
  const { response } = exchange;
  if (!response) return [];
  const pointer = documentedResponse(theCase, exchange)?.pointer ?? theCase.operation.pointer;
  const described = new Set(documentedResponse(theCase, exchange)?.headers.map(({ name }) => name.toLowerCase()));
  const advice = (expected: string, got: string, mark: string): Finding => ({
    check: "undocumented",
    severity: "advice",
    expected,
    got,
    pointer,
    mark,
  });
  const findings: Finding[] = [];
  const [cookie] = headerValues(response.headers, "set-cookie");
  if (cookie !== undefined && !described.has("set-cookie")) {
    findings.push(advice("no cookie: none is documented", `Set-Cookie: ${cookie.split("=")[0]}=...`, "cookie"));
  }
  if (response.status === 401 && headerValues(response.headers, "www-authenticate").length === 0) {
    findings.push(advice("a 401 with WWW-Authenticate (RFC 9110, section 15.5.2)", "401 without it", "challenge"));
  }
  const body = response.body.toString("latin1");
  if (response.status >= 400 && /\bat .+\(.+:\d+:\d+\)|Traceback \(most recent call last\)|\.java:\d+\)/.test(body)) {
    findings.push(advice("no stack trace in an answer", `${response.status} with one`, "stack"));
  }
  return findings;
};
