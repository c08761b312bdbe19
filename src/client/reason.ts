/** What the body of a failed response says about the failure. */
export interface Reason {
  /** In words, on one line, at most 200 characters. */
  text?: string | undefined;
  /** As a code: `quota_exceeded`, `4003`. */
  code?: string | number | undefined;
}

/** Finds the server's own reason in a parsed body, in the places that servers commonly put it. */
export function readReason(body: unknown): Reason {
  const { message, error, detail, title, errors, code } = Object(body);
  const texts = [message, error, error?.message, detail, title, errors?.[0]?.message];
  const codes: unknown[] = [code, error?.code];
  return {
    text: texts.map(toLine).find(Boolean),
    code: codes.find((one) => /string|number/.test(typeof one)) as Reason["code"],
  };
}

/** Cuts the text and replaces line breaks, control characters and half characters: they could forge a line of a log. */
export function toLine(value: unknown): string | undefined {
  return typeof value === "string"
    ? value
        .slice(0, 200)
        .replace(/[\s\p{C}]+/gu, " ")
        .trim()
    : undefined;
}
