import type { Check } from "./check.ts";

/** A shorter key would occur by chance. */
const minLength = 6;

/** A response does not contain the key. */
export const secrets: Check = {
  name: "secrets",
  headline: "a response contains the key",
  rank: 3,
  standsAlone: true,
  run({ operation }, { request, response }, { secrets: keys }) {
    if (!response) return [];
    const forms = keys
      .filter(({ length }) => length >= minLength)
      .flatMap((key) => {
        // Wrong keys are made from the right one, so a response that repeats one reveals most of the key.
        const isSentWhole = request.target.includes(key) || request.headers.some(([, value]) => value.includes(key));
        return isSentWhole ? [key] : [key, key.slice(0, -1), key.slice(1)];
      })
      .filter(({ length }) => length >= minLength)
      .flatMap((form) => [form, base64(form), base64(`${form}:`)]);
    if (forms.length === 0) return [];
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
