import type { Link } from "../../openapi/link.ts";
import type { Operation } from "../../openapi/operation.ts";
import { nounOf, plainName, singular } from "./names.ts";
import { keyOf, parentOf, type ThingPath, thingPaths } from "./thing-path.ts";

/** A kind of thing that paths name: what `/things/{thingId}` stands for. */
export interface Resource extends ThingPath {
  /** What it is, in a word: `thing`. */
  noun: string;
  /** What it is part of; undefined where its path has no other parameter. */
  parent: Resource | undefined;
  /** The operations whose success makes one, the likeliest first. */
  creators: Operation[];
  /** The safe operations whose response names some. */
  finders: Operation[];
  /** The operation that deletes one. */
  deleter: Operation | undefined;
}

/** The things that a document's operations are about. */
export interface Resources {
  /** The things that a path names, the outermost first. */
  along(path: string): Resource[];
  /** The kind of that noun, if its things can be had. */
  named(noun: string): Resource | undefined;
  /** What a success of the operation makes. */
  madeBy(operation: Pick<Operation, "id">): Resource | undefined;
  /** What the operation lists. */
  listedBy(operation: Pick<Operation, "id">): Resource | undefined;
  /** The operation that a link leads to. */
  targetOf(link: Link): Operation | undefined;
  /** The links to an operation, and what their sources make or name. */
  linksTo(operation: string): Linking[];
  /** Whether the path is that of a list of things rather than of an action on one. */
  isCollection(path: string): boolean;
}

/** A link, and the kind of thing that its source makes or names. */
export interface Linking {
  link: Link;
  resource: Resource;
}

/** What the last segment of a path is called that creates a thing: `/things/create`. */
const creatingWords = ["create", "new", "add", "register"];

/** Finds the things that the operations are about, and for each kind the operations that give one. */
export function findResources(operations: readonly Operation[]): Resources {
  const byPath = new Map<string, Map<string, Operation>>();
  for (const operation of operations) {
    const key = keyOf(operation.path);
    byPath.set(key, (byPath.get(key) ?? new Map()).set(operation.method, operation));
  }
  const resources = new Map<string, Resource>();
  for (const { path } of operations) {
    let parent: Resource | undefined;
    for (const place of thingPaths(path)) {
      const known = resources.get(place.key) ?? createResource(place, parent, byPath);
      resources.set(place.key, known);
      parent = known;
    }
  }
  const along = (path: string) => thingPaths(path).flatMap(({ key }) => resources.get(key) ?? []);
  const targetOf = findTargets(operations);
  const links = operations.flatMap((source) => linksOf(source).map((link) => ({ source, link })));
  for (const { source, link } of links) addSource(source, link, targetOf, along);
  const made = byOperation(resources.values(), ({ creators }) => creators);
  const listed = byOperation(resources.values(), ({ finders }) => finders);
  const linkings = findLinkings(links, targetOf, along, resources.values());
  const nouns = nameAll(resources.values());
  for (const resource of resources.values()) borrow(resource, nouns);
  const collections = new Set([...resources.values()].map(({ key }) => parentOf(key)));
  return {
    along,
    named: (noun) => nouns.get(noun),
    madeBy: ({ id }) => made.get(id),
    listedBy: ({ id }) => listed.get(id),
    targetOf,
    linksTo: (id) => linkings.get(id) ?? [],
    isCollection: (path) => collections.has(keyOf(path)) || byPath.get(keyOf(path))?.has("GET") === true,
  };
}

/** Whether a thing of that kind can be had at all. */
export function isObtainable({ creators, finders }: Resource): boolean {
  return creators.length > 0 || finders.length > 0;
}

function byOperation(resources: Iterable<Resource>, list: (resource: Resource) => Operation[]): Map<string, Resource> {
  return new Map([...resources].flatMap((resource) => list(resource).map(({ id }) => [id, resource] as const)));
}

function createResource(
  place: ThingPath,
  parent: Resource | undefined,
  byPath: ReadonlyMap<string, ReadonlyMap<string, Operation>>,
): Resource {
  const collection = parentOf(place.key);
  const at = (path: string, method: string) => byPath.get(path)?.get(method);
  const creators = [collection, ...creatingWords.map((word) => `${collection}/${word}`)].map((path) =>
    at(path, "POST"),
  );
  const finders = [at(collection, "GET")];
  return {
    ...place,
    noun: singular(plainName(collection.split("/").findLast((segment) => !segment.includes("{")) ?? "")),
    parent,
    creators: creators.filter((operation) => operation !== undefined),
    finders: finders.filter((operation) => operation !== undefined),
    deleter: at(place.key, "DELETE"),
  };
}

function findTargets(operations: readonly Operation[]): Resources["targetOf"] {
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const byPointer = new Map(operations.map((operation) => [operation.pointer, operation]));
  return ({ target }) => {
    if (target === undefined) return undefined;
    return "operationId" in target ? byId.get(target.operationId) : byPointer.get(target.pointer);
  };
}

/** An operation whose response links to another names the things that the link has a parameter for. */
function addSource(source: Operation, link: Link, targetOf: Resources["targetOf"], along: Resources["along"]): void {
  const target = targetOf(link);
  const resource = along(target?.path ?? "").findLast(({ names }) => isSupplied(link, names.at(-1)));
  // What is about the thing itself cannot be where it comes from.
  if (!resource || along(source.path).includes(resource)) return;
  const list = source.method === "GET" ? resource.finders : resource.creators;
  list.splice(0, list.length, source, ...list.filter((other) => other !== source));
}

/** The links to each operation, with what their sources make or name: of what the operation is about, if they do. */
function findLinkings(
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

function linksOf({ object, responses }: Operation): Link[] {
  // Reading all responses of a large document takes its time, and few have links.
  if (!JSON.stringify(object.responses ?? {}).match(/"(links|\$ref)":/)) return [];
  try {
    return [...responses.values()].flatMap(({ status, links }) => (/^[2d]/i.test(status) ? links : []));
  } catch {
    // The operation itself is then reported as one that cannot be tested.
    return [];
  }
}

function isSupplied({ parameters }: Link, name: string | undefined): boolean {
  return parameters.some((parameter) => parameter.name === name && (parameter.in ?? "path") === "path");
}

function nameAll(resources: Iterable<Resource>): Map<string, Resource> {
  const nouns = new Map<string, Resource>();
  for (const resource of resources) {
    if (!isObtainable(resource)) continue;
    for (const noun of [resource.noun, nounOf(resource.names.at(-1) ?? "")]) {
      const known = noun === undefined ? undefined : nouns.get(noun);
      const isBetter = !known || (known.creators.length === 0 && resource.creators.length > 0);
      if (noun && isBetter) nouns.set(noun, resource);
    }
  }
  return nouns;
}

/** What one path cannot tell, another of the same noun may: `/owners/{ownerId}/pets/{petId}` and `POST /pets`. */
function borrow(resource: Resource, nouns: ReadonlyMap<string, Resource>): void {
  if (isObtainable(resource)) return;
  const other = nouns.get(nounOf(resource.names.at(-1) ?? "") ?? resource.noun);
  if (!other || other.key.startsWith(resource.key)) return;
  resource.creators = other.creators;
  resource.finders = other.finders;
}
