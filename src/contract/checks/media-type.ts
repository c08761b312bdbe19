import { pointTo } from "../../spec/pointer.ts";
import { findMediaType, isJson, parseMediaType } from "../document/media-type.ts";
import type { Finding } from "../finding.ts";
import { headerValues } from "../wire/request.ts";
import { type Check, documentedResponse, mayBeOfAnyType } from "./check.ts";

/** The answer's media type is there, well formed and documented, and its charset is the one that JSON has. */
export const mediaType: Check = (theCase, exchange) => {
  const documented = documentedResponse(theCase, exchange);
  const { response, failure } = exchange;
  if (!response || !documented || failure || documented.bodies.size === 0 || mayBeOfAnyType(theCase, exchange))
    return [];
  const types = [...documented.bodies.keys()];
  const finding = (got: string, mark: string, expected = `Content-Type ${types.join(" or ")}`): Finding[] => [
    { check: "media-type", severity: "finding", expected, got, pointer: pointTo(documented.pointer, "content"), mark },
  ];
  const [value] = headerValues(response.headers, "content-type");
  const status = response.status;
  if (value === undefined) return finding(`${status} without Content-Type`, `${status} absent`);
  const parsed = parseMediaType(value);
  if (!parsed) return finding(`${status} with a Content-Type that is not well formed: ${value}`, `${status} malformed`);
  if (findMediaType(types, parsed.essence) === undefined) return finding(`${status} with ${value}`, `${status} other`);
  const charset = parsed.parameters.get("charset");
  if (charset !== undefined && isJson(parsed.essence) && !/^utf-?8$/i.test(charset)) {
    return finding(
      `${status} with ${value}`,
      `${status} charset`,
      "UTF-8, which JSON always is (RFC 8259, section 8.1)",
    );
  }
  return [];
};
