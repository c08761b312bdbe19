import { readablePath } from "../../openapi/pointer.ts";
import { headerValues } from "../http/request.ts";
import { findMediaType, isJson, parseMediaType } from "../model/media-type.ts";
import type { SchemaError } from "../model/schemas.ts";
import { type Check, documentedResponse, mayBeOfAnyType } from "./check.ts";

/** Kinds of faults of one answer that are told apart, and places of one kind that are named. */
const maxKinds = 5;
const maxNames = 6;

/** The answer's body is valid against its documented schema, formats asserted. */
export const bodySchema: Check = {
  name: "body-schema",
  headline: "the body is not as documented",
  rank: 9,
  run(testCase, exchange) {
    const { response, failure } = exchange;
    const documented = documentedResponse(testCase, exchange);
    if (!response || !documented || failure || mayBeOfAnyType(testCase, exchange)) return [];
    const [contentType = ""] = headerValues(response.headers, "content-type");
    const { essence = "" } = parseMediaType(contentType) ?? {};
    const named = findMediaType(documented.bodies.keys(), essence);
    // What a range covers may be no JSON at all. A wrong or missing media type is told by its own check; the body is
    // judged all the same.
    if (named !== undefined && !isJson(essence)) return [];
    const key = named ?? [...documented.bodies.keys()].find(isJson);
    const validate = key === undefined ? undefined : documented.bodies.get(key);
    const value = parse(response.body);
    if (!validate || value === undefined) return [];
    const kinds = new Map<string, SchemaError[]>();
    for (const fault of validate(value.json)) {
      const kind = `${fault.pointer} ${placeKind(fault)}`;
      kinds.set(kind, [...(kinds.get(kind) ?? []), fault]);
    }
    return [...kinds].slice(0, maxKinds).map(([kind, faults]) => {
      const names = faults.map(({ path }) => readablePath(path));
      const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : "";
      const [{ message, pointer }] = faults as [SchemaError];
      return {
        severity: "error",
        expected: `a ${response.status} whose ${names.slice(0, maxNames).join(", ")}${more} ${message}`,
        actual: `${response.status} ${response.body.toString("utf8", 0, 120)}`,
        pointer,
        fingerprint: `${response.status} ${kind}`,
      };
    });
  },
};

/** One kind for all items of a list, and for all properties that an object lacks. */
function placeKind({ path, keyword }: SchemaError): string {
  const place = path.replaceAll(/\/\d+(?=\/|$)/g, "/*");
  return keyword === "required" ? place.slice(0, place.lastIndexOf("/")) : place;
}

/** Undefined: no JSON, which the check of strict JSON tells. */
function parse(body: Buffer): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(body.toString("utf8").replace(/^\uFEFF/, "")) };
  } catch {
    return undefined;
  }
}
