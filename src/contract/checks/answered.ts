import type { Check } from "./check.ts";

/** Bodies from here on may be too large for a server, in bytes. */
const largeBody = 500_000;

/** Every request gets an answer, whole and in time. */
export const answered: Check = {
  name: "answered",
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
        expected: "a whole answer in time",
        actual: `${status}${failure.message}`,
        pointer,
        fingerprint: `${failure.kind}${response ? " in the answer" : ""}`,
      },
    ];
  },
};
