import type { Operation } from "../../openapi/operation.ts";
import { addSource, findLinkings, findTargets, linksOf } from "./linkings.ts";
import { nounOf, plainName, singular } from "./names.ts";
import { isObtainable, type Resource, type Resources } from "./resource.ts";
import { keyOf, parentOf, type ThingPath, thingPaths } from "./thing-path.ts";

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
