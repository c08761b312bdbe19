import { pointTo } from "../../openapi/pointer.ts";
import { headerValues } from "../http/request.ts";
import { type Check, documentedResponse, isOwn } from "./check.ts";

/** An operation that documents no redirect makes none. */
export const redirect: Check = (testCase, exchange) => {
  const { response, request } = exchange;
  if (!response || response.status < 300 || response.status > 399 || !isOwn(testCase, request)) return [];
  const { responses, pointer } = testCase.operation;
  const isDocumented = responses.has(String(response.status)) || responses.has("3XX");
  if (isDocumented || (documentedResponse(testCase, exchange) && testCase.expected.outcome === "open")) return [];
  const [location] = headerValues(response.headers, "location");
  return [
    {
      check: "redirect",
      severity: "error",
      expected: "no redirect: none is documented",
      actual: `${response.status}${location === undefined ? " without Location" : ` to ${location.slice(0, 100)}`}`,
      pointer: pointTo(pointer, "responses"),
      fingerprint: String(response.status),
    },
  ];
};
