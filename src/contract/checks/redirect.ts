import { pointTo } from "../../spec/pointer.ts";
import { headerValues } from "../wire/request.ts";
import { type Check, documentedResponse, isOwn } from "./check.ts";

/** An operation that documents no redirect makes none. */
export const redirect: Check = (theCase, exchange) => {
  const { response, request } = exchange;
  if (!response || response.status < 300 || response.status > 399 || !isOwn(theCase, request)) return [];
  const { responses, pointer } = theCase.operation;
  const isDocumented = responses.has(String(response.status)) || responses.has("3XX");
  if (isDocumented || (documentedResponse(theCase, exchange) && theCase.expected.outcome === "open")) return [];
  const [location] = headerValues(response.headers, "location");
  return [
    {
      check: "redirect",
      severity: "finding",
      expected: "no redirect: none is documented",
      got: `${response.status}${location === undefined ? " without Location" : ` to ${location.slice(0, 100)}`}`,
      pointer: pointTo(pointer, "responses"),
      mark: String(response.status),
    },
  ];
};
