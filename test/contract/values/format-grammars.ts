import { isIPv6 } from "node:net";

/** Whether a text is of a format, by the grammar of the document that defines it. Written apart from the suite's own. */
export interface FormatGrammar {
  defined: string;
  holds(text: string): boolean;
}

const whole = (source: string, flags = "") => {
  const pattern = new RegExp(`^(?:${source})$`, flags);
  return (text: string) => pattern.test(text);
};

// RFC 3339, section 5.6 and appendix A
const fullDate = "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";
const partialTime = "(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?";
const fullTime = `${partialTime}(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)`;
const durTime = "T(?:\\d+H(?:\\d+M(?:\\d+S)?)?|\\d+M(?:\\d+S)?|\\d+S)";
const durDate = "(?:\\d+D|\\d+M(?:\\d+D)?|\\d+Y(?:\\d+M(?:\\d+D)?)?)";
const isDay = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split("-").map(Number);
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};
const onDay = (holds: (text: string) => boolean) => (text: string) => holds(text) && isDay(text);

// RFC 1123, section 2.1, and RFC 5321, section 4.1.2
const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const host = `${label}(?:\\.${label})*`;
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const isHost = (text: string) => text.length <= 253 && whole(host)(text);

// RFC 3986, appendix A, without the literal addresses of IPv6
const pchar = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";
const tail = `(?:\\?(?:${pchar}|[/?])*)?(?:#(?:${pchar}|[/?])*)?`;
const authority = "//(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*";
const uri = `[A-Za-z][A-Za-z0-9+.-]*:(?:${authority}(?:/${pchar}*)*|/?(?:${pchar}+(?:/${pchar}*)*)?)${tail}`;
const relative = `(?:${authority}(?:/${pchar}*)*|/(?:${pchar}+(?:/${pchar}*)*)?|(?:(?!:)${pchar})+(?:/${pchar}*)*)?${tail}`;

const byte = "\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5]";
const ipv4 = `(?:${byte})(?:\\.(?:${byte})){3}`;
const integer = "-?(?:0|[1-9]\\d*)";
const decimal = `${integer}(?:\\.\\d+)?`;
const base64 = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";
const pointer = "(?:/(?:[^~/]|~[01])*)*";

const isPattern = (text: string) => {
  try {
    return new RegExp(text, "u").test("") || true;
  } catch {
    return false;
  }
};

const isJsonText = (text: string) => {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
};

const of = (defined: string, holds: FormatGrammar["holds"]): FormatGrammar => ({ defined, holds });

/** The grammars by format: every format of which the suite sends valid values. */
export const formatGrammars: Record<string, FormatGrammar> = {
  date: of("RFC 3339, section 5.6, full-date", onDay(whole(fullDate))),
  "date-time": of("RFC 3339, section 5.6, date-time", onDay(whole(`${fullDate}T${fullTime}`))),
  "date-time-local": of("RFC 3339, section 5.6, without the offset", onDay(whole(`${fullDate}T${partialTime}`))),
  time: of("RFC 3339, section 5.6, full-time", whole(fullTime)),
  "time-local": of("RFC 3339, section 5.6, partial-time", whole(partialTime)),
  duration: of("RFC 3339, appendix A, duration", whole(`P(?:${durDate}(?:${durTime})?|${durTime}|\\d+W)`)),
  "http-date": of(
    "RFC 9110, section 5.6.7, IMF-fixdate",
    (text) =>
      whole("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT")(text) && new Date(text).toUTCString() === text,
  ),
  email: of("RFC 5321, section 4.1.2, Mailbox", whole(`${atom}(?:\\.${atom})*@${host}`)),
  "idn-email": of("RFC 6531, which includes RFC 5321", whole(`${atom}(?:\\.${atom})*@${host}`)),
  hostname: of("RFC 1123, section 2.1", isHost),
  "idn-hostname": of("RFC 5890, which includes RFC 1123", isHost),
  ipv4: of("RFC 2673, section 3.2", whole(ipv4)),
  ipv6: of("RFC 4291, section 2.2", isIPv6),
  uri: of("RFC 3986, URI", whole(uri)),
  url: of("RFC 3986, URI", whole(uri)),
  iri: of("RFC 3987, which includes RFC 3986", whole(uri)),
  "uri-reference": of("RFC 3986, URI-reference", whole(`${uri}|${relative}`)),
  "iri-reference": of("RFC 3987, which includes RFC 3986", whole(`${uri}|${relative}`)),
  "uri-template": of("RFC 6570, section 2", whole("(?:[^\\x00-\\x20\"'<>\\\\^`{|}%]|%[0-9A-Fa-f]{2}|\\{\\w+\\})*")),
  uuid: of("RFC 9562, section 4", whole("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")),
  byte: of("RFC 4648, section 4", whole(base64)),
  base64: of("RFC 4648, section 4", whole(base64)),
  base64url: of("RFC 4648, section 5", whole("(?:[\\w-]{4})*(?:[\\w-]{2}(?:==)?|[\\w-]{3}=?)?")),
  base32: of(
    "RFC 4648, section 6",
    whole("(?:[A-Z2-7]{8})*(?:[A-Z2-7]{2}={6}|[A-Z2-7]{4}={4}|[A-Z2-7]{5}={3}|[A-Z2-7]{7}=)?"),
  ),
  base16: of("RFC 4648, section 8", whole("(?:[0-9A-F]{2})*")),
  "quoted-printable": of("RFC 2045, section 6.7", whole("(?:[!-<>-~]|=[0-9A-F]{2})*")),
  "application/json": of("RFC 8259, section 2", isJsonText),
  regex: of("ECMA-262, section 22.2", isPattern),
  "json-pointer": of("RFC 6901, section 3", whole(pointer)),
  "relative-json-pointer": of("draft-bhutton-relative-json-pointer-00", whole(`(?:0|[1-9]\\d*)(?:#|${pointer})`)),
  char: of("OpenAPI format registry", (text) => [...text].length === 1),
  int32: of("OpenAPI format registry", whole(integer)),
  int64: of("OpenAPI format registry", whole(integer)),
  uint64: of("OpenAPI format registry", whole("0|[1-9]\\d*")),
  float: of("OpenAPI format registry", whole(decimal)),
  double: of("OpenAPI format registry", whole(decimal)),
  decimal: of("OpenAPI format registry", whole(decimal)),
};
