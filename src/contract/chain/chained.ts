import type { WireRequest } from "../http/request.ts";
import type { ContractOperation, ContractParameter } from "../model/operation.ts";
import { referenced } from "./references.ts";
import { isObtainable, type Resource, type Resources } from "./resources.ts";
import { thingPaths } from "./thing-path.ts";

/** A value of an operation's requests that identifies a thing which exists: known only when a request is sent. */
export interface ChainedValue {
  parameter: ContractParameter;
  /** Stands in a planned request for the value. */
  token: string;
  resource: Resource;
  /** Which of the thing's values it is, from 0. */
  position: number;
}

/** The values of a test case that identify things. */
export interface Chained {
  values: readonly ChainedValue[];
  /** What is sent where no thing can be had, by parameter; undefined where nothing valid is known. */
  fallbackOf(parameter: ContractParameter): unknown;
  /** `deleted`: things that were there, and were deleted. */
  state: "alive" | "deleted";
  /** The operation that made the thing of the path for the run; undefined before it is bound, or where none did. */
  madeBy?: string | undefined;
  /** Whether nothing that may have changed the things was sent since they were made. */
  areUntouched?: boolean | undefined;
  /** Whether a path is that of a thing itself rather than of something below it. */
  isAbout(path: string): boolean;
}

/** The parameters of the operation that identify things, as far as the things can be had. */
export function chainedValues(
  { path, parameters }: ContractOperation,
  resources: Resources,
  isGiven: (parameter: ContractParameter) => boolean,
): ChainedValue[] {
  const innermost = resources.along(path).findLast(isObtainable);
  // Another path may have other names for the same parameters.
  const names = thingPaths(path).find(({ key }) => key === innermost?.key)?.names ?? [];
  return parameters.flatMap((parameter, index) => {
    // A value in another notation than plain text has no place for a token.
    if (isGiven(parameter) || parameter.mediaType !== undefined || parameter.schema.type === "array") return [];
    const isInPath = parameter.in === "path";
    if (!isInPath && !parameter.required) return [];
    const resource = isInPath ? innermost : referenced(parameter.name, resources);
    const position = isInPath ? names.indexOf(parameter.name) : (resource?.names.length ?? 0) - 1;
    return resource && position >= 0 ? [{ parameter, token: `~c${index}~`, resource, position }] : [];
  });
}

/** Whether a request has a value of a thing. */
export function hasToken({ target, headers }: WireRequest, { token }: ChainedValue): boolean {
  const isIn = (text: string) => text.toLowerCase().includes(token);
  return isIn(target) || headers.some(([, value]) => isIn(value));
}

/** The request with values in place of their tokens. A token in capitals gets the value in capitals. */
export function fillTokens(request: WireRequest, values: readonly [token: string, value: unknown][]): WireRequest {
  const texts = new Map(values.map(([token, value]) => [token, String(value)]));
  const fill = (text: string, write: (value: string) => string) =>
    text.replaceAll(/~c\d+~/gi, (token) => {
      const value = texts.get(token.toLowerCase());
      if (value === undefined) return token;
      return write(token.startsWith("~C") ? value.toUpperCase() : value);
    });
  return {
    ...request,
    target: fill(request.target, encodeURIComponent),
    headers: request.headers.map(([name, value]) => [name, fill(value, String)]),
  };
}
