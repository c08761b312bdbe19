import { keywordOf, type SchemaPart } from "../../openapi/schema-parts.ts";

/**
 * Strings that every reading of a format allows, the plainest first. A test checks each against the grammar of the format's
 * own RFC.
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
 * https://spec.openapis.org/registry/format/
 */
export const formatExamples: Record<string, string[]> = {
  date: ["2024-02-28", "2000-02-29", "1969-12-31", "2199-12-31"],
  "date-time": [
    "2024-02-28T10:34:30Z",
    "2024-02-28T10:34:30.144Z",
    "2024-02-28T10:34:30.123456Z",
    "2024-02-28T10:34:30+02:00",
    "2024-02-28T10:34:30-11:30",
  ],
  "date-time-local": ["2024-02-28T10:34:30"],
  time: ["10:34:30Z"],
  "time-local": ["10:34:30"],
  duration: ["P1D", "PT1H30M"],
  "http-date": ["Wed, 28 Feb 2024 10:34:30 GMT"],
  email: ["ann@example.com", "ann.lee+tag@mail.example.com", "ANN@EXAMPLE.COM"],
  "idn-email": ["ann@example.com"],
  hostname: ["example.com", "a-b.example.com"],
  "idn-hostname": ["example.com"],
  ipv4: ["192.0.2.1"],
  ipv6: ["2001:db8::1"],
  uri: ["https://example.com/a", "https://example.com/a?b=c&d=e#f"],
  url: ["https://example.com/a"],
  iri: ["https://example.com/a"],
  "uri-reference": ["https://example.com/a", "/a"],
  "iri-reference": ["https://example.com/a"],
  "uri-template": ["https://example.com/{id}"],
  uuid: ["0f5a8ac1-6c4b-4d29-9a51-0a7f6d3c2b10"],
  byte: ["aGVsbG8=", "aGVsbG8h"],
  base64: ["aGVsbG8=", "aGVsbG8h"],
  base64url: ["aGVsbG8h"],
  regex: ["^a+$"],
  "json-pointer": ["/a/0"],
  "relative-json-pointer": ["1/a"],
  base32: ["NBSWY3DP"],
  base16: ["68656C6C6F"],
  "quoted-printable": ["hello"],
  "application/json": ["{}"],
  char: ["a"],
  int32: ["1"],
  int64: ["1"],
  uint64: ["1"],
  float: ["1.5"],
  double: ["1.5"],
  decimal: ["1.5", "1"],
};

/** Formats of strings that may have any characters. */
const freeFormats = new Set(["password", "binary", "commonmark", "text/plain", "7bit", "8bit"]);

/** What limits a string like a format: its `format`, or else the encoding or the media type of its content. */
export function formatOf(part: SchemaPart | readonly SchemaPart[] = []): string | undefined {
  const parts = [part].flat();
  const [format] = ["format", "contentEncoding", "contentMediaType"].flatMap(
    (keyword) => keywordOf<string>(parts, keyword) ?? [],
  );
  return format;
}

/**
 * Whether a format limits a string. One that nothing here knows does, too: JSON Schema ignores it, but its author had
 * something in mind.
 */
export function isLimiting(format: string | undefined): boolean {
  return format !== undefined && !freeFormats.has(format);
}

/** Formats that the validator does not check, so that nobody knows whether a string made from a sample is one of them. */
const fixedFormats = new Set([
  "date-time-local",
  "time-local",
  "http-date",
  "base64",
  "base64url",
  "base32",
  "base16",
  "quoted-printable",
  "application/json",
  "char",
]);

/** Whether a valid string of the format can be varied into another one. */
export function isVariable(format: string | undefined): boolean {
  if (format === undefined || !isLimiting(format)) return true;
  return Object.hasOwn(formatExamples, format) && !fixedFormats.has(format);
}

/** The ranges of the number formats that have one: https://spec.openapis.org/registry/format/ */
export const numberFormatRanges: Record<string, [least: number, most: number]> = {
  int32: [-2_147_483_648, 2_147_483_647],
};
