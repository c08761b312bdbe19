import { headerValues } from "../http/request.ts";
import { parseBody } from "../model/exchange-view.ts";
import { parseMediaType } from "../model/media-type.ts";
import { type Check, documentedResponse } from "./check.ts";

/** The `status` member of a problem is the status of its response: RFC 9457, section 3.1.2. */
export const problemStatus: Check = {
  name: "problem-status",
  headline: "a problem has another status than its response",
  rank: 9,
  run(testCase, exchange) {
    const { response, failure } = exchange;
    const [contentType = ""] = headerValues(response?.headers ?? [], "content-type");
    if (!response || failure || parseMediaType(contentType)?.essence !== "application/problem+json") return [];
    const problem = parseBody(response.body);
    const member = typeof problem === "object" && problem !== null && "status" in problem ? problem.status : undefined;
    // Readers ignore a member of another type; the schema says whether it may be there.
    if (typeof member !== "number" || member === response.status) return [];
    return [
      {
        severity: "error",
        expected: `status ${response.status} in the problem, as in the response (RFC 9457, section 3.1.2)`,
        actual: `${response.status} with a problem of status ${member}`,
        pointer: documentedResponse(testCase, exchange)?.pointer ?? testCase.operation.pointer,
        fingerprint: String(response.status),
      },
    ];
  },
};
