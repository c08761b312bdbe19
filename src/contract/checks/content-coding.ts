import { headerValues } from "../http/request.ts";
import type { Check } from "./check.ts";

/** No response is compressed: every request has `Accept-Encoding: identity`. */
export const contentCoding: Check = {
  name: "content-coding",
  headline: "the response is compressed although the request refuses it",
  rank: 9,
  run({ pointer }, { response }) {
    const coding = headerValues(response?.headers ?? [], "content-encoding").join(", ");
    if (!response || coding === "" || coding.toLowerCase() === "identity") return [];
    return [
      {
        severity: "error",
        expected: "no content coding: Accept-Encoding is identity (RFC 9110, section 12.5.3)",
        actual: `${response.status} with Content-Encoding ${coding.slice(0, 60)}`,
        pointer,
        fingerprint: coding,
      },
    ];
  },
};
