import type { Check } from "./check.ts";

/** Size from which a body may be too large for a server, in bytes. */
const largeBody = 500_000;

/** Every request gets a complete response in time. */
export const completeResponse: Check = {
  name: "complete-response",
  headline: "there is no complete response",
  rank: 1,
  standsAlone: true,
  run({ pointer, expected }, { failure, response, request }) {
    if (!failure) return [];
    // A server may close the connection on a body that is too large for it: https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14
    const mayClose =
      expected.outcome === "open" &&
      request.body !== undefined &&
      request.body.length > largeBody &&
      failure.kind === "closed";
    const status = response ? `${response.status}, and then ` : "";
    return [
      {
        severity: mayClose ? "warning" : "error",
        expected: "a complete response in time",
        actual: `${status}${failure.message}`,
        pointer,
        fingerprint: `${failure.kind}${response ? " in the response" : ""}`,
      },
    ];
  },
};
