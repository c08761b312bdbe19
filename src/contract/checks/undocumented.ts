import { headerValues } from "../http/request.ts";
import type { ViolationDetails } from "../violation.ts";
import { type Check, documentedResponse } from "./check.ts";

/** A response has no undocumented cookie and no stack trace, and a 401 has a challenge. All of these are warnings. */
export const undocumented: Check = {
  name: "undocumented",
  headline: "the response has something undocumented",
  rank: 9,
  run(testCase, exchange) {
    const { response } = exchange;
    if (!response) return [];
    const pointer = documentedResponse(testCase, exchange)?.pointer ?? testCase.operation.pointer;
    const known = new Set(documentedResponse(testCase, exchange)?.headers.map(({ name }) => name.toLowerCase()));
    const warning = (expected: string, actual: string, fingerprint: string): ViolationDetails => ({
      severity: "warning",
      expected,
      actual,
      pointer,
      fingerprint,
    });
    const violations: ViolationDetails[] = [];
    const [cookie] = headerValues(response.headers, "set-cookie");
    if (cookie !== undefined && !known.has("set-cookie")) {
      violations.push(warning("no cookie: none is documented", `Set-Cookie: ${cookie.split("=")[0]}=...`, "cookie"));
    }
    if (response.status === 401 && headerValues(response.headers, "www-authenticate").length === 0) {
      violations.push(warning("a 401 with WWW-Authenticate (RFC 9110, section 15.5.2)", "401 without it", "challenge"));
    }
    const body = response.body.toString("latin1");
    if (response.status >= 400 && /\bat .+\(.+:\d+:\d+\)|Traceback \(most recent call last\)|\.java:\d+\)/.test(body)) {
      violations.push(warning("no stack trace in a response", `${response.status} with one`, "stack"));
    }
    return violations;
  },
};
