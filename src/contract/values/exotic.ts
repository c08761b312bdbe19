/**
 * Values that RFC 8259 allows and I-JSON (RFC 7493) does not: strings with a lone surrogate, numbers beyond a double, bytes
 * that are not UTF-8. A server may keep what it was sent and give it back in any later response.
 */
export const exotic = {
  surrogate: "a\ud800b",
  numbers: { huge: "1e999", long: "9".repeat(1_000) },
  /** Octets that are not UTF-8, and what they are. */
  octets: [
    ["lone-byte", "a byte that is not UTF-8", [0xff]],
    ["continuation", "a lone continuation byte", [0x80]],
    ["cut-character", "a truncated character", [0xe2, 0x82]],
    ["latin-1", "an accent in Latin-1", [0xe9]],
    ["overlong", "an overlong slash", [0xc0, 0xaf]],
    ["surrogate", "a surrogate in UTF-8", [0xed, 0xa0, 0x80]],
  ] satisfies [name: string, about: string, octets: number[]][],
};

/** Octets between two letters, as they are sent in a string. */
export function inLetters(octets: readonly number[]): Buffer {
  return Buffer.from([0x61, ...octets, 0x62]);
}

/** Whether a string is one of them, or contains it. */
export function hasExoticText(text: string): boolean {
  return text.includes(exotic.surrogate);
}

/** Whether a number is one of them, however it is written. */
export function isExoticNumber(token: string): boolean {
  return Object.values(exotic.numbers).some((number) => decimalOf(number) === decimalOf(token));
}

/** Whether bytes contain some that were sent in a string. */
export function hasExoticBytes(bytes: Buffer): boolean {
  return exotic.octets.some(([, , octets]) => bytes.includes(inLetters(octets)));
}

/** A number's digits and exponent, the same for `1e999`, `1E+999` and `10e998`. */
function decimalOf(token: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(token) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
