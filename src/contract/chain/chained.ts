import type { ContractOperation, ContractParameter } from "../model/operation.ts";
import { parameterKey } from "../values/parameters.ts";
import { linkedKey } from "./links.ts";
import type { ThingIds } from "./read-things.ts";
import { referenced } from "./references.ts";
import { isObtainable, type Resource, type Resources } from "./resource.ts";
import { thingPaths } from "./thing-path.ts";

/** A value of an operation's requests that comes from a thing which exists: known only when a request is sent. */
export interface ChainedValue {
  /** Place and name: `path thingId`, `body /petId`. */
  key: string;
  in: ContractParameter["in"] | "body";
  /** Stands in a planned request for the value. */
  token: string;
  resource: Resource;
  /** Whether it identifies what the thing is part of rather than the thing. */
  isOuter: boolean;
  /** What a thing has for it; undefined where it has nothing. */
  pick(thing: ThingIds): unknown;
  accepts(value: unknown): boolean;
  /** What is sent where no thing can be had; undefined where nothing valid is known. */
  fallback: unknown;
}

/** The values of a test case that come from things. */
export interface Chained {
  values: readonly ChainedValue[];
  /** `own`: each request has a thing of its own. `deleted`: things that were there, and were deleted. */
  state: "alive" | "own" | "deleted";
  /** The operation that made the thing of the path for the run; undefined before it is bound, or where none did. */
  madeBy?: string | undefined;
  /** Whether nothing that may have changed the things was sent since they were made. */
  areUntouched?: boolean | undefined;
  /** Whether a path is that of a thing itself rather than of something below it. */
  isAbout(path: string): boolean;
}

/**
 * The parameters of the operation that come from things, as far as the things can be had.
 *
 * @param given Parameters that a person gave.
 * @param fallbacks Values to send where there is no thing, by key.
 */
export function chainedParameters(
  { id, path, parameters }: ContractOperation,
  resources: Resources,
  given: Record<string, unknown>,
  fallbacks: ReadonlyMap<string, unknown>,
): ChainedValue[] {
  const innermost = resources.along(path).findLast(isObtainable);
  // Another path may have other names for the same parameters.
  const names = thingPaths(path).find(({ key }) => key === innermost?.key)?.names ?? [];
  return parameters.flatMap((parameter, index) => {
    const { name, in: place, required, validate } = parameter;
    // A value in another notation than plain text has no place for a token.
    if (given[name] !== undefined || parameter.mediaType !== undefined || parameter.schema.type === "array") return [];
    const key = parameterKey(parameter);
    const accepts = (value: unknown) => validate(value).length === 0 || validate(String(value)).length === 0;
    const shared = { key, in: place, token: `~c${index}~`, accepts, fallback: fallbacks.get(key), isOuter: false };
    const position = names.indexOf(name);
    if (place === "path") {
      const pick = ({ values }: ThingIds) => values[position];
      return innermost && position >= 0
        ? [{ ...shared, resource: innermost, isOuter: position < names.length - 1, pick }]
        : [];
    }
    if (!required) return [];
    const linking = resources.linksTo(id).find(({ link }) => link.parameters.some((one) => one.name === name));
    if (linking) {
      const pick = ({ linked }: ThingIds) => linked.get(linkedKey(id, key));
      return [{ ...shared, resource: linking.resource, pick }];
    }
    const resource = referenced(name, resources);
    return resource ? [{ ...shared, resource, pick: lastOf }] : [];
  });
}

/** The value that identifies a thing among its siblings. */
export function lastOf({ values }: ThingIds): unknown {
  return values.at(-1);
}
