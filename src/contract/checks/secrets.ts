import type { Check } from "./check.ts";

/** A shorter key would be found by chance. */
const minLength = 6;

/** The answer does not repeat the key of the request. */
export const secrets: Check = {
  name: "secrets",
  headline: "a response contains the key",
  rank: 3,
  standsAlone: true,
  run({ operation }, { request, response }, { secret }) {
    if (!response || secret === undefined || secret.length < minLength) return [];
    // A wrong key is made from the right one, so a response that repeats it gives most of the key away.
    const isSentWhole = request.target.includes(secret) || request.headers.some(([, value]) => value.includes(secret));
    const known = isSentWhole ? [secret] : [secret, secret.slice(0, -1), secret.slice(1)];
    const forms = known
      .filter(({ length }) => length >= minLength)
      .flatMap((key) => [key, base64(key), base64(`${key}:`)]);
    const holds = (text: string) => forms.some((form) => text.includes(form));
    const header = response.headers.find(([, value]) => holds(value));
    const inBody = holds(response.body.toString("latin1"));
    if (!header && !inBody) return [];
    return [
      {
        severity: "error",
        expected: "an answer without the key",
        actual: `${response.status} that holds the key in its ${header ? `header ${header[0]}` : "body"}`,
        pointer: operation.security.pointer,
        fingerprint: header ? "header" : "body",
      },
    ];
  },
};

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
