import { candidateOf } from "../candidate.ts";
import type { Keyword } from "./keyword.ts";

/** Valid texts that servers often handle wrongly. */
const table: Record<string, string> = {
  unicode: "Grüße, 日本語, שלום",
  emoji: "\u{1F3B5} \u{1F469}\u200D\u{1F467}",
  astral: "\u{1D49C} \u{20000}",
  combining: "e\u0301a\u0300 \u00e9 \u212b \ufb01",
  invisible: "a\u200bb\u00adc\u2060d\ufeff",
  noncharacter: "a\ufffeb\uffff",
  control: "a\u0001b\u001b[0m\u007f",
  quotes: "\"quoted\" 'single' `back` \u201ccurly\u201d",
  backslash: "C:\\new\\temp \\u0041 \\",
  markup: "<script>alert(1)</script> <b>bold</b>",
  entities: "&amp; &lt; &#39; & <",
  encoded: "%20 %00 a+b 100%",
  placeholders: "{{name}} $" + "{name} {0} %s $1 {% if %}",
  comment: "a -- b /* c */ // d # e; DROP TABLE x",
  formula: "=1+1",
  path: "../../etc/passwd",
  lines: "one\r\ntwo\nthree\rfour",
  tabs: "a\tb\t",
  spaces: "  with  spaces  around  ",
  blank: "   ",
  "digits-zero": "007",
  exponent: "1e3",
  "negative-number": "-1",
  "word-null": "null",
  "word-undefined": "undefined",
  "word-true": "true",
  "word-nan": "NaN",
  member: "constructor",
  "member-proto": "__proto__",
  "mixed-case": "MiXeD CaSe",
  date: "2024-02-28",
  letter: "a",
  nothing: "",
};

/** `type: string`. Other keywords rule out most of these texts where the schema does not leave text free. */
export const texts: Keyword = {
  valid: () => Object.entries(table).map(([name, text]) => candidateOf(name, text)),
};
