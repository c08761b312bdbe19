import type { Json } from "../../openapi/document.ts";
import { keysOf, type Pointer, pointTo, valueAt, withValue } from "../../openapi/pointer.ts";
import type { ContractOperation } from "../model/operation.ts";
import { type ChainedValue, lastOf } from "./chained.ts";
import { linkedKey } from "./links.ts";
import { nounOf } from "./names.ts";
import type { ThingIds } from "./read-things.ts";
import { referenced } from "./references.ts";
import type { Resource, Resources } from "./resource.ts";

/** A place in a body whose value comes from a thing, and the valid value that stands there until a request is sent. */
export interface StandIn {
  path: Pointer;
  value: string | number;
  chained: ChainedValue;
}

/** What a value of a body comes from. */
interface Source {
  resource: Resource;
  pick(thing: ThingIds): unknown;
}

/** Finds the places in a valid body whose values come from things: what a link supplies, and what is named like `petId`. */
export function findStandIns(operation: ContractOperation, body: unknown, resources: Resources): StandIn[] {
  const validate = operation.body?.validate;
  if (!validate) return [];
  const linking = resources.linksTo(operation.id).find(({ link }) => link.requestBody !== undefined);
  let whole = body;
  return leavesOf(body).flatMap(([path, fallback]): StandIn[] => {
    const own = linking && isLinked(linking.link.requestBody, path) ? linking.resource : undefined;
    const source: Source | undefined = own
      ? { resource: own, pick: ({ linked }) => valueAt(linked.get(linkedKey(operation.id, "body")), path) }
      : referencedBy(path, operation, resources);
    const value =
      source &&
      standInFor(`${operation.id} ${path}`, fallback, (candidate) => {
        const changed = withValue(whole, path, candidate);
        return validate(changed).length === 0 && occurrencesOf(String(candidate), changed) === 1;
      });
    if (!source || value === undefined) return [];
    whole = withValue(whole, path, value);
    const accepts = (own: unknown) => typeof fallback === "string" || Number.isFinite(Number(own));
    const chained = {
      ...source,
      key: `body ${path}`,
      in: "body" as const,
      token: String(value).toLowerCase(),
      accepts,
      isOuter: false,
      fallback,
    };
    return [{ path, value, chained }];
  });
}

/** The value with stand-ins in the places that it has. */
export function withStandIns<T>(value: T, standIns: readonly StandIn[]): T {
  return standIns.reduce((changed, { path, value: own }) => {
    const old = valueAt(changed, path);
    return isScalar(old) && old !== own ? withValue(changed, path, own) : changed;
  }, value);
}

/** Whether a link's body supplies the place by an expression: as a whole only what looks like an identifier counts. */
function isLinked(requestBody: Json | undefined, path: Pointer): boolean {
  const given = typeof requestBody === "string" ? requestBody : valueAt(requestBody, path);
  if (typeof given !== "string" || !given.includes("$")) return false;
  return given !== requestBody || /(^id|Id|ID|_id|uuid)$/.test(keysOf(path).at(-1) ?? "");
}

function referencedBy(path: Pointer, { id }: ContractOperation, resources: Resources): Source | undefined {
  const name = keysOf(path).findLast((key) => !/^\d+$/.test(key)) ?? "";
  const resource = nounOf(name) === undefined ? undefined : referenced(name, resources);
  // A client may choose the identifier of what it creates.
  const isOwn = resource?.creators.some((creator) => creator.id === id) ?? false;
  return resource && !isOwn ? { resource, pick: lastOf } : undefined;
}

/** A value of the same type that nothing else in the body looks like; undefined where the schema allows none. */
function standInFor(
  name: string,
  value: string | number,
  isFine: (candidate: string | number) => boolean,
): string | number | undefined {
  const digits = digitsOf(name);
  const hex = [digits, digitsOf(`${name} `), digitsOf(` ${name}`)]
    .map((part) => part.toString(16).padStart(8, "0"))
    .join("");
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(12, 24)}`;
  const whole = 100_000 + (digits % 900_000);
  const candidates = typeof value === "string" ? [uuid, `ref-${hex.slice(0, 12)}`, hex, `${whole}`, value] : [whole];
  return candidates.find((candidate) => String(candidate).length >= 6 && isFine(candidate));
}

function digitsOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

function occurrencesOf(text: string, body: unknown): number {
  return JSON.stringify(body).toLowerCase().split(text.toLowerCase()).length - 1;
}

function leavesOf(value: unknown, path: Pointer = ""): [Pointer, string | number][] {
  if (isScalar(value)) return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, pointTo(path, key)));
}

function isScalar(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
