import type { Json } from "../../openapi/document.ts";
import type { Link } from "../../openapi/link.ts";
import type { Operation } from "../../openapi/operation.ts";
import { compilePathTemplate } from "../../openapi/path-template.ts";
import { readablePath, valueAt } from "../../openapi/pointer.ts";
import type { ExchangeView } from "../../openapi/runtime-expression.ts";
import type { Exchange } from "../http/client.ts";
import { decodePercent } from "../model/decode-percent.ts";
import { viewExchange } from "../model/exchange-view.ts";
import { type Identifier, identify, identifyItems, propertyNamed, type Wanted } from "./identify.ts";
import { linkedKey, readLinked } from "./links.ts";
import type { Resource, Resources } from "./resource.ts";

/** What identifies a thing: a value for each parameter of its path. */
export interface ThingIds {
  values: (string | number)[];
  /** What links say of other operations, by {@link linkedKey}. */
  linked: ReadonlyMap<string, Json>;
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
  const { source, exchange, basePath } = naming;
  const view = viewExchange({ template: compilePathTemplate(source.path) }, exchange, basePath);
  const links = view.statusCode === undefined ? [] : (source.responseFor(view.statusCode)?.links ?? []);
  const linked = readLinked(links, view, resources.targetOf);
  const found = byLink(naming, links, linked, resources) ?? byLocation(naming, view);
  return (found ? [found] : byBody(naming, view)).map((ids) => ({ ...ids, linked }));
}

/** What identifies a thing, before its links are read. */
type Found = Omit<ThingIds, "linked">;

function byBody({ resource, source, outer, accepts }: Naming, view: ExchangeView): Found[] {
  if (resource.names.length === 0) return [{ values: [], how: "a link" }];
  const [parameter, ...others] = resource.names.slice(outer.length);
  if (parameter === undefined || others.length > 0) return [];
  const wanted: Wanted = { parameter, noun: resource.noun, accepts };
  const of = ({ value, location }: Identifier, where: string) => ({
    values: [...outer, value],
    how: `${location} in the ${where}`,
  });
  const body = view.response?.body;
  if (source.method === "GET") return identifyItems(body, wanted).map((item) => of(item, "list"));
  const found = identify(body, wanted) ?? identifyItems(body, wanted)[0] ?? byContract(source, body);
  if (found) return [of(found, "response")];
  // Clients choose some identifiers themselves.
  const chosen = propertyNamed(view.request.body, parameter);
  return chosen ? [of(chosen, "request")] : [];
}

/** The one value that `x-contract` calls unique: a JSON pointer, or an expression with one. */
function byContract({ object }: Operation, body: unknown): Identifier | undefined {
  const { unique } = (object["x-contract"] ?? {}) as { unique?: unknown };
  const pointers = (Array.isArray(unique) ? unique : []).flatMap((text) => {
    const [, pointer] = /^(?:\$response\.body#)?(\/.*)$/s.exec(String(text)) ?? [];
    return pointer ?? [];
  });
  const [pointer, ...others] = pointers;
  const value = pointer === undefined || others.length > 0 ? undefined : valueAt(body, pointer);
  return isScalar(value) ? { value, location: readablePath(pointer ?? "") } : undefined;
}

function byLink(
  { resource, outer }: Naming,
  links: readonly Link[],
  linked: ReadonlyMap<string, Json>,
  { targetOf, along }: Resources,
): Found | undefined {
  for (const link of links) {
    const target = targetOf(link);
    const place = along(target?.path ?? "").find(({ key }) => key === resource.key);
    if (!target || !place) continue;
    // Two paths of a thing may name its parameters differently.
    const names = compilePathTemplate(target.path).names.slice(0, resource.names.length);
    const given = names.map((name) => linked.get(linkedKey(target.id, `path ${name}`)));
    const values = given.map((value, index) => value ?? outer[index]).filter(isScalar);
    const text = link.parameters.find(({ name }) => name === names.at(-1))?.value;
    const isWhole = values.length > 0 && values.length === names.length;
    if (isWhole && isScalar(given.at(-1))) return { values, how: `${text} of a link` };
  }
  return undefined;
}

function byLocation({ resource, basePath }: Naming, { response, url }: ExchangeView): Found | undefined {
  const location = response?.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
  const path = location === undefined ? undefined : pathOf(location, url);
  if (path === undefined || resource.names.length === 0) return undefined;
  const { match } = compilePathTemplate(resource.template);
  // Behind a proxy, a server may not know what precedes its paths.
  const below = path.startsWith(basePath) ? path.slice(basePath.length) : path;
  const suffixes = [below, ...[...path.matchAll(/\//g)].map(({ index }) => path.slice(index))];
  const found = suffixes.map((suffix) => match(suffix)).find((texts) => texts !== undefined);
  return found && { values: [...found.values()].map(decodePercent), how: "Location" };
}

function pathOf(location: string, target: string): string | undefined {
  const base = `http://server${target}`;
  if (!URL.canParse(location, base)) return undefined;
  return new URL(location, base).pathname.replace(/\/$/, "");
}

function isScalar(value: unknown): value is string | number {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}
