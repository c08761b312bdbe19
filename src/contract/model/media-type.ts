/** A media type without its parameters, and they: https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1 */
export interface ParsedMediaType {
  /** Lower case: `application/json`. */
  essence: string;
  /** By lower-case name; quotes are taken away. */
  parameters: Map<string, string>;
}

const token = "[!#$%&'*+.^_`|~\\w-]+";
const essencePattern = new RegExp(`^(${token}/${token})[ \\t]*`);
const parameterPattern = new RegExp(`^;[ \\t]*(?:(${token})=(${token}|"(?:[^"\\\\]|\\\\.)*"))?[ \\t]*`);

/** Reads the value of a `Content-Type`; undefined where it is not well formed. */
export function parseMediaType(value: string): ParsedMediaType | undefined {
  const [whole = "", essence] = essencePattern.exec(value) ?? [];
  if (essence === undefined) return undefined;
  const parameters = new Map<string, string>();
  let rest = value.slice(whole.length);
  while (rest !== "") {
    const [part, name, text = ""] = parameterPattern.exec(rest) ?? [];
    if (part === undefined) return undefined;
    if (name) parameters.set(name.toLowerCase(), text.replace(/^"(.*)"$/, "$1").replaceAll(/\\(.)/g, "$1"));
    rest = rest.slice(part.length);
  }
  return { essence: essence.toLowerCase(), parameters };
}

/** Whether a documented media type, or a range of them, is JSON: `application/json`, `application/hal+json`. */
export function isJson(name: string): boolean {
  const essence = name.split(";")[0]?.trim().toLowerCase() ?? "";
  return (
    /^(application|text)\/json$/.test(essence) || essence.endsWith("+json") || /^(\*|application)\/\*$/.test(essence)
  );
}

/** The documented key that covers a media type: itself, `type/*` or `*` + `/*`, in that order. */
export function findMediaType(documented: Iterable<string>, essence: string): string | undefined {
  const keys = [...documented];
  const [type] = essence.split("/");
  const ranked = [essence, `${type}/*`, "*/*"];
  for (const wanted of ranked) {
    const found = keys.find((key) => key.split(";")[0]?.trim().toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
