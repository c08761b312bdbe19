import type { Link } from "../../openapi/link.ts";
import type { Operation } from "../../openapi/operation.ts";
import type { Linking, Resource, Resources } from "./resource.ts";

/** The links of an operation's successes. */
export function linksOf({ object, responses }: Operation): Link[] {
  // Reading all responses of a large document takes its time, and few have links.
  if (!JSON.stringify(object.responses ?? {}).match(/"(links|\$ref)":/)) return [];
  try {
    return [...responses.values()].flatMap(({ status, links }) => (/^[2d]/i.test(status) ? links : []));
  } catch {
    // The operation itself is then reported as one that cannot be tested.
    return [];
  }
}

/** Finds the operation that each link leads to. */
export function findTargets(operations: readonly Operation[]): Resources["targetOf"] {
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const byPointer = new Map(operations.map((operation) => [operation.pointer, operation]));
  return ({ target }) => {
    if (target === undefined) return undefined;
    return "operationId" in target ? byId.get(target.operationId) : byPointer.get(target.pointer);
  };
}

/**
 * Adds a link's operation to those that give the things which the link has a parameter for.
 *
 * @param along The things that a path names.
 */
export function addSource(
  source: Operation,
  link: Link,
  targetOf: Resources["targetOf"],
  along: Resources["along"],
): void {
  const target = targetOf(link);
  const resource = along(target?.path ?? "").findLast(({ names }) => isSupplied(link, names.at(-1)));
  // What is about the thing itself cannot be where it comes from.
  if (!resource || along(source.path).includes(resource)) return;
  const list = source.method === "GET" ? resource.finders : resource.creators;
  list.splice(0, list.length, source, ...list.filter((other) => other !== source));
}

/** The links to each operation, with what their sources make or name: of what the operation is about, if they do. */
export function findLinkings(
  links: readonly { source: Operation; link: Link }[],
  targetOf: Resources["targetOf"],
  along: Resources["along"],
  resources: Iterable<Resource>,
): Map<string, Linking[]> {
  const bySource = new Map(
    [...resources].flatMap((one) => [...one.finders, ...one.creators].map((source) => [source, one] as const)),
  );
  const linkings = new Map<string, Linking[]>();
  for (const { source, link } of links) {
    const target = targetOf(link);
    if (!target) continue;
    const about = along(target.path).findLast((resource) => isSource(source, resource));
    const resource = about ?? bySource.get(source) ?? responseOf(source);
    bySource.set(source, resource);
    linkings.set(target.id, [...(linkings.get(target.id) ?? []), { link, resource }]);
  }
  return linkings;
}

function isSource(source: Operation, { creators, finders }: Resource): boolean {
  return creators.includes(source) || finders.includes(source);
}

/** What an operation makes that no path names: its response, for the values that a link takes from it. */
function responseOf(source: Operation): Resource {
  const isFinder = source.method === "GET";
  return {
    key: source.id,
    template: "",
    names: [],
    noun: `response of ${source.id}`,
    parent: undefined,
    creators: isFinder ? [] : [source],
    finders: isFinder ? [source] : [],
    deleter: undefined,
  };
}

function isSupplied({ parameters }: Link, name: string | undefined): boolean {
  return parameters.some((parameter) => parameter.name === name && (parameter.in ?? "path") === "path");
}
