import type { Link } from "../../openapi/link.ts";
import type { Operation } from "../../openapi/operation.ts";
import { compilePathTemplate } from "../../openapi/path-template.ts";
import { type ExchangeView, evaluateTemplate, isProblem, parseTemplate } from "../../openapi/runtime-expression.ts";
import type { Exchange } from "../http/client.ts";
import { type Identifier, identify, identifyItems, propertyNamed, type Wanted } from "./identify.ts";
import type { Resource, Resources } from "./resources.ts";
import { decode, viewExchange } from "./view-exchange.ts";

/** What identifies a thing: a value for each parameter of its path. */
export interface ThingIds {
  values: (string | number)[];
  /** How the last of them was found, in words: `$response.body#/id of a link`. */
  how: string;
}

/** A response that names things, and what is known of it. */
export interface Naming {
  resource: Resource;
  source: Operation;
  exchange: Exchange;
  /** The values of what the things are part of. */
  outer: readonly (string | number)[];
  basePath: string;
  /** Whether the parameter of the things takes a value. */
  accepts(value: unknown): boolean;
}

/**
 * The things that a response names, best source first: a link, the `Location` header, what its body has. Empty where it names
 * none. Only a list names several.
 */
export function readThings(naming: Naming, resources: Resources): ThingIds[] {
  const { resource, source, exchange, outer, basePath } = naming;
  const view = viewExchange(exchange, compilePathTemplate(source.path), basePath);
  const linked = byLink(naming, view, resources) ?? byLocation(naming, view);
  if (linked) return [linked];
  const [parameter, ...others] = resource.names.slice(outer.length);
  if (parameter === undefined || others.length > 0) return [];
  const wanted: Wanted = { parameter, noun: resource.noun, accepts: naming.accepts };
  const of = ({ value, location }: Identifier, where: string) => ({
    values: [...outer, value],
    how: `${location} in the ${where}`,
  });
  const body = view.response?.body;
  if (source.method === "GET") return identifyItems(body, wanted).map((item) => of(item, "list"));
  const found = identify(body, wanted) ?? identifyItems(body, wanted)[0];
  if (found) return [of(found, "response")];
  // Clients choose some identifiers themselves.
  const chosen = propertyNamed(view.request.body, parameter);
  return chosen ? [of(chosen, "request")] : [];
}

function byLink(
  { resource, source, outer }: Naming,
  view: ExchangeView,
  { targetOf, along }: Resources,
): ThingIds | undefined {
  const links = view.statusCode === undefined ? [] : (source.responseFor(view.statusCode)?.links ?? []);
  for (const link of links) {
    const target = targetOf(link);
    const place = along(target?.path ?? "").find(({ key }) => key === resource.key);
    if (!target || !place) continue;
    const names = namesOf(target, resource.names.length);
    const given = names.map((name) => valueIn(link, name, view));
    const last = given.at(-1);
    const values = given.map((entry, index) => entry?.value ?? outer[index]);
    if (last && values.every((value) => value !== undefined)) return { values, how: `${last.text} of a link` };
  }
  return undefined;
}

/** The names that an operation's path has for the first parameters: two paths of a thing may name them differently. */
function namesOf({ path }: Operation, count: number): string[] {
  return compilePathTemplate(path).names.slice(0, count);
}

function valueIn({ parameters }: Link, name: string, view: ExchangeView) {
  const given = parameters.find((one) => one.name === name && (one.in ?? "path") === "path");
  if (given === undefined) return undefined;
  const text = typeof given.value === "string" ? given.value : JSON.stringify(given.value);
  const template = parseTemplate(text);
  const value = isProblem(template) ? undefined : evaluateTemplate(template, view);
  return isScalar(value) ? { value, text } : undefined;
}

function byLocation({ resource, basePath }: Naming, { response, url }: ExchangeView): ThingIds | undefined {
  const location = response?.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
  const path = location === undefined ? undefined : pathOf(location, url);
  if (path === undefined) return undefined;
  const { match } = compilePathTemplate(resource.template);
  // Behind a proxy, a server may not know what precedes its paths.
  const below = path.startsWith(basePath) ? path.slice(basePath.length) : path;
  const suffixes = [below, ...[...path.matchAll(/\//g)].map(({ index }) => path.slice(index))];
  const found = suffixes.map((suffix) => match(suffix)).find((texts) => texts !== undefined);
  return found && { values: [...found.values()].map(decode), how: "Location" };
}

function pathOf(location: string, target: string): string | undefined {
  const base = `http://server${target}`;
  if (!URL.canParse(location, base)) return undefined;
  return new URL(location, base).pathname.replace(/\/$/, "");
}

function isScalar(value: unknown): value is string | number {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}
