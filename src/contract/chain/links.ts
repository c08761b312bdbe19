import type { Json } from "../../openapi/document.ts";
import type { Link } from "../../openapi/link.ts";
import type { Operation } from "../../openapi/operation.ts";
import { type ExchangeView, evaluateTemplate, isProblem, parseTemplate } from "../../openapi/runtime-expression.ts";

/** The key of a value that a link supplies: of which operation, and which parameter or `body`. */
export function linkedKey(operation: string, key: string): string {
  return `${operation} ${key}`;
}

/** The value of a link's parameter or body: expressions replaced, also inside objects and lists. */
export function evaluateLinked(value: Json, view: ExchangeView): Json | undefined {
  if (typeof value === "string") {
    const template = parseTemplate(value);
    return isProblem(template) ? value : evaluateTemplate(template, view);
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => evaluateLinked(item, view) ?? null);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const evaluated = evaluateLinked(item, view);
      return evaluated === undefined ? [] : [[key, evaluated]];
    }),
  );
}

/** The values that the links of a response supply, by the keys of what they supply. */
export function readLinked(
  links: readonly Link[],
  view: ExchangeView,
  targetOf: (link: Link) => Operation | undefined,
): Map<string, Json> {
  const linked = new Map<string, Json>();
  for (const link of links) {
    const target = targetOf(link);
    if (!target) continue;
    const set = (key: string, value: Json) => {
      const evaluated = evaluateLinked(value, view);
      if (evaluated !== undefined) linked.set(linkedKey(target.id, key), evaluated);
    };
    for (const { name, in: place, value } of link.parameters) {
      const owner = target.parameters.find((one) => one.name === name && (place === undefined || one.in === place));
      if (owner) set(`${owner.in} ${name}`, value);
    }
    if (link.requestBody !== undefined) set("body", link.requestBody);
  }
  return linked;
}
