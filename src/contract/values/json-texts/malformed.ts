import type { BodyText } from "./body-text.ts";

type Row = [name: string, about: string, bytes: string];

/** Texts close to a JSON text that the grammar forbids: https://www.rfc-editor.org/rfc/rfc8259#section-2 */
export function malformedTexts(json: string): BodyText[] {
  const isStructure = json.startsWith("{") || json.startsWith("[");
  const isFilledObject = json.startsWith("{") && json !== "{}";
  return [
    ...anyText(json),
    ...(isStructure ? structures(json) : []),
    ...(isFilledObject ? [...objectsWithBadValue(json), ...objectsWithBadKey(json)] : []),
  ]
    .filter(([, , bytes]) => !isJsonText(bytes))
    .map(([name, about, bytes]) => ({ name: `malformed-${name}`, about, bytes }));
}

function anyText(json: string): Row[] {
  return [
    ["cut-last", "lacks its last character", json.slice(0, -1)],
    ["cut-half", "is cut in the middle", json.slice(0, Math.ceil(json.length / 2))],
    ["two", "is two JSON texts", `${json}\n${json}`],
    ["trailing-letter", "is followed by a letter", `${json}x`],
    ["trailing-brace", "has an extra closing bracket", json + json.slice(-1)],
    ["trailing-null", "is followed by a NUL byte", `${json}\0`],
    ["line-comment", "ends with a comment", `${json} // comment`],
    ["hash-comment", "begins with a shell comment", `# comment\n${json}`],
    ["no-break-space", "begins with a no-break space", `\u00a0${json}`],
    ["word", "is the bare word undefined", "undefined"],
    ["word-nan", "is NaN", "NaN"],
    ["form", "is form data", "a=1&b=2"],
    ["markup", "is XML", "<a>1</a>"],
  ];
}

function structures(json: string): Row[] {
  const [open, inner, close] = [json.slice(0, 1), json.slice(1, -1), json.slice(-1)];
  const rows: Row[] = [
    ["trailing-comma", "ends with an extra comma", `${open}${inner},${close}`],
    ["leading-comma", "begins with a comma", `${open},${inner}${close}`],
    ["block-comment", "has a comment", `${open}/* comment */${inner}${close}`],
    ["other-bracket", "ends with the other kind of bracket", `${open}${inner}${close === "}" ? "]" : "}"}`],
    ["single-quotes", "has single quotes", json.replaceAll('"', "'")],
    ["comma-missing", "lacks a comma", json.replace(/,(?=["{[])/, " ")],
  ];
  const lastItem = /[^[\s](?=\])/.exec(inner);
  if (!lastItem) return rows;
  const end = lastItem.index + 2;
  const bytes = `${json.slice(0, end)},${json.slice(end)}`;
  return [...rows, ["trailing-comma-list", "has a list that ends with an extra comma", bytes]];
}

function objectsWithBadValue(json: string): Row[] {
  const values: [name: string, about: string, value: string][] = [
    ["nan", "has NaN as a value", "NaN"],
    ["infinity", "has Infinity as a value", "Infinity"],
    ["plus", "has a number with a plus sign", "+1"],
    ["leading-zero", "has a number with a leading zero", "01"],
    ["hexadecimal", "has a hexadecimal number", "0x1F"],
    ["bare-fraction", "has the number .5", ".5"],
    ["true-python", "has True as a value", "True"],
    ["undefined", "has undefined as a value", "undefined"],
    ["bad-escape", "has the escape \\x", '"\\x41"'],
    ["raw-line-break", "has a raw line break in a string", '"a\nb"'],
    ["raw-tab", "has a raw tab in a string", '"a\tb"'],
    ["raw-nul", "has a raw NUL in a string", '"a\0b"'],
    ["cut-escape", "has a truncated escape", '"\\u12"'],
    ["no-value", "has a property without a value", ""],
  ];
  return values.map(([name, about, value]) => [name, about, `${json.slice(0, -1)},"extra":${value}}`]);
}

function objectsWithBadKey(json: string): Row[] {
  return [
    ["bare-key", "has a key without quotes", json.replace(/"(\w+)":/, "$1:")],
    ["colon-missing", "lacks a colon", json.replace('":', '" ')],
  ];
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
