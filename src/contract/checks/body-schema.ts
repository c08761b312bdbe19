import { findMediaType, isJson, parseMediaType } from "../document/media-type.ts";
import { placeOf } from "../document/pointer.ts";
import { headerValues } from "../wire/request.ts";
import { type Check, documentedResponse } from "./check.ts";

/** Faults of one answer that are told apart; an answer of another kind altogether would have hundreds. */
const maxFaults = 5;

/** The answer's body is valid against its documented schema, formats asserted. */
export const bodySchema: Check = (theCase, exchange) => {
  const { response, failure } = exchange;
  const documented = documentedResponse(theCase, exchange);
  if (!response || !documented || failure) return [];
  const [contentType = ""] = headerValues(response.headers, "content-type");
  const { essence = "" } = parseMediaType(contentType) ?? {};
  // A wrong or missing media type is told by its own check; the body is judged all the same.
  const key = findMediaType(documented.bodies.keys(), essence) ?? [...documented.bodies.keys()].find(isJson);
  const validate = key === undefined ? undefined : documented.bodies.get(key);
  const value = parse(response.body);
  if (!validate || value === undefined) return [];
  return validate(value.json)
    .slice(0, maxFaults)
    .map(({ path, message, pointer, keyword }) => ({
      check: "body-schema",
      severity: "finding",
      expected: `a ${response.status} whose ${placeOf(path)} ${message}`,
      got: `${response.status} ${response.body.toString("utf8", 0, 120)}`,
      pointer,
      mark: `${response.status} ${pointer} ${path.replaceAll(/\/\d+(?=\/|$)/g, "/*")} ${keyword}`,
    }));
};

/** Undefined: no JSON, which the check of strict JSON tells. */
function parse(body: Buffer): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(body.toString("utf8").replace(/^\uFEFF/, "")) };
  } catch {
    return undefined;
  }
}
