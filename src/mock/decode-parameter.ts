import type { OpenApiDocument } from "../openapi/document.ts";
import type { Parameter } from "../openapi/parameter.ts";
import { partsOf, propertiesOf, typesOf } from "../openapi/schema-parts.ts";

/** The texts of a request that parameters are read from. */
export interface ParameterTexts {
  /** Percent-encoded, by name. */
  path: Map<string, string>;
  /** Names decoded, values percent-encoded. */
  query: [name: string, text: string][];
  /** By lower-case name. */
  headers: Record<string, unknown>;
  cookies: [name: string, text: string][];
}

/** Which kind of value a parameter is, by its schema. */
type Shape = "array" | "object" | "scalar";

/**
 * Returns the value of a parameter, read in its style, with texts in place of numbers and booleans; undefined if the request
 * lacks it. https://spec.openapis.org/oas/v3.1.0#style-values
 *
 * @throws {URIError} If percent-encoding does not decode.
 */
export function decodeParameter(document: OpenApiDocument, parameter: Parameter, texts: ParameterTexts): unknown {
  const { in: location, name, mediaType } = parameter;
  if (location === "query" && parameter.style === "deepObject") return decodeDeepObject(document, parameter, texts);
  const shape = shapeOf(document, parameter);
  if (location === "query" || location === "cookie") {
    const pairs = location === "query" ? texts.query : texts.cookies;
    if (mediaType === undefined && shape === "object" && parameter.explode) {
      const properties = propertiesOf(partsOf(document, parameter.schema, parameter.schemaPointer));
      const own = pairs.filter(([key]) => properties.has(key)).map(([key, text]) => [key, decode(text)] as const);
      return own.length > 0 ? Object.fromEntries(own) : undefined;
    }
    const own = pairs.filter(([key]) => key === name).map(([, text]) => text);
    if (own.length === 0) return undefined;
    if (mediaType === undefined && shape === "array" && parameter.explode) return own.map(decode);
    return decodeText(own.at(-1) ?? "", parameter, shape, decode);
  }
  if (location === "path") {
    const text = texts.path.get(name);
    return text === undefined ? undefined : decodeText(text, parameter, shape, decodeURIComponent);
  }
  const text = texts.headers[name.toLowerCase()];
  return typeof text === "string" ? decodeText(text, parameter, shape, (part) => part.trim()) : undefined;
}

function decodeText(text: string, parameter: Parameter, shape: Shape, decodePart: (text: string) => string): unknown {
  const { mediaType, style, explode, name } = parameter;
  if (mediaType !== undefined) return parseJson(decodePart(text));
  const [prefix, separator] = delimiters(style, explode);
  // The final style of a matrix: `;name=1,2`, or `;name=1;name=2` and `;a=1;b=2` if it explodes.
  const named = style === "matrix" && !(explode && shape === "object") ? `${prefix}${name}=` : prefix;
  // The schema refuses a text without its style's prefix, unless it is text itself.
  if (!text.startsWith(named)) return decodePart(text);
  const rest = text.slice(named.length);
  if (shape === "scalar") return decodePart(rest);
  const parts = rest === "" ? [] : rest.split(separator);
  if (shape === "array") {
    const lead = style === "matrix" && explode ? `${name}=` : "";
    return parts.map((part) => decodePart(part.startsWith(lead) ? part.slice(lead.length) : part));
  }
  const entries = explode
    ? parts.map((part) => part.split(/=(.*)/s).slice(0, 2))
    : parts.flatMap((key, index) => (index % 2 === 0 ? [[key, parts[index + 1] ?? ""]] : []));
  return Object.fromEntries(entries.map(([key = "", value = ""]) => [decodePart(key), decodePart(value)]));
}

/** What begins a text in the style, and what separates its parts. */
function delimiters(style: string, explode: boolean): [prefix: string, separator: string | RegExp] {
  if (style === "label") return [".", explode ? "." : ","];
  if (style === "matrix") return [";", explode ? ";" : ","];
  if (style === "spaceDelimited") return ["", /%20|\+| /];
  if (style === "pipeDelimited") return ["", /%7C|\|/i];
  return ["", ","];
}

/** Reads `filter[from]=1&filter[tags]=a&filter[tags]=b`, at any depth. */
function decodeDeepObject(
  document: OpenApiDocument,
  { name, schema, schemaPointer }: Parameter,
  texts: ParameterTexts,
) {
  const own = texts.query.filter(([key]) => key.startsWith(`${name}[`));
  if (own.length === 0) return undefined;
  const tree = Object.create(null) as Tree;
  for (const [key, text] of own) {
    const path = [...key.slice(name.length).matchAll(/\[([^\]]*)\]/g)].map(([, part = ""]) => part);
    addTo(tree, path, decode(text));
  }
  return shaped(document, tree, schema, schemaPointer);
}

interface Tree {
  [key: string]: Tree | string[];
}

function addTo(tree: Tree, [key = "", ...rest]: string[], text: string): void {
  const found = tree[key];
  if (rest.length > 0 && rest.some((part) => part !== "")) {
    if (found === undefined || Array.isArray(found)) tree[key] = Object.create(null) as Tree;
    addTo(tree[key] as Tree, rest, text);
  } else if (Array.isArray(found)) found.push(text);
  else if (found === undefined) tree[key] = [text];
}

/** Gives arrays, objects and single texts to the schemas that want them. */
function shaped(document: OpenApiDocument, value: Tree | string[], schema: unknown, pointer: string): unknown {
  const parts = partsOf(document, schema, pointer);
  const isArray = typesOf(parts)?.includes("array") ?? false;
  if (Array.isArray(value)) return isArray || value.length > 1 ? value : value[0];
  if (isArray) return Object.values(value).flat();
  const properties = propertiesOf(parts);
  const entries = Object.entries(value).map(([key, child]) => {
    const part = properties.get(key);
    return [key, shaped(document, child, part?.schema, part?.pointer ?? "")];
  });
  return Object.fromEntries(entries);
}

function shapeOf(document: OpenApiDocument, { schema, schemaPointer }: Parameter): Shape {
  const types = typesOf(partsOf(document, schema, schemaPointer)) ?? [];
  if (types.includes("array")) return "array";
  return types.includes("object") ? "object" : "scalar";
}

/** Decodes a value of a query or form, where `+` is a space. */
function decode(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
