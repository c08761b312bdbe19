import { readStrictly } from "../http/read-strictly.ts";
import { headerValues } from "../http/request.ts";
import { isJson, parseMediaType } from "../model/media-type.ts";
import { type Check, documentedResponse } from "./check.ts";

/** A response that is JSON, or documented as JSON, is JSON to every parser: RFC 8259, I-JSON (RFC 7493). */
export const strictJson: Check = {
  name: "strict-json",
  headline: "the body is not JSON to every parser",
  rank: 9,
  run(testCase, exchange) {
    const { response, failure, request } = exchange;
    if (!response || failure || request.method === "HEAD" || response.status === 204 || response.status === 304)
      return [];
    const [contentType = ""] = headerValues(response.headers, "content-type");
    const claims = isJson(parseMediaType(contentType)?.essence ?? "");
    const documented = documentedResponse(testCase, exchange);
    const types = documented ? [...documented.bodies.keys()] : [];
    const isExpected = types.length > 0 && types.every((type) => isJson(type) && !type.includes("*"));
    if (!claims && !(isExpected && contentType === "")) return [];
    const status = response.status;
    // A format in the document may announce integers beyond what a double can represent.
    const wide = documentHasInt64(testCase.operation.document);
    return readStrictly(response.body)
      .filter(({ kind }) => kind !== "number" || !wide)
      .map(({ kind, message }) => ({
        severity: "error",
        expected: `a ${status} that is JSON`,
        actual:
          response.body.length === 0 ? `${status} with an empty body` : `${status} with a body in which ${message}`,
        pointer: documented?.pointer ?? testCase.pointer,
        fingerprint: `${status} ${kind}`,
      }));
  },
};

const int64 = new WeakMap<object, boolean>();

function documentHasInt64(document: object): boolean {
  const known = int64.get(document);
  if (known !== undefined) return known;
  const has = /"format":"u?int64"/.test(JSON.stringify(document));
  int64.set(document, has);
  return has;
}
