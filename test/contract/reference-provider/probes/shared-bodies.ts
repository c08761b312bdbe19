import type { Probe } from "./exchange.ts";
import { kitOf, type Subject } from "./kit.ts";

/** Probes of the bodies that any provider may read or answer wrongly, by group. */
export function sharedBodyProbes(subject: Subject): Record<string, Probe[]> {
  const { target, example, text } = subject;
  const { json, send, header, bodies, typed, said } = kitOf(subject);
  const wrong = json.slice(0, -1);
  const form = new URLSearchParams(
    Object.entries(example).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  );
  const first = json.replace(/^\{/, "").slice(0, json.indexOf(",") - 1);

  return {
    "body-syntax": [
      ...bodies(
        wrong,
        `${wrong},${subject.last}`,
        json.replace(/\}$/, ",}"),
        json.replace("]", ",]"),
        json.replace(/,"/, ' "'),
      ),
      ...bodies(
        `{ // one\n${json.slice(1)}`,
        `/* a */${json}`,
        `# a\n${json}`,
        json.replaceAll('"', "'"),
        json.replace(/"(\w+)":/g, "$1:"),
      ),
      ...bodies(
        `{"x":NaN,${json.slice(1)}`,
        json.replace("true", "True"),
        `{"x":01,${json.slice(1)}`,
        `{${first},${json.slice(1)}`,
        `\uFEFF${json}`,
      ),
      ...bodies(
        Buffer.from(JSON.stringify(text("caf\xe9")), "latin1"),
        Buffer.from(JSON.stringify(text("\xc0\x80")), "latin1"),
        Buffer.from(json, "utf16le"),
      ),
      ...bodies(
        `${json}\0`,
        `${json}\0more`,
        JSON.stringify(text("@")).replace("@", "\n"),
        JSON.stringify(text("@")).replace("@", "\\ud83d"),
        JSON.stringify(text("@")).replace("@", "\\q"),
      ),
      ...bodies(
        `${json} 1`,
        `${json}${json}`,
        `[${json}]`,
        JSON.stringify(json),
        `{"data":${json}}`,
        "[".repeat(9000),
        `${"[".repeat(9000)}${"]".repeat(9000)}`,
      ),
      ...bodies(
        "",
        " ",
        "null",
        "[]",
        "{}",
        `{"__proto__":${json}}`,
        `{"x":NaN,"x":1,${json.slice(1)}`,
        `${json}}`,
        '{"a":',
      ),
      ...bodies(
        `{"x":+1,${json.slice(1)}`,
        json.replace(/:(true|30)/, ":Infinity"),
        JSON.stringify(text(null)).replace("null", "NaN"),
        "{}",
      ),
    ],
    "request-media-type": [
      ...typed(
        null,
        "json",
        "text/plain",
        "text/json",
        "text/html",
        "application/octet-stream",
        "application/jsonp",
        "application/ld+json",
      ),
      ...typed(
        "application/json, text/plain",
        "application/json; charset=latin1",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
      ),
      ...typed("application/xml", "application/pdf", "image/png", "application/json-seq"),
      ...header("Content-Encoding", "gzip", "x-none"),
      send({ body: form.toString(), headers: { "Content-Type": "application/x-www-form-urlencoded" } }),
    ],
    "valid-refused": [
      ...typed(
        "application/json; charset=utf-8",
        'application/json; charset="utf-8"',
        "application/json; charset=UTF-8",
        "application/json;charset=utf-8",
        "APPLICATION/JSON",
        "application/json; v=1",
      ),
      send({ headers: { "Content-Type": null, "content-type": "application/json" } }),
      send({ headers: { "Content-Type": null, "CONTENT-TYPE": "application/json" } }),
      send({
        headers: { "Content-Length": null, "Transfer-Encoding": "chunked" },
        body: `${Buffer.byteLength(json).toString(16)}\r\n${json}\r\n0\r\n\r\n`,
      }),
      ...header("User-Agent", "probe/1.0", "Mozilla/5.0"),
      send({ target: `${target}?unknown=1` }),
      send({ target: `http://127.0.0.1${target}` }),
      ...header("Origin", "https://example.com"),
      ...header("Cookie", "a=b"),
      ...header("Range", "bytes=0-1"),
      ...header("If-None-Match", '"a"'),
      ...header("Content-Encoding", "identity"),
      ...header("Accept-Encoding", "identity"),
      ...header("TE", "trailers"),
      ...header("Expect", "100-continue"),
      ...header("X-Unknown", "1", "x".repeat(2000)),
      ...bodies(` ${json}`, `${json}\n`, JSON.stringify(example, null, 2), JSON.stringify(example, null, "\t"), json),
      ...said("Aa").map((probe) =>
        Buffer.from(
          probe
            .toString()
            .replace('"Aa"', '"\\u0041\\u0061"')
            .replace(/Content-Length: (\d+)/, (_all, length) => `Content-Length: ${Number(length) + 10}`),
        ),
      ),
      ...bodies(
        json.replace(/"(\w)(\w+)":/, (_all, letter, rest) => `"\\u00${letter.charCodeAt(0).toString(16)}${rest}":`),
      ),
      ...bodies(
        JSON.stringify(text("@")).replace("@", "\\ud83c\\udf82"),
        JSON.stringify(text("@")).replace("@", "\\/"),
        json + " ".repeat(3000),
      ),
    ],
    "server-errors": [
      ...said(
        "\u{1f382}",
        "€",
        "é",
        "e\u0301",
        "שלום",
        "",
        "  ",
        "x".repeat(130),
        "a\0b",
        "a\nb",
        "a\u0007b",
        "a'b",
        'a"b',
        "a\\b",
        "100%",
        "{{x}}",
        "<b>x</b>",
      ),
      ...said("123", "null", "constructor", "\u{20000}", "\uffff", "../../etc", {}, null, 5),
      ...[...["123456789012345678901", "1e400", "1e2", "-1"], '{"constructor":1}'].map((value) =>
        send({ body: `{"x":${value},${json.slice(1)}` }),
      ),
      ...bodies(`{"":1,${json.slice(1)}`, "[]", '"x"', "null", "7"),
    ],
    echo: [
      ...said(
        " a  b ",
        "Aa B",
        "e\u0301 \u00e9 \ufb01",
        "n".repeat(63) + "ab cd".repeat(14),
        "a & b < c <b> &amp; 'x' \"y\" \\ %20 + \u{1f382} \u20ac",
      ),
      ...said(
        "a\u200bb\u0007c",
        "a\0b",
        "a\r\nb\rc",
        "a\tb",
        "{{1+1}}",
        "007",
        "null",
        "=1+1",
        "lower case",
        "e\u0301",
      ),
    ],
  };
}
