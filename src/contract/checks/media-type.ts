import { pointTo } from "../../openapi/pointer.ts";
import { headerValues } from "../http/request.ts";
import { findMediaType, isJson, parseMediaType } from "../model/media-type.ts";
import type { ViolationDetails } from "../violation.ts";
import { type Check, documentedResponse, mayBeOfAnyType } from "./check.ts";

/** The response's media type is present, well formed and documented, and the charset of JSON is UTF-8. */
export const mediaType: Check = {
  name: "media-type",
  headline: "the media type is not as documented",
  rank: 9,
  run(testCase, exchange) {
    const documented = documentedResponse(testCase, exchange);
    const { response, failure } = exchange;
    if (!response || !documented || failure || documented.bodies.size === 0 || mayBeOfAnyType(testCase, exchange))
      return [];
    const types = [...documented.bodies.keys()];
    const violation = (
      actual: string,
      fingerprint: string,
      expected = `Content-Type ${types.join(" or ")}`,
    ): ViolationDetails[] => [
      {
        severity: "error",
        expected,
        actual,
        pointer: pointTo(documented.pointer, "content"),
        fingerprint,
      },
    ];
    const [value] = headerValues(response.headers, "content-type");
    const status = response.status;
    if (value === undefined) return violation(`${status} without Content-Type`, `${status} absent`);
    const parsed = parseMediaType(value);
    if (!parsed) return violation(`${status} with a malformed Content-Type: ${value}`, `${status} malformed`);
    if (findMediaType(types, parsed.essence) === undefined)
      return violation(`${status} with ${value}`, `${status} other`);
    const charset = parsed.parameters.get("charset");
    if (charset !== undefined && isJson(parsed.essence) && !/^utf-?8$/i.test(charset)) {
      return violation(
        `${status} with ${value}`,
        `${status} charset`,
        "UTF-8, which JSON always is (RFC 8259, section 8.1)",
      );
    }
    return [];
  },
};
