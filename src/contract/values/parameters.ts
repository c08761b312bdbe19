import type { Header } from "../http/request.ts";
import type { ContractOperation, ContractParameter } from "../model/operation.ts";

/** The parameters of a request, serialized. */
export interface RenderedParameters {
  path: string;
  /** `name=value`, percent-encoded. */
  query: string[];
  headers: Header[];
  cookies: string[];
}

/** The key of a parameter among the values of a request: `path id`. */
export function parameterKey(parameter: ContractParameter): string {
  return `${parameter.in} ${parameter.name}`;
}

/** Serializes the values of an operation's parameters in the styles of https://spec.openapis.org/oas/v3.1.0#style-values */
export function renderParameters(
  operation: ContractOperation,
  values: ReadonlyMap<string, unknown>,
): RenderedParameters {
  const rendered: RenderedParameters = { path: operation.path, query: [...operation.query], headers: [], cookies: [] };
  for (const parameter of operation.parameters) {
    const value = values.get(parameterKey(parameter));
    if (value === undefined) continue;
    if (parameter.in === "path") {
      const fill = (template: string) => template.replaceAll(`{${parameter.name}}`, () => inPath(parameter, value));
      rendered.path = fill(rendered.path);
      rendered.query = rendered.query.map(fill);
    } else if (parameter.in === "query") rendered.query.push(...renderQuery(parameter, value));
    else if (parameter.in === "header") rendered.headers.push([parameter.name, plain(parameter, value)]);
    else rendered.cookies.push(`${parameter.name}=${encodeURIComponent(plain(parameter, value))}`);
  }
  return rendered;
}

function text(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

/** `simple`, the style of headers: `a,b`; for objects `key,value`, or `key=value` when exploded. */
function plain({ mediaType, explode }: ContractParameter, value: unknown): string {
  if (mediaType) return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(text).join(",");
  if (typeof value !== "object" || value === null) return text(value);
  return Object.entries(value)
    .map(([key, item]) => (explode ? `${key}=${text(item)}` : `${key},${text(item)}`))
    .join(",");
}

function inPath({ style, explode, name, mediaType }: ContractParameter, value: unknown): string {
  const encode = (item: unknown) => encodeURIComponent(text(item));
  if (mediaType) return encodeURIComponent(JSON.stringify(value));
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const pairs = isObject ? Object.entries(value) : [];
  // Exploded, an object is a list of `name=value`; otherwise names and values alternate.
  const items = isObject
    ? pairs.flatMap(([key, item]) => (explode ? [`${encode(key)}=${encode(item)}`] : [encode(key), encode(item)]))
    : [value].flat().map(encode);
  if (style === "label") return `.${items.join(explode ? "." : ",")}`;
  if (style !== "matrix") return items.join(",");
  if (!explode) return `;${name}=${items.join(",")}`;
  return items.map((item) => (isObject ? `;${item}` : `;${name}=${item}`)).join("");
}

/** Serializes a query parameter, or a field of a form, as `name=value`s. */
export function renderQuery(
  { name, style, explode, mediaType }: Pick<ContractParameter, "name" | "style" | "explode" | "mediaType">,
  value: unknown,
): string[] {
  const pair = (key: string, item: string) => `${encodeURIComponent(key)}=${item}`;
  if (mediaType) return [pair(name, encodeURIComponent(JSON.stringify(value)))];
  const separator = style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : ",";
  if (Array.isArray(value)) {
    const items = value.map((item) => encodeURIComponent(text(item)));
    return explode ? items.map((item) => pair(name, item)) : [pair(name, items.join(separator))];
  }
  if (typeof value !== "object" || value === null) return [pair(name, encodeURIComponent(text(value)))];
  const entries = Object.entries(value).map(([key, item]) => [key, encodeURIComponent(text(item))] as const);
  // Brackets are not encoded: every server reads them, but not every server decodes parameter names.
  if (style === "deepObject")
    return entries.map(([key, item]) => `${encodeURIComponent(name)}[${encodeURIComponent(key)}]=${item}`);
  if (explode) return entries.map(([key, item]) => pair(key, item));
  return [pair(name, entries.map(([key, item]) => `${encodeURIComponent(key)}${separator}${item}`).join(separator))];
}
