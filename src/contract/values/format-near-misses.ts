/** A string that a format forbids, and what is wrong with it. */
export interface NearMiss {
  value: string;
  about: string;
  /** Whether common validators of the format disagree about it, so that accepting it is not an error. Default: false. */
  disputed?: boolean;
}

const miss = (value: string, about: string): NearMiss => ({ value, about });
const disputed = (value: string, about: string): NearMiss => ({ value, about, disputed: true });

/** Strings just outside a format, made from a valid one. */
export const formatNearMisses: Record<string, (valid: string) => NearMiss[]> = {
  date: () => [
    miss("2024-13-01", "month 13"),
    miss("2024-02-40", "day 40"),
    miss("2024-2-8", "no leading zeros"),
    miss("20240228", "no hyphens"),
    miss("28.02.2024", "fields in another order"),
    miss("02/28/2024", "slashes"),
    miss("2024-02-28T10:34:30Z", "with a time"),
    miss("2024-02", "no day"),
    miss("12024-02-28", "a year of five digits"),
    miss("tomorrow", "a word"),
    disputed("2023-02-29", "a day that the month lacks"),
  ],
  "date-time": () => [
    miss("2024-02-28", "no time"),
    miss("2024-13-28T10:34:30Z", "month 13"),
    miss("2024-02-40T10:34:30Z", "day 40"),
    miss("2024-02-28T25:34:30Z", "hour 25"),
    miss("2024-02-28T10:61:30Z", "minute 61"),
    miss("2024-02-28T10:34:30Zx", "text after it"),
    miss("28.02.2024 10:34:30", "fields in another order"),
    miss("1709116470", "seconds since 1970"),
    miss("12024-02-28T10:34:30Z", "a year of five digits"),
    miss("now", "a word"),
    disputed("2024-02-28T10:34:30", "no offset"),
    disputed("2024-02-28T10:34Z", "no seconds"),
    disputed("2023-02-29T10:34:30Z", "a day that the month lacks"),
    disputed("2024-02-28 10:34:30Z", "a space between date and time"),
  ],
  time: () => [miss("30:00:00Z", "hour 30"), miss("10-34-30", "hyphens"), miss("noon", "a word")],
  duration: () => [miss("1 day", "words"), miss("P", "no component"), miss("3600", "seconds")],
  email: () => [
    miss("ann.example.com", "no @"),
    miss("ann@", "no domain"),
    miss("@example.com", "no local part"),
    miss("ann@lee@example.com", "two @"),
    miss("ann lee@example.com", "a space"),
    miss("ann@example.com, lee@example.com", "two addresses"),
    disputed("Ann <ann@example.com>", "a display name"),
  ],
  hostname: () => [
    miss("-example.com", "a leading hyphen"),
    miss("exa mple.com", "a space"),
    miss("a..b", "an empty label"),
  ],
  ipv4: () => [
    miss("192.0.2.256", "a part over 255"),
    miss("192.0.2", "three parts"),
    miss("192.0.2.1.1", "five parts"),
  ],
  ipv6: () => [
    miss("2001:db8::1::2", "two gaps"),
    miss("2001:db8::g", "a digit that is not hexadecimal"),
    miss("192.0.2.1", "an IPv4 address"),
  ],
  uri: () => [
    miss("/a/b", "no scheme"),
    miss("example.com/a", "no scheme"),
    miss("not a uri", "words"),
    miss("https://exa mple.com/", "a space"),
    disputed("", "empty"),
  ],
  uuid: (valid) => [
    miss(valid.slice(0, -1), "one digit too few"),
    miss(`${valid}0`, "one digit too many"),
    miss(`${valid.slice(0, -1)}g`, "a digit that is not hexadecimal"),
    miss(valid.replaceAll("-", ""), "no hyphens"),
    miss(`{${valid}}`, "braces"),
    miss(` ${valid}`, "a leading space"),
    miss(`${valid}\n`, "a final line break"),
    miss(`x${valid}`, "a letter before it"),
    miss(`${valid}x`, "a letter after it"),
    miss(`https://example.com/${valid}`, "a URL around it"),
    miss(valid.replace(/\d/, "\u0663"), "a digit of another script"),
    miss(
      valid.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
      "full-width digits",
    ),
    disputed(`urn:uuid:${valid}`, "the prefix of a URN"),
    miss(valid.replaceAll("-", "_"), "underscores"),
    miss(valid.replace(/-(?=[^-]*$)/, ""), "one hyphen too few"),
    miss(`${valid},${valid}`, "two UUIDs"),
    miss("not-a-uuid", "words"),
    miss("", "empty"),
    miss("1", "a number"),
  ],
};
