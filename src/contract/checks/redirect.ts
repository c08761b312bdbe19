import { pointTo } from "../../openapi/pointer.ts";
import { headerValues } from "../http/request.ts";
import { type Check, documentedResponse } from "./check.ts";

/** An operation does not redirect unless the document says so. */
export const redirect: Check = {
  name: "redirect",
  headline: "the operation redirects",
  rank: 8,
  run(testCase, exchange) {
    const { response } = exchange;
    if (!response || response.status < 300 || response.status > 399 || testCase.target === "elsewhere") return [];
    const { responses, pointer } = testCase.operation;
    const isDocumented = responses.has(String(response.status)) || responses.has("3XX");
    if (isDocumented || (documentedResponse(testCase, exchange) && testCase.expected.outcome === "open")) return [];
    const [location] = headerValues(response.headers, "location");
    return [
      {
        severity: "error",
        expected: "no redirect: none is documented",
        actual: `${response.status}${location === undefined ? " without Location" : ` to ${location.slice(0, 100)}`}`,
        pointer: pointTo(pointer, "responses"),
        fingerprint: String(response.status),
      },
    ];
  },
};
