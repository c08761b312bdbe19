import { type Document, type JsonObject, type Parameter, resolved } from "./document.ts";
import { headerOf, Refusal, type Request, type Violation } from "./message.ts";
import type { Call } from "./provider.ts";

/** What a parameter is read from. */
export interface Source {
  request: Request;
  query: [name: string, value: string][];
  pathValues: Record<string, string>;
}

/** Where the parameters of a call stand. */
export function sourceOf({ request, query, values }: Call): Source {
  const pathValues = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, decoded(value)]));
  return { request, query: readQuery(query), pathValues };
}

/** The pairs of a query, as forms write them. */
function readQuery(query: string): [string, string][] {
  if (query === "") return [];
  return query.split("&").map((pair) => {
    const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    return [decoded(name.replaceAll("+", " ")), decoded(value.replaceAll("+", " "))];
  });
}

/** The value of a parameter in the type that its schema names; in the type it came in where it does not fit. */
export function readParameter(document: Document, parameter: Parameter, source: Source): unknown {
  const values = valuesOf(parameter, source);
  if (values === undefined) return undefined;
  const schema = resolved(document, parameter.schema);
  if (schema.type !== "array") return values.length === 1 ? typed(schema, values[0] ?? "") : values;
  const items = parameter.explode === false ? values.flatMap((value) => value.split(",")) : values;
  return items.map((item) => typed(resolved(document, schema.items as JsonObject), item));
}

/** The violation of a required parameter that is missing. */
export function missing({ name }: Parameter): Violation {
  return { pointer: `/${name}`, message: "is required" };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, "The URL has a percent sign that starts no encoded UTF-8.");
  }
}

function valuesOf({ in: place, name }: Parameter, { request, query, pathValues }: Source): string[] | undefined {
  if (place === "path") return [pathValues[name] ?? ""];
  if (place === "header") {
    const value = headerOf(request, name);
    return value === undefined ? undefined : [value];
  }
  const values = query.filter(([given]) => given === name).map(([, value]) => value);
  return values.length > 0 ? values : undefined;
}

function typed(schema: JsonObject, text: string): unknown {
  if (schema.type === "integer" && /^(0|-?[1-9]\d*)$/.test(text)) return Number(text);
  if (schema.type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}
