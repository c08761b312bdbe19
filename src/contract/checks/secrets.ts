import type { Check } from "./check.ts";

/** A shorter key would occur by chance. */
const minLength = 6;

/** A response does not contain the key. */
export const secrets: Check = {
  name: "secrets",
  headline: "a response contains the key",
  rank: 3,
  standsAlone: true,
  run({ operation }, { request, response }, { secret }) {
    if (!response || secret === undefined || secret.length < minLength) return [];
    // Wrong keys are made from the right one, so a response that repeats one reveals most of the key.
    const isSentWhole = request.target.includes(secret) || request.headers.some(([, value]) => value.includes(secret));
    const known = isSentWhole ? [secret] : [secret, secret.slice(0, -1), secret.slice(1)];
    const forms = known
      .filter(({ length }) => length >= minLength)
      .flatMap((key) => [key, base64(key), base64(`${key}:`)]);
    const hasKey = (text: string) => forms.some((form) => text.includes(form));
    const header = response.headers.find(([, value]) => hasKey(value));
    const inBody = hasKey(response.body.toString("latin1"));
    if (!header && !inBody) return [];
    return [
      {
        severity: "error",
        expected: "a response without the key",
        actual: `${response.status} with the key in its ${header ? `header ${header[0]}` : "body"}`,
        pointer: operation.security.pointer,
        fingerprint: header ? "header" : "body",
      },
    ];
  },
};

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
