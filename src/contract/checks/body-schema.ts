import { readablePath } from "../../openapi/pointer.ts";
import { headerValues } from "../http/request.ts";
import { findMediaType, isJson, parseMediaType } from "../model/media-type.ts";
import type { SchemaError } from "../model/schemas.ts";
import { type Check, documentedResponse, mayBeOfAnyType } from "./check.ts";
import { isAcceptedFault } from "./invalid-things.ts";

/** Kinds of errors that are reported for one response, and locations that are named for each kind. */
const maxKinds = 5;
const maxNames = 6;

/** The response body is valid against its documented schema, with formats asserted. */
export const bodySchema: Check = {
  name: "body-schema",
  headline: "the body is not as documented",
  rank: 9,
  run(testCase, exchange, { invalidThings }) {
    const { response, failure } = exchange;
    const documented = documentedResponse(testCase, exchange);
    if (!response || !documented || failure || mayBeOfAnyType(testCase, exchange)) return [];
    const [contentType = ""] = headerValues(response.headers, "content-type");
    const { essence = "" } = parseMediaType(contentType) ?? {};
    const named = findMediaType(documented.bodies.keys(), essence);
    // A media type that a range covers may not be JSON. Another check reports a wrong or missing media type; the body is
    // validated anyway.
    if (named !== undefined && !isJson(essence)) return [];
    const key = named ?? [...documented.bodies.keys()].find(isJson);
    const validate = key === undefined ? undefined : documented.bodies.get(key);
    const value = parse(response.body);
    if (!validate || value === undefined) return [];
    const found = validate(value.json);
    // An invalid value of the suite's own, given back, is no second fault.
    const isOurs = (error: SchemaError) =>
      isAcceptedFault(testCase, exchange) || (invalidThings?.includes(value.json, error.path) ?? false);
    const own = found.filter((error) => !isOurs(error));
    const [severity, errors] = own.length > 0 ? (["error", own] as const) : (["warning", found] as const);
    const kinds = new Map<string, SchemaError[]>();
    for (const error of errors) {
      const kind = `${error.pointer} ${locationKind(error)}`;
      kinds.set(kind, [...(kinds.get(kind) ?? []), error]);
    }
    return [...kinds].slice(0, maxKinds).map(([kind, errors]) => {
      const names = errors.map(({ path }) => readablePath(path));
      const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : "";
      const [{ message, pointer }] = errors as [SchemaError];
      return {
        severity,
        expected: `a ${response.status} whose ${names.slice(0, maxNames).join(", ")}${more} ${message}`,
        actual: `${response.status} ${response.body.toString("utf8", 0, 120)}`,
        pointer,
        fingerprint: `${response.status} ${kind}`,
      };
    });
  },
};

/** The same for all items of a list, and for all properties that an object lacks. */
function locationKind({ path, keyword }: SchemaError): string {
  const location = path.replaceAll(/\/\d+(?=\/|$)/g, "/*");
  return keyword === "required" ? location.slice(0, location.lastIndexOf("/")) : location;
}

/** Undefined if the body is not JSON, which `strict-json` reports. */
function parse(body: Buffer): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(body.toString("utf8").replace(/^\uFEFF/, "")) };
  } catch {
    return undefined;
  }
}
